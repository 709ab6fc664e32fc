// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>

/// lakeproof(1) in roff, of what `--help` shows.
std::string man_page(CLI::App const& app);
