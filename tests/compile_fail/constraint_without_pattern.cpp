// SPDX-License-Identifier: BSL-1.0
// EXPECT: a constraint needs a pattern: using pattern = lakeproof::pattern<
#include <lakeproof/text/constrained_string.hpp>

struct alias_constraint {
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 32;
};
using alias = lakeproof::constrained_string<alias_constraint>;

bool ok(std::string_view text) {
    return alias::check(text).ok(); // HERE
}
