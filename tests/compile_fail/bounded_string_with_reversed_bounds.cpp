// SPDX-License-Identifier: BSL-1.0
// EXPECT: the least length is more than the greatest
#include <lakeproof/text/bounded_string.hpp>

using alias = lakeproof::bounded_string<"^[a-z]*$", 32, 1>;

bool ok(std::string_view text) {
    return alias::check(text).ok(); // HERE
}
