// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>

#include <string>

/// Where what is certain goes.
enum class mend_to { file, diff };

/// Mends what is certain in a file of requests, or prints the difference that this would make. Returns what went
/// wrong, or nothing.
std::string mend_file(std::string const& file, lakeproof::options const& options, bool jsonl,
                      mend_to to);
