// SPDX-License-Identifier: BSL-1.0
#include "commands/commands.hpp"
#include "output/output.hpp"

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/rules/rule.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

namespace ocsf = lakeproof::ocsf;

void pad(std::string& line, std::size_t column) {
    line.append(line.size() < column ? column - line.size() : 1, ' ');
}

std::string row(std::string_view name, std::string_view lists, std::string_view caption,
                std::string_view category) {
    std::string line{name};
    pad(line, 30);
    line += lists;
    pad(line, 45);
    line += caption;
    pad(line, 75);
    line += category;
    pad(line, 88);
    return line;
}

std::string_view lists_of(ocsf::event_class c) {
    if (!is_listed(c, ocsf::class_list::user_guide)) return "API reference";
    return is_listed(c, ocsf::class_list::api_reference) ? "both" : "User Guide";
}

/// The class uids of the schema versions that have the class, and what became of it:
/// `1010 (1.0.0-rc.2), 201003 (1.0.0 to 1.8.0)`.
std::string class_uids(ocsf::event_class c) {
    std::string out;
    auto const versions = ocsf::schema_versions();
    for (std::size_t i = 0; i < versions.size(); ++i) {
        auto const uid = info(c, versions[i]).class_uid;
        if (uid == 0) continue;
        auto const first = i;
        while (i + 1 < versions.size() && info(c, versions[i + 1]).class_uid == uid) ++i;
        if (!out.empty()) out += ", ";
        out += std::to_string(uid) + " (";
        out += to_string(versions[first]);
        if (i != first) out += " to " + std::string{to_string(versions[i])};
        out += ')';
    }
    if (retired(c)) out += ", retired";
    if (auto const guide = user_guide_name(c)) out += ", now " + std::string{to_string(*guide)};
    return out;
}

} // namespace

int run_rules() {
    std::string out;
    for (auto const& r : lakeproof::rules()) {
        std::string line{r.id};
        pad(line, 34);
        line += to_string(r.default_severity);
        if (r.fixed) line += ", fixed";
        pad(line, 50);
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
    std::string out = row("NAME", "LISTS", "CAPTION", "CATEGORY") + "CLASS UID PER OCSF VERSION\n";
    for (auto const c : ocsf::event_classes())
        out += row(to_string(c), lists_of(c), caption(c), category(c)) + class_uids(c) + '\n';
    print(out);
    return exit_ok;
}
