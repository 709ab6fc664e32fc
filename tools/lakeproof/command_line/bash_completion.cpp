// SPDX-License-Identifier: BSL-1.0
#include "command_line/completion.hpp"
#include "command_line/help.hpp"
#include "command_line/option_values.hpp"

namespace {

/// A row of a `case`.
std::string row(std::string const& key, std::string const& words) {
    return "    '" + key + "') words='" + words + "' ;;\n";
}

std::string row(std::string const& key, option_values const& values) {
    if (values.then.empty()) return row(key, CLI::detail::join(values.words, " "));
    return row(key, CLI::detail::join(values.words, "= ") + "=' then='" +
                        CLI::detail::join(values.then, " "));
}

std::string names_of(CLI::App const& command) {
    std::string names;
    for (auto const* o : options_of(command))
        if (!o->get_positional())
            names +=
                CLI::detail::join(CLI::detail::split(o->get_name(false, true), ','), " ") + ' ';
    return names;
}

} // namespace

// bash takes words apart at `=`. Where nothing is offered, it completes the names of files (-o default).
std::string bash_completion(CLI::App const& app) {
    std::string after_options;
    std::string after_commands;
    auto first = names_of(app);
    for (auto const* c : commands_of(app)) {
        first += c->get_name() + ' ';
        after_commands += row(c->get_name() + " -", names_of(*c));
        for (auto const* o : options_of(*c)) {
            if (o->get_positional())
                after_commands += row(c->get_name() + ' ', values_of(*o));
            else if (takes_value(*o))
                after_options += row(c->get_name() + ' ' + o->get_name(), values_of(*o));
        }
    }
    return R"(# bash completion of lakeproof

_lakeproof() {
    local cur=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) command= option= rule= key= words= then= i
    for ((i = 1; i < COMP_CWORD; ++i)); do
        if [[ ${COMP_WORDS[i]} != -* ]]; then
            command=${COMP_WORDS[i]}
            break
        fi
    done
    if [[ $cur == '=' ]]; then
        cur=
    elif [[ ${COMP_WORDS[at]} == '=' ]]; then
        ((at -= 1))
    fi
    option=${COMP_WORDS[at]}
    if [[ $option != -* && ${COMP_WORDS[at + 1]-} == '=' ]]; then # RULE=
        rule=$option
        ((at -= 1))
        [[ ${COMP_WORDS[at]} == '=' ]] && ((at -= 1))
        option=${COMP_WORDS[at]}
    fi
    case "$command $option" in
)" + after_options +
           R"(    *)
        key="$command "
        [[ $cur == -* ]] && key+=-
        ;;
    esac
    case $key in
    ' ' | ' -') words=')" +
           first + "' ;;\n" + after_commands + R"(    esac
    if [[ $rule ]]; then
        words=$then
    elif [[ $then ]]; then
        compopt -o nospace
    fi
    [[ $words ]] && compopt +o default
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _lakeproof lakeproof
)";
}
