// SPDX-License-Identifier: BSL-1.0
// EXPECT: unterminated_set
// EXPECT: 3>
// EXPECT: this pattern cannot be compiled
#include <lakeproof/pattern/pattern.hpp>

constexpr bool matches = lakeproof::pattern<"^ab[cd">::matches("abc"); // HERE
