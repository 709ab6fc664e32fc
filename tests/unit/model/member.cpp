// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/member.hpp>

#include "../../support/everything.hpp"
#include "../../support/twice.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace member_test {

using namespace lakeproof;
using test::everything;
using test::twice;

struct two_numbers {
    int first;
    std::int64_t second;
};

BOOST_AUTO_TEST_SUITE(members)

BOOST_AUTO_TEST_CASE(a_row_is_a_name_and_a_member) {
    twice([] {
        auto table = member_table(member{"one", &two_numbers::first},
                                        member{"two", &two_numbers::second});
        two_numbers const value{1, 2};
        return detail::row_of<0>(table).name == "one" && value.*detail::row_of<0>(table).pointer == 1 &&
               detail::row_of<1>(table).name == "two" && value.*detail::row_of<1>(table).pointer == 2;
    });
    static_assert(std::is_same_v<decltype(member{"two", &two_numbers::second})::type, std::int64_t>);
}

BOOST_AUTO_TEST_CASE(a_row_says_nothing_more_by_default) {
    twice([] {
        member const row{"one", &two_numbers::first};
        return !row.options.required && row.options.least == std::numeric_limits<std::int64_t>::min() &&
               row.options.most == std::numeric_limits<std::int64_t>::max();
    });
}

BOOST_AUTO_TEST_CASE(a_row_may_say_what_is_required_and_the_bounds) {
    twice([] {
        member const row{"one", &two_numbers::first, {.required = false, .least = 1, .most = 50}};
        return row.options.required == false && row.options.least == 1 && row.options.most == 50;
    });
    twice([] {
        auto const& labels = detail::row_of<8>(everything::members);
        return labels.name == "labels" && labels.options.required == true && labels.options.most == 3;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace member_test
