// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <string>

/// The commands and their options, and where these go.
class command_line {
public:
    command_line();

    CLI::App app{
        "Proves CreateCustomLogSource requests to Amazon Security Lake before they are sent.",
        "lakeproof"};

    /// Runs the command that was parsed.
    int run() const;

private:
    void add_check();
    void add_role();
    void add_explain();
    void add_completion();
    void add_lists();
    CLI::App& add(std::string const& name, std::string const& description);

    check_arguments check_;
    role_arguments role_;
    explain_arguments explain_;
    std::string schema_ = "request";
    std::string shell_;
};
