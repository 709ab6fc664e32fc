// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/bounded_string.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <type_traits>

namespace bounded_string_test {

using lakeproof::bounded_string;
using lakeproof::rule;
using lakeproof::test::run;
using lakeproof::test::twice;

using account_id = bounded_string<"^[0-9]{12}$", 12, 12>;
using note = bounded_string<"^.*$", 0, 3>;
using wordy = bounded_string<R"(^[\w. ]*$)", 1, 300>;

// One type wherever it is written.
static_assert(std::is_same_v<account_id, bounded_string<"^[0-9]{12}$", 12, 12>>);
static_assert(!std::is_same_v<account_id, bounded_string<"^[0-9]{12}$", 11, 12>>);
static_assert(account_id::capacity == 12 && note::capacity == 12 && wordy::capacity == 300);

BOOST_AUTO_TEST_SUITE(bounded_strings)

BOOST_AUTO_TEST_CASE(they_keep_their_pattern_and_bounds) {
    twice([] { return account_id{"123456789012"} == "123456789012"; });
    twice([] { return !account_id::from("12345678901") && !account_id::from("1234567890123"); });
    twice([] { return !account_id::from("12345678901x"); });
    twice([] { return wordy::from(run(300, ' ')) && !wordy::from(run(301, ' ')) && !wordy::from(""); });
}

BOOST_AUTO_TEST_CASE(what_breaks_one_breaks_the_generic_rules) {
    twice([] {
        auto const s = account_id::check("1234567890123");
        return s.broken == rule::string_length && s.bound == 12 && s.length == 13;
    });
    twice([] { return account_id::check("12345678901x").broken == rule::string_pattern; });
    twice([] { return account_id::check("x").broken == rule::string_length; });
}

BOOST_AUTO_TEST_CASE(length_is_in_characters) {
    twice([] { return note{"\u00e9\u20ac\U0001f600"}.size() == 9 && note{""}.empty(); });
    twice([] { return note::check("\u00e9\u20ac\U0001f600x").length == 4; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace bounded_string_test
