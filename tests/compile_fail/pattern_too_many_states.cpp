// SPDX-License-Identifier: BSL-1.0
// EXPECT: too_many_states
#include <lakeproof/pattern/pattern.hpp>

constexpr bool matches = lakeproof::pattern<"(a|b)*a(a|b){9}">::matches("ab"); // HERE
