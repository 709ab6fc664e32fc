// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/compiled_pattern.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <type_traits>

namespace compiled_pattern_test {

namespace detail = lakeproof::detail;
using detail::byte_set;
using detail::find_facts;
using lakeproof::pattern_error;
using lakeproof::test::twice;

BOOST_AUTO_TEST_SUITE(compiled_patterns)

BOOST_AUTO_TEST_CASE(a_plain_set_needs_no_automaton) {
    twice([] {
        auto const facts = find_facts("^[a-c_]*$");
        return facts.error == pattern_error::none && facts.is_set &&
               facts.bytes == byte_set{}.add('a', 'c').add('_');
    });
    twice([] { return !find_facts("^[a-c_]+$").is_set && !find_facts("").is_set; });
}

BOOST_AUTO_TEST_CASE(the_bytes_are_those_of_all_sets) {
    twice([] {
        return find_facts("(ab|[x-z]{2})*").bytes == byte_set{}.add('a', 'b').add('x', 'z');
    });
    twice([] {
        return find_facts("").bytes == byte_set{} &&
               find_facts("a{0}").bytes == byte_set{}.add('a');
    });
}

BOOST_AUTO_TEST_CASE(a_pattern_without_an_automaton_is_an_error) {
    twice([] {
        auto const facts = find_facts("ab[cd");
        return facts.error == pattern_error::unterminated_set && facts.offset == 2 && facts.is_set;
    });
}

BOOST_AUTO_TEST_CASE(there_is_no_room_for_too_many_states) {
    for (auto const pattern : {"a{5000}", "(a{100}){100}"}) {
        BOOST_TEST((find_facts(pattern).error == pattern_error::none), pattern);
        BOOST_TEST(detail::find_room(pattern).states == 0u, pattern);
    }
    twice([] { return detail::find_room("a{30}").states > 30 && detail::find_room("[ab]c").classes == 3; });
}

BOOST_AUTO_TEST_CASE(tables_are_of_exactly_the_size_of_a_pattern) {
    twice([] {
        constexpr auto& exact = detail::automaton_of<"^a[bc]$">;
        return exact.state_count == 4 &&
               std::is_same_v<decltype(exact), detail::automaton<4, 3> const&> &&
               exact.matches("ab") && exact.matches("ac") && !exact.matches("a");
    });
}

BOOST_AUTO_TEST_CASE(an_automaton_made_at_run_time_is_the_same) {
    constexpr auto room = detail::find_room("(x|yy)*abc[0-9]+z");
    constexpr auto& constant = detail::automaton_of<"(x|yy)*abc[0-9]+z">;
    auto const made = detail::determinize<room.states, room.classes>("(x|yy)*abc[0-9]+z");
    BOOST_TEST_REQUIRE(made.state_count == constant.state_count);
    for (std::size_t s = 0; s < made.state_count; ++s) {
        BOOST_TEST(made.accepts[s] == constant.accepts[s]);
        for (int b = 0; b < 256; ++b)
            BOOST_TEST(made.step(s, static_cast<char>(b)) ==
                       constant.step(s, static_cast<char>(b)));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace compiled_pattern_test
