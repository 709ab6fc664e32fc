// SPDX-License-Identifier: BSL-1.0
// EXPECT: a constraint needs its length: static constexpr std::size_t min_length =
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>

struct alias_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
};
using alias = lakeproof::constrained_string<alias_constraint>;

bool ok(std::string_view text) {
    return alias::check(text).ok(); // HERE
}
