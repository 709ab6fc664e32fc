// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/enum_string.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>

namespace enum_string_test {

using lakeproof::enum_string;
using lakeproof::rule;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

using color = enum_string<"RED", "GREEN", "BLUE-GREEN">;
using single = enum_string<"S3">;
using maybe_empty = enum_string<"", "x">;

static_assert(color::capacity == 10 && single::capacity == 2);

constexpr std::string_view values[] = {"RED", "GREEN", "BLUE-GREEN"};
constexpr std::string_view others[] = {
    "", "RE", "REDD", "red", "Red", "BLUE", "GREEN ", "RED, GREEN", "\u00c9", "BLUE-GREENISH",
};

BOOST_AUTO_TEST_SUITE(enum_strings)

BOOST_AUTO_TEST_CASE(they_hold_one_of_their_values) {
    twice_for_each<values>([](std::string_view v) { return color::from(v).value() == v; });
    twice([] { return color{"RED"} == "RED" && single{"S3"} == "S3" && maybe_empty{""}.empty(); });
}

BOOST_AUTO_TEST_CASE(nothing_else_is_one) {
    twice_for_each<others>([](std::string_view v) { return !color::from(v); });
}

BOOST_AUTO_TEST_CASE(what_is_none_breaks_the_enum_and_no_length) {
    twice_for_each<others>([](std::string_view v) {
        auto const s = color::check(v);
        return s.length_ok && s.bound == 0 && !s.pattern_ok && !s.ok() && s.broken == rule::string_enum;
    });
    twice([] {
        auto const s = color::check(run(300, 'R'));
        return s.length_ok && s.length == 300 && s.broken == rule::string_enum;
    });
}

BOOST_AUTO_TEST_CASE(the_values_are_listed_as_the_service_lists_them) {
    twice([] { return color::constraint::pattern::text() == "RED, GREEN, BLUE-GREEN"; });
    twice([] { return single::constraint::pattern::text() == "S3"; });
    twice([] {
        return color::constraint::values.size() == 3 && color::constraint::values[1] == "GREEN" &&
               color::constraint::min_length == 3 && color::constraint::max_length == 10;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace enum_string_test
