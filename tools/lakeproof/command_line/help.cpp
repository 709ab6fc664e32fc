// SPDX-License-Identifier: BSL-1.0
#include "command_line/help.hpp"
#include "command_line/nearest.hpp"
#include "output/output.hpp"
#include "output/paragraph.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace {

/// A row of two columns.
void append_row(std::string& out, std::string const& left, std::string const& right) {
    constexpr std::size_t column = 28;
    out += "  " + left;
    if (left.size() + 2 >= column) out += '\n';
    out.append(column - (out.size() - out.rfind('\n') - 1), ' ');
    append_wrapped(out, right, column);
}

} // namespace

CLI::Option* one_of(CLI::Option* option, std::string const& choices) {
    auto const refuse = [words = CLI::detail::split(choices, '|')](std::string const& word) {
        if (std::find(words.begin(), words.end(), word) != words.end()) return std::string{};
        auto message = in_quotes(word) + " is none of " + CLI::detail::join(words, ", ");
        if (auto const meant = nearest(word, words); !meant.empty())
            message += "; did you mean " + std::string{meant} + '?';
        return message;
    };
    return option->type_name(choices)->check(CLI::Validator{refuse, ""});
}

std::vector<CLI::App const*> commands_of(CLI::App const& app) {
    return app.get_subcommands([](CLI::App const* c) { return !c->get_group().empty(); });
}

std::vector<CLI::Option const*> options_of(CLI::App const& command) {
    auto options =
        command.get_options([](CLI::Option const* o) { return !o->get_group().empty(); });
    std::stable_partition(options.begin(), options.end(),
                          [](auto const* o) { return o->get_positional(); });
    return options;
}

bool takes_value(CLI::Option const& option) { return option.get_items_expected_max() != 0; }

std::string spelling(CLI::Option const& option) {
    auto const repeated = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    if (option.get_positional()) return option.get_name(true) + (repeated ? "..." : "");
    auto const text =
        CLI::detail::join(CLI::detail::split(option.get_name(false, true), ','), ", ");
    return takes_value(option) ? text + ' ' + option.get_type_name() : text;
}

std::string usage_of(CLI::App const& command) {
    if (command.get_parent() == nullptr) return command.get_name() + " COMMAND [OPTIONS] ...";
    auto usage = command.get_parent()->get_name() + ' ' + command.get_name();
    auto const options = options_of(command);
    if (options.size() > 1 && !options.back()->get_positional())
        usage += " [OPTIONS]"; // more than --help
    for (auto const* o : options)
        if (o->get_positional())
            usage += o->get_required() ? ' ' + spelling(*o) : " [" + spelling(*o) + ']';
    return usage;
}

std::string help_formatter::make_help(CLI::App const* command, std::string,
                                      CLI::AppFormatMode) const {
    std::string out;
    append_wrapped(out, command->get_description(), 0);
    out += "\nUsage: " + usage_of(*command) + '\n';
    if (auto const& notes = command->get_footer(); !notes.empty()) out += '\n' + notes + '\n';
    if (auto const commands = commands_of(*command); !commands.empty()) {
        out += "\nCommands:\n";
        for (auto const* c : commands) append_row(out, c->get_name(), c->get_description());
    }
    out += "\nOptions:\n";
    for (auto const* o : options_of(*command)) append_row(out, spelling(*o), o->get_description());
    return out;
}
