// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/detail/arena.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <vector>

namespace arena_test {

using lakeproof::detail::arena;
using lakeproof::test::twice;

BOOST_AUTO_TEST_SUITE(arenas)

BOOST_AUTO_TEST_CASE(the_callers_array_comes_first) {
    twice([] {
        int first[4]{};
        arena<int> memory{first, 4};
        return memory.take(3) == first && memory.take_one() == first + 3 && memory.left() == 0;
    });
}

BOOST_AUTO_TEST_CASE(then_the_heap_which_is_given_back) {
    twice([] {
        int first[1]{};
        arena<int> memory{first, 1};
        *memory.take_one() = 7;
        for (int i = 0; i < 1000; ++i) *memory.take_one() = i;
        auto* const many = memory.take(3000);
        for (int i = 0; i < 3000; ++i) many[i] = i;
        return first[0] == 7 && many[2999] == 2999;
    });
}

BOOST_AUTO_TEST_CASE(what_is_taken_at_once_is_side_by_side) {
    twice([] {
        int first[10]{};
        arena<int> memory{first, 10};
        static_cast<void>(memory.take(8));
        auto* const five = memory.take(5); // the two that are left stay free
        for (int i = 0; i < 5; ++i) five[i] = i;
        return five != first + 8 && memory.next() == five + 5 && memory.left() >= 1;
    });
}

BOOST_AUTO_TEST_CASE(what_was_taken_stays_where_it_is) {
    int first[2]{};
    arena<int> memory{first, 2};
    std::vector<int*> taken;
    for (int i = 0; i < 100'000; ++i) {
        taken.push_back(memory.take_one());
        *taken.back() = i;
    }
    bool all = true;
    for (std::size_t i = 0; i < taken.size(); ++i) all = all && *taken[i] == static_cast<int>(i);
    BOOST_TEST(all);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace arena_test
