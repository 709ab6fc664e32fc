// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How many columns the terminal has that standard output is; `elsewhere` where it is none.
std::size_t line_width(std::size_t elsewhere);

/// Appends words, broken so that lines fit the terminal, or 80 columns. The first line goes on where `out` stands, in
/// column `indent`; the others begin there.
void append_wrapped(std::string& out, std::string_view words, std::size_t indent);
