// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/pattern/detail/scan_plan.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace {

namespace detail = lakeproof::detail;
using lakeproof::pattern_text;
using lakeproof::test::twice;

template <pattern_text Text>
constexpr auto table = detail::compile_pattern<Text>();

template <pattern_text Text>
using planner = detail::scan_planner<std::remove_cvref_t<decltype(table<Text>)>>;

/// How a pattern is scanned. Its table is an argument that is not const where it is copied: without
/// one g++ would put the plan itself in place of the call.
template <pattern_text Text>
constexpr auto plan_of(std::remove_cvref_t<decltype(table<Text>)> const& automaton) {
    return planner<Text>{automaton}.run();
}

template <pattern_text Text>
constexpr std::size_t chain_of() {
    return planner<Text>{table<Text>}.chain_length();
}

constexpr bool reads(detail::scan_run const& run, std::string_view first) {
    if (run.length != first.size()) return false;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (run.first[i] != static_cast<unsigned char>(first[i])) return false;
    return true;
}

BOOST_AUTO_TEST_SUITE(scan_plans)

BOOST_AUTO_TEST_CASE(a_way_without_a_choice_is_a_run) {
    twice([] {
        auto copy = table<"(x|yy)*abc[0-9](x|yy)*">;
        auto const plan = plan_of<"(x|yy)*abc[0-9](x|yy)*">(copy);
        return plan.run_count == 1 && reads(plan.runs[0], "bc0") && plan.runs[0].span[0] == 0 &&
               plan.runs[0].span[2] == 9;
    });
}

BOOST_AUTO_TEST_CASE(a_run_of_more_than_16_bytes_is_two) {
    twice([] {
        auto copy = table<"abcdefghijklmnopqrstuv(x|y)*">;
        auto const plan = plan_of<"abcdefghijklmnopqrstuv(x|y)*">(copy);
        return plan.run_count == 2 && reads(plan.runs[0], "abcdefghijklmnop") &&
               reads(plan.runs[1], "qrstuv") && plan.run_at[plan.runs[0].target] == 1;
    });
}

BOOST_AUTO_TEST_CASE(a_run_of_two_bytes_is_none) {
    twice([] { return plan_of<"ab(x|yz)*">(table<"ab(x|yz)*">).run_count == 0; });
}

BOOST_AUTO_TEST_CASE(a_state_that_bytes_lead_back_to_is_a_loop) {
    twice([] {
        auto copy = table<"a[b-y]*z">;
        auto const plan = plan_of<"a[b-y]*z">(copy);
        if (plan.loop_count != 1 || plan.loop_at[1] != plan.none) return false;
        auto const& loop = plan.loops[0];
        return loop.count == 1 && loop.range[0].first == 'b' && loop.range[0].last == 'y';
    });
}

BOOST_AUTO_TEST_CASE(a_loop_of_all_bytes_or_of_many_ranges_is_none) {
    twice([] { return plan_of<"a(.|\\n|\\r)*">(table<"a(.|\\n|\\r)*">).loop_count == 0; });
    twice([] { return plan_of<"a[acegikmo]*">(table<"a[acegikmo]*">).loop_count == 0; });
    twice([] { return plan_of<"a[acegikmoqsuwy]*">(table<"a[acegikmoqsuwy]*">).loop_count == 0; });
}

BOOST_AUTO_TEST_CASE(the_only_way_is_a_chain) {
    twice([] { return chain_of<"^\\d{12}$">() == 12; });
    twice([] { return chain_of<"^abc[x-z]$">() == 4; });
    twice([] { return chain_of<"^abc?$">() == 0 && chain_of<"^(ab|cd)$">() == 0; });
    twice([] { return chain_of<"^abc*$">() == 0; });
    twice([] {
        auto const chain = detail::plan_chain<table<"^ab[0-9]$">>();
        return chain.length == 3 && chain.first[1] == 'b' && chain.span[1] == 0 &&
               chain.first[2] == '0' && chain.span[2] == 9;
    });
}

BOOST_AUTO_TEST_CASE(a_plan_of_exactly_its_size_says_the_same) {
    twice([] {
        constexpr auto& automaton = table<"(x|yy)*abc[0-9]+z">;
        auto copy = table<"(x|yy)*abc[0-9]+z">;
        auto const wide = plan_of<"(x|yy)*abc[0-9]+z">(copy);
        auto const exact = detail::plan_scan<automaton>();
        for (std::size_t s = 0; s < automaton.state_count; ++s)
            if (exact.run_at[s] != wide.run_at[s] || exact.loop_at[s] != wide.loop_at[s])
                return false;
        return wide.run_count + wide.loop_count > 0;
    });
}

BOOST_AUTO_TEST_CASE(a_loop_is_spread_over_vectors) {
    twice([] {
        detail::byte_ranges ranges{detail::byte_set{}.add('0', '9').add('a', 'f')};
        auto const loop = detail::spread(ranges);
        for (std::size_t r = 0; r < detail::scan_loop::most; ++r) {
            int const last = r == 1 ? 'f' : '9'; // the first once more where there is no other
            for (std::size_t i = 0; i < 16; ++i)
                if (loop.move[r][i] != 127 - last ||
                    loop.above[r][i] != 126 - (r == 1 ? 'f' - 'a' : 9))
                    return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(tables_are_of_exactly_the_size_of_a_pattern) {
    twice([] {
        auto const exact = detail::compile_pattern<"^a[bc]$">();
        auto const after_a = exact.step(1, 'a');
        return exact.state_count == 4 && exact.class_count == 3 && !exact.overflow &&
               exact.accepts[exact.step(after_a, 'b')] && !exact.accepts[after_a] &&
               exact.step(after_a, 'b') == exact.step(after_a, 'c') && exact.step(1, 'b') == 0;
    });
}

BOOST_AUTO_TEST_CASE(a_pattern_that_unfolds_to_too_much_is_not_tried) {
    twice([] {
        auto const tree = detail::pattern_parser<8>{"ab"}.parse();
        return detail::determinize<5000>(tree).overflow && !detail::determinize<2>(tree).overflow;
    });
}

BOOST_AUTO_TEST_CASE(long_texts_match_with_and_without_loops_and_runs) {
    using lakeproof::pattern;
    twice([] {
        using many_ranges = pattern<"a[acegikmo]*z">;
        return many_ranges::matches("aacegikmoomkigecaz") &&
               many_ranges::matches("aaaaaaaaaaaaaaaaz") &&
               !many_ranges::matches("aacegikmobmkigecaz") &&
               !many_ranges::matches("aacegikmoomkigecaa");
    });
    twice([] {
        using loop = pattern<"a[b-y]*z">;
        return loop::matches("abcdefghijklmnopqrstuvwxyz") && loop::matches("abbbbbbbbbbbbbbz") &&
               !loop::matches("abbbbbbbbbbbbbbb") && !loop::matches("abbbbbbbbbbbbbbzz");
    });
    twice([] {
        using run = pattern<"x*abcdefghijklmnopq[r-t]*">;
        return run::matches("xxabcdefghijklmnopq") && run::matches("abcdefghijklmnopqrst") &&
               !run::matches("xxabcdefghijklmnop0") && !run::matches("xxxxxxxxxxabcdef");
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
