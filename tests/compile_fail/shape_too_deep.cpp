// SPDX-License-Identifier: BSL-1.0
// EXPECT: a shape nests at most 16 values deep
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/check/check.hpp>

namespace lp = lakeproof;

// 16 objects, and the text in the innermost.
template <int Depth>
struct nested {
    nested<Depth - 1> inner;
    static constexpr auto members = lp::member_table(lp::member{"inner", &nested::inner});
};
template <>
struct nested<1> {
    lp::source_name name;
    static constexpr auto members = lp::member_table(lp::member{"name", &nested::name});
};

bool ok(nested<16> const& value) {
    return lp::check(value).ok(); // HERE
}
