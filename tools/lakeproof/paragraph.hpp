// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How many columns a line of standard output may take: those of the terminal, else 80.
std::size_t line_width();

/// Appends words, broken so that no line is longer than `line_width()`. The first line goes on where `out` stands, in
/// column `indent`; the others begin there.
void append_wrapped(std::string& out, std::string_view words, std::size_t indent);
