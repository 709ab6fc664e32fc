// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/determinizer.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace determinizer_test {

namespace detail = lakeproof::detail;
using lakeproof::test::twice;

/// How many states the automaton of a pattern has, or 0 where it has more than `most`.
constexpr std::size_t states_of(std::string_view pattern, std::size_t most = 512) {
    detail::syntax_tree const tree{pattern};
    detail::nfa const from{tree};
    detail::byte_classes const classes{tree};
    detail::scratch<std::uint16_t> next{most * classes.count};
    for (std::size_t i = 0; i < most * classes.count; ++i) next.at[i] = 0;
    detail::determinizer const made{from, classes, most, next.at};
    return made.overflow ? 0 : made.count;
}

BOOST_AUTO_TEST_SUITE(the_subset_construction)

BOOST_AUTO_TEST_CASE(equal_subsets_share_a_state) {
    twice([] { return states_of("(ab|cb)*") == 4; });
    twice([] { return states_of("a*b|a*c") == 3 && states_of("(a|b)(a|b)") == 4; });
    twice([] { return states_of("") == 2 && states_of("a") == 3 && states_of("a*") == 2; });
}

BOOST_AUTO_TEST_CASE(more_states_than_there_is_room_for_are_noticed) {
    twice([] { return states_of("abcd", 6) == 6 && states_of("abcd", 5) == 0; });
}

BOOST_AUTO_TEST_CASE(more_members_than_there_is_room_for_are_noticed) {
    // 42 states have 861 members; there is room for 8 a state.
    BOOST_TEST(states_of("[ab]*[ab]{40}", 120) == 42u);
    BOOST_TEST(states_of("[ab]*[ab]{40}", 100) == 0u);
}

BOOST_AUTO_TEST_CASE(the_dead_state_and_a_start_that_reads_on_do_not_accept) {
    twice([] {
        detail::syntax_tree const tree{"a?b?"};
        detail::nfa const from{tree};
        detail::byte_classes const classes{tree};
        detail::scratch<std::uint16_t> next{20 * classes.count};
        for (std::size_t i = 0; i < 20 * classes.count; ++i) next.at[i] = 0;
        detail::determinizer const made{from, classes, 20, next.at};
        return !made.accepts(0) && made.accepts(1);
    });
    twice([] {
        detail::syntax_tree const tree{"a+"};
        detail::nfa const from{tree};
        detail::byte_classes const classes{tree};
        detail::scratch<std::uint16_t> next{20 * classes.count};
        for (std::size_t i = 0; i < 20 * classes.count; ++i) next.at[i] = 0;
        detail::determinizer const made{from, classes, 20, next.at};
        return !made.accepts(0) && !made.accepts(1) && made.accepts(2);
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace determinizer_test
