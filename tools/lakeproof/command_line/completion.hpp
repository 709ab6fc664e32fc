// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>

// The scripts that make a shell complete commands, options and their values.

std::string bash_completion(CLI::App const& app);
std::string zsh_completion(CLI::App const& app);
std::string fish_completion(CLI::App const& app);
