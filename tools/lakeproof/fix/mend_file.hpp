// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/document_reader.hpp"

#include <lakeproof/check/options.hpp>

#include <string>

/// Where what is certain goes.
enum class mend_to { file, diff };

/// Mends what is certain in a file of requests in JSON, or prints the difference that this would make. Returns what went
/// wrong, or nothing.
std::string mend_file(input_file const& file, reading const& how, lakeproof::options const& options, mend_to to);
