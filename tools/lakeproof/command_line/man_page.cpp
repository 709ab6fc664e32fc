// SPDX-License-Identifier: BSL-1.0
#include "command_line/man_page.hpp"
#include "command_line/help.hpp"

#include <lakeproof/version.hpp>

#include <cctype>
#include <sstream>
#include <string_view>
#include <utility>

namespace {

/// A line of text: roff gives a backslash a meaning, a dash and quotes other glyphs, and a period that a line begins
/// with.
std::string escaped(std::string_view text) {
    std::string out;
    for (auto const c : text) {
        switch (c) {
        case '\\': out += "\\e"; break;
        case '-': out += "\\-"; break;
        case '\'': out += "\\(aq"; break;
        case '"': out += "\\(dq"; break;
        case '^': out += "\\(ha"; break;
        case '~': out += "\\(ti"; break;
        default: out += c;
        }
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

/// Notes below the help's usage: blocks with a title line that ends in a colon.
std::string blocks(std::string const& notes, std::string_view title_macro) {
    std::istringstream lines{notes};
    std::string out;
    bool open = false;
    auto const close = [&] {
        if (std::exchange(open, false)) out += ".EE\n.RE\n";
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("  ")) {
            if (!std::exchange(open, true)) out += ".RS 4\n.EX\n";
            out += escaped(std::string_view{line}.substr(2)) + '\n';
        } else if (!line.empty()) {
            close();
            line = line.substr(0, line.find(':'));
            if (title_macro == ".SH") // of a section, in capitals
                for (auto& c : line)
                    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            out += std::string{title_macro} + ' ' + escaped(line) + '\n';
        }
    }
    close();
    return out;
}

std::string options(CLI::App const& command) {
    std::string out;
    for (auto const* o : options_of(command))
        out += ".TP\n.B " + escaped(spelling(*o)) + '\n' + escaped(o->get_description()) + ".\n";
    return out;
}

} // namespace

std::string man_page(CLI::App const& app) {
    std::string out =
        ".TH LAKEPROOF 1 \"\" \"lakeproof " LAKEPROOF_VERSION_STRING "\" \"User Commands\"\n"
        ".SH NAME\nlakeproof \\- proves requests to Amazon Security Lake before they are sent\n"
        ".SH SYNOPSIS\n.nf\n";
    for (auto const* c : commands_of(app)) out += ".B " + escaped(usage_of(*c)) + '\n';
    out += ".fi\n.SH DESCRIPTION\n" + escaped(app.get_description()) + '\n' +
           blocks(app.get_footer(), ".SH");
    out += ".SH OPTIONS\n" + options(app) + ".SH COMMANDS\n";
    for (auto const* c : commands_of(app))
        out += ".SS " + escaped(usage_of(*c)) + '\n' + escaped(c->get_description()) + ".\n" +
               options(*c) + blocks(c->get_footer(), ".PP\n.B");
    return out;
}
