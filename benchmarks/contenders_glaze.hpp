// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

// What contenders_glaze.cpp exports: another compiler and standard library made it, so nothing of the library's is here.
extern "C" {
/// Counts of errors, warnings and notes in a text, with 64 null characters behind it.
struct glaze_counts {
    std::size_t errors, warnings, notes;
};
glaze_counts glaze_our_checks(char const* text, std::size_t size);
/// Lakeproof's own `check_request`, by that compiler.
glaze_counts glaze_check_request(char const* text, std::size_t size);
/// glaze's version, and the compiler.
char const* glaze_version();
}
