// SPDX-License-Identifier: BSL-1.0
// A constraint without rules of its own breaks the generic one.
// EXPECT: rule::string_pattern
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>

struct alias_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 32;
};
using alias = lakeproof::constrained_string<alias_constraint>;

constexpr alias name = "Acme"; // HERE
