// SPDX-License-Identifier: BSL-1.0
// EXPECT: reversed_count
// EXPECT: 5>
#include <lakeproof/pattern/pattern.hpp>

struct constraint {
    using pattern = lakeproof::pattern<"[a-z]{3,2}">;
};
constexpr bool matches = constraint::pattern::matches("abc"); // HERE
