// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "output.hpp"

#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/rules/rule.hpp>

#include <string>

namespace {

namespace ocsf = lakeproof::ocsf;

void pad(std::string& line, std::size_t column) {
    line.append(line.size() < column ? column - line.size() : 1, ' ');
}

} // namespace

int run_rules() {
    std::string out;
    for (auto const& r : lakeproof::rules()) {
        std::string line{r.id};
        pad(line, 30);
        line += to_string(r.default_severity);
        if (r.fixed) line += ", fixed";
        pad(line, 46);
        out += line;
        out += r.title;
        out += "\n    ";
        out += r.why;
        out += '\n';
    }
    print(out);
    return exit_ok;
}

int run_classes() {
    std::string line = "NAME";
    pad(line, 26);
    line += "CAPTION";
    pad(line, 53);
    line += "CATEGORY";
    pad(line, 65);
    std::string out = line + "CLASS UID PER OCSF VERSION\n";
    for (auto const c : ocsf::event_classes()) {
        line = to_string(c);
        pad(line, 26);
        line += caption(c);
        pad(line, 53);
        line += category(c);
        pad(line, 65);
        char const* between = "";
        for (auto const v : {ocsf::schema_version::v1_0_0_rc_2, ocsf::schema_version::v1_0_0,
                             ocsf::schema_version::v1_8_0}) {
            auto const& i = info(c, v);
            if (!i.exists()) continue;
            line += between + std::to_string(i.class_uid) + " (";
            line += to_string(v);
            line += ')';
            between = ", ";
        }
        if (retired(c)) line += " retired";
        out += line + '\n';
    }
    print(out);
    return exit_ok;
}
