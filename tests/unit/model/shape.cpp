// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/shape.hpp>

#include "../../support/everything.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shape_test {

using namespace lakeproof;
using test::everything;
using test::twice;

struct without_table {
    int number;
};

static_assert(shape<everything> && shape<test::nothing> && !shape<int> && !shape<without_table>);
static_assert(!shape<std::vector<everything>> && !shape<std::string>);
static_assert(member_count<everything> == 17 && member_count<test::nothing> == 0);

BOOST_AUTO_TEST_SUITE(shapes)

BOOST_AUTO_TEST_CASE(rows_are_visited_in_their_order) {
    twice([] {
        std::size_t rows = 0;
        std::string_view first, last;
        detail::for_each_member<everything>([&](auto const& m) {
            if (rows++ == 0) first = m.name;
            last = m.name;
        });
        return rows == 17 && first == "name" && last == "needed";
    });
    twice([] {
        bool any = false;
        detail::for_each_member<test::nothing>([&](auto const&) { any = true; });
        return !any;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace shape_test
