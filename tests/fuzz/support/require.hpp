// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace lakeproof::test {

/// Ends the program where something that must hold does not: what a fuzzer takes for a find.
inline void require(bool holds, std::source_location at = std::source_location::current()) {
    if (holds) return;
    std::fprintf(stderr, "%s:%u: in %s: does not hold\n", at.file_name(), unsigned{at.line()},
                 at.function_name());
    std::abort();
}

} // namespace lakeproof::test
