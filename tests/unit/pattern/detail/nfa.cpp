// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/nfa.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace nfa_test {

using lakeproof::detail::nfa;
using lakeproof::detail::nfa_state;
using lakeproof::detail::syntax_tree;
using lakeproof::test::twice_for_each;

struct size_case {
    std::string_view pattern;
    std::size_t needed; ///< readers and forks, without the accepting state
};

constexpr size_case sizes[] = {
    {"", 0},           {"a", 1},       {"abc", 3},     {"a|b", 3},
    {"a|", 2},         {"a*", 2},      {"a+", 3},      {"a?", 2},
    {"a{0}", 0},       {"a{3}", 3},    {"a{2,}", 4},   {"a{2,4}", 6},
    {"(ab){2,3}c", 8}, {"(a*){2}", 4}, {"(a|b)*c", 5}, {"(a{9999}){0}", 0},
    {"a{4095}", 4095},
};

BOOST_AUTO_TEST_SUITE(nondeterministic_automata)

BOOST_AUTO_TEST_CASE(as_many_states_are_made_as_are_needed) {
    twice_for_each<sizes>([](size_case const& c) {
        syntax_tree const tree{c.pattern};
        nfa const made{tree};
        return !made.overflow() && made.needed == c.needed && made.count == c.needed + 1;
    });
}

BOOST_AUTO_TEST_CASE(too_many_states_are_not_made) {
    for (std::string_view const pattern :
         {"a{4096}", "a{2000}b{2000}c{96}", "(a{99}){99}",
          "(((((((a{9999}){9999}){9999}){9999}){9999}){9999}){9999})"}) {
        syntax_tree const tree{pattern};
        nfa const made{tree};
        BOOST_TEST(made.overflow(), pattern);
        BOOST_TEST(made.count == 1u, pattern);
        BOOST_TEST(made.entry == nfa_state::accept, pattern);
    }
}

BOOST_AUTO_TEST_CASE(alternatives_share_what_follows_them) {
    syntax_tree const tree{"(a|b)c"};
    nfa const made{tree};
    auto const* const states = made.states.at;
    auto const& fork = states[made.entry];
    BOOST_TEST(fork.set == nfa_state::fork);
    BOOST_TEST(states[fork.out].set != states[fork.other].set);
    BOOST_TEST(states[fork.out].out == states[fork.other].out);
    BOOST_TEST(states[states[fork.out].out].out == nfa_state::accept);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace nfa_test
