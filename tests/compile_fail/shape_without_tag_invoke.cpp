// SPDX-License-Identifier: BSL-1.0
// Boost.JSON finds conversions by argument-dependent look-up: a namespace with shapes says
// `using lakeproof::json::tag_invoke;`.
// EXPECT: No suitable tag_invoke overload found for the type
#include <lakeproof/json/dom.hpp>

namespace mine {
struct named {
    lakeproof::source_name name;
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &named::name});
};
} // namespace mine

boost::json::value written(mine::named const& n) { return boost::json::value_from(n); } // HERE
