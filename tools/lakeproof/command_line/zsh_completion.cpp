// SPDX-License-Identifier: BSL-1.0
#include "command_line/completion.hpp"
#include "command_line/help.hpp"
#include "command_line/option_values.hpp"

namespace {

using CLI::detail::join;

/// Text in single quotes.
std::string in_quotes(std::string const& text) {
    return '\'' + CLI::detail::find_and_replace(text, "'", "'\\''") + '\'';
}

/// Text in which a colon ends nothing.
std::string escaped(std::string const& text) {
    return CLI::detail::find_and_replace(text, ":", "\\:");
}

/// What `_arguments` offers for a value.
std::string action(CLI::Option const& o) {
    auto const values = values_of(o);
    if (values.files) return "_files";
    if (values.words.empty()) return " ";
    if (values.then.empty()) return '(' + join(values.words, " ") + ')';
    return "{if compset -P \"*=\"; then compadd " + join(values.then, " ") +
           "; else compadd -S = " + join(values.words, " ") + "; fi}";
}

/// An argument of `_arguments`: `'*--region=[What it is]:value:(us-east-1 …)'`.
std::string specification(CLI::Option const& o) {
    std::string const many =
        o.get_expected_max() >= CLI::detail::expected_max_vector_size ? "*" : "";
    if (o.get_positional()) return in_quotes(many + ':' + o.get_name(true) + ':' + action(o));
    auto const description = '[' + escaped(o.get_description()) + ']';
    if (takes_value(o))
        return in_quotes(many + o.get_name() + '=' + description + ":value:" + action(o));
    std::string out;
    for (auto const& name : CLI::detail::split(o.get_name(false, true), ','))
        out += (out.empty() ? "" : " ") + in_quotes(name + description);
    return out;
}

} // namespace

std::string zsh_completion(CLI::App const& app) {
    std::string commands;
    std::string cases;
    for (auto const* c : commands_of(app)) {
        commands += "        " + in_quotes(c->get_name() + ':' + escaped(c->get_description())) + '\n';
        cases += "    " + c->get_name() + ")\n        _arguments";
        for (auto const* o : options_of(*c)) cases += " \\\n            " + specification(*o);
        cases += "\n        ;;\n";
    }
    std::string options;
    for (auto const* o : options_of(app)) options += ' ' + specification(*o);
    return "#compdef lakeproof\n\n_lakeproof() {\n    local -a commands=(\n" + commands + R"(    )
    if ((CURRENT == 2)); then
        _describe command commands
        _arguments)" +
           options + R"(
        return
    fi
    shift words
    ((CURRENT -= 1))
    case ${words[1]} in
)" + cases +
           R"(    esac
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _lakeproof "$@"
else
    compdef _lakeproof lakeproof
fi
)";
}
