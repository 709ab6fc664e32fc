// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

// What help, man page, completions and messages say of the command line: all of it follows from the parser's own
// options.

/// Takes only the words of `choices`, such as `text|json`, which are its type in the help.
CLI::Option* one_of(CLI::Option* option, std::string const& choices);

/// The commands that help lists.
std::vector<CLI::App const*> commands_of(CLI::App const& app);
/// The options of a command: what stands without a name first, then those with one.
std::vector<CLI::Option const*> options_of(CLI::App const& command);
/// Whether an option is more than a flag.
bool takes_value(CLI::Option const& option);
/// How an option is written: `--region CODE`, `FILE...`.
std::string spelling(CLI::Option const& option);
/// How a command is called: `lakeproof check [OPTIONS] FILE...`.
std::string usage_of(CLI::App const& command);

/// A command's `--help`: usage and examples first.
class help_formatter : public CLI::FormatterBase {
public:
    std::string make_help(CLI::App const* command, std::string name,
                          CLI::AppFormatMode mode) const override;
};
