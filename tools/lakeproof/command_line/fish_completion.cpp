// SPDX-License-Identifier: BSL-1.0
#include "command_line/completion.hpp"
#include "command_line/help.hpp"
#include "command_line/option_values.hpp"

namespace {

/// Text in fish's single quotes.
std::string quoted(std::string const& text) {
    return '\'' +
           CLI::detail::find_and_replace(CLI::detail::find_and_replace(text, "\\", "\\\\"), "'",
                                         "\\'") +
           '\'';
}

std::string words_of(option_values const& values) {
    if (values.then.empty()) return CLI::detail::join(values.words, " ");
    std::string words;
    for (auto const& word : values.words)
        for (auto const& then : values.then) words += word + '=' + then + ' ';
    return words;
}

std::string options(CLI::App const& command, std::string const& condition) {
    std::string out;
    for (auto const* o : options_of(command)) {
        auto const values = values_of(*o);
        if (o->get_positional() && values.files) continue; // what fish offers anyway
        out += "complete -c lakeproof -n " + quoted(condition);
        for (auto const& name : o->get_snames()) out += " -s " + name;
        for (auto const& name : o->get_lnames()) out += " -l " + name;
        if (o->get_positional())
            out += " -f";
        else if (takes_value(*o))
            out += values.files ? " -r -F" : " -x";
        if (!values.words.empty()) out += " -a " + quoted(words_of(values));
        out += " -d " + quoted(o->get_description()) + '\n';
    }
    return out;
}

} // namespace

std::string fish_completion(CLI::App const& app) {
    std::string const no_command = "__fish_use_subcommand";
    auto out = "# fish completion of lakeproof\n\n" + options(app, no_command);
    for (auto const* c : commands_of(app))
        out += "complete -c lakeproof -n " + no_command + " -f -a " + c->get_name() + " -d " +
               quoted(c->get_description()) + '\n' +
               options(*c, "__fish_seen_subcommand_from " + c->get_name());
    return out;
}
