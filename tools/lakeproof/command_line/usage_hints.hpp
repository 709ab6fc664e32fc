// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>

/// What is wrong with the words of a command line, and what was probably meant.
std::string what_is_wrong(CLI::App const& app, CLI::ParseError const& e);
