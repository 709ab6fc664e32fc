// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/constraint.hpp>

#include <lakeproof/pattern/pattern.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace constraint_test {

using lakeproof::check_text;
using lakeproof::constraint_status;
using lakeproof::rule;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;
using namespace std::string_view_literals;

/// Brings no rules of its own.
struct alias {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 2;
    static constexpr std::size_t max_length = 5;
};

/// Brings its own rules, and bounds of another integer type.
struct named {
    using pattern = lakeproof::pattern<"a+b?">;
    static constexpr int min_length = 2;
    static constexpr int max_length = 5;
    static constexpr rule length_rule = rule::source_name_length;
    static constexpr rule pattern_rule = rule::source_name_pattern;
};

/// Not of ASCII alone, so that characters are not bytes.
struct caption {
    using pattern = lakeproof::pattern<"^.*$">;
    static constexpr std::size_t min_length = 2;
    static constexpr std::size_t max_length = 4;
};

struct no_pattern {
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 1;
};
struct no_bounds {
    using pattern = lakeproof::pattern<"a">;
};

static_assert(lakeproof::string_constraint<alias>);
static_assert(lakeproof::string_constraint<named>);
static_assert(lakeproof::string_constraint<caption>);
static_assert(!lakeproof::string_constraint<no_pattern>);
static_assert(!lakeproof::string_constraint<no_bounds>);
static_assert(!lakeproof::string_constraint<int>);

struct status_case {
    std::string_view text;
    std::size_t length;
    std::size_t bound;
    bool length_ok;
    bool pattern_ok;
    std::optional<rule> broken;
};

template <class Constraint>
constexpr bool has_status(status_case const& c) {
    auto const s = check_text<Constraint>(c.text);
    return s.length == c.length && s.bound == c.bound && s.length_ok == c.length_ok &&
           s.pattern_ok == c.pattern_ok && s.broken == c.broken &&
           s.ok() == (c.length_ok && c.pattern_ok) && static_cast<bool>(s) == s.ok() &&
           s.too_short() == (!c.length_ok && c.length < c.bound);
}

constexpr status_case alias_cases[] = {
    {"", 0, 2, false, true, rule::string_length},
    {"a", 1, 2, false, true, rule::string_length},
    {"ab", 2, 0, true, true, std::nullopt},
    {"abcde", 5, 0, true, true, std::nullopt},
    {"abcdef", 6, 5, false, true, rule::string_length},
    {"aB", 2, 0, true, false, rule::string_pattern},
    {"A", 1, 2, false, false, rule::string_length}, // length comes first
    {"abcdeF", 6, 5, false, false, rule::string_length},
    {"ab\0"sv, 3, 0, true, false, rule::string_pattern},
    {"\xc3\xa9\xc3\xa9\xc3\xa9", 3, 0, true, false, rule::string_pattern}, // in characters
};

constexpr status_case named_cases[] = {
    {"a", 1, 2, false, true, rule::source_name_length},
    {"aa", 2, 0, true, true, std::nullopt},
    {"aaaab", 5, 0, true, true, std::nullopt},
    {"aaaaab", 6, 5, false, true, rule::source_name_length},
    {"aac", 3, 0, true, false, rule::source_name_pattern},
};

constexpr status_case caption_cases[] = {
    {"\xc3\xa9", 1, 2, false, true, rule::string_length},
    {"\xc3\xa9\xc3\xa9", 2, 0, true, true, std::nullopt},
    {"\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80", 4, 0, true, true, std::nullopt},
    {"\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80z", 5, 4, false, true,
     rule::string_length},
    {"a\n", 2, 0, true, false, rule::string_pattern},
    {"\0\0"sv, 2, 0, true, true, std::nullopt},
};

BOOST_AUTO_TEST_SUITE(constraints)

BOOST_AUTO_TEST_CASE(a_constraint_without_rules_gets_the_generic_ones) {
    twice([] { return lakeproof::length_rule<alias> == rule::string_length; });
    twice([] { return lakeproof::pattern_rule<alias> == rule::string_pattern; });
    twice([] { return lakeproof::length_rule<named> == rule::source_name_length; });
    twice([] { return lakeproof::pattern_rule<named> == rule::source_name_pattern; });
}

BOOST_AUTO_TEST_CASE(a_status_says_which_bound_and_its_number) {
    twice_for_each<alias_cases>([](status_case const& c) { return has_status<alias>(c); });
    twice_for_each<named_cases>([](status_case const& c) { return has_status<named>(c); });
}

BOOST_AUTO_TEST_CASE(length_is_in_scalar_values) {
    twice_for_each<caption_cases>([](status_case const& c) { return has_status<caption>(c); });
}

BOOST_AUTO_TEST_CASE(the_whole_string_is_checked_however_long) {
    twice([] {
        auto const s = check_text<alias>(run(2500, 'a').add("B"));
        return s.length == 2501 && s.bound == 5 && !s.length_ok && !s.pattern_ok;
    });
}

BOOST_AUTO_TEST_CASE(a_valid_string_breaks_nothing) {
    twice([] { return !check_text<alias>("abc").broken; });
    twice([] { return !constraint_status{}.broken; });
}

BOOST_AUTO_TEST_CASE(statuses_compare) {
    twice([] { return check_text<alias>("abc") == check_text<alias>("xyz"); });
    twice([] { return !(check_text<alias>("abc") == check_text<alias>("ab")); });
    twice([] {
        return lakeproof::test::all_differ<constraint_status>(
            {{},
             {.length = 1},
             {.bound = 1},
             {.length_ok = false},
             {.pattern_ok = false},
             {.broken = rule::source_name_length}});
    });
    twice([] { return constraint_status{}.ok() && !constraint_status{}.too_short(); });
}

BOOST_AUTO_TEST_CASE(capacity_is_in_bytes) {
    twice([] { return lakeproof::detail::capacity_of<alias> == 5; });
    twice([] { return lakeproof::detail::capacity_of<caption> == 16; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace constraint_test
