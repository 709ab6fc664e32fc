// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/constraint_error.hpp>

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace constraint_error_test {

using lakeproof::constraint_error;
using lakeproof::rule;

static_assert(std::is_base_of_v<std::invalid_argument, constraint_error>);
static_assert(std::is_nothrow_copy_constructible_v<constraint_error>);
static_assert(noexcept(std::declval<constraint_error const&>().rule()));

BOOST_AUTO_TEST_SUITE(constraint_errors)

BOOST_AUTO_TEST_CASE(they_carry_rule_bound_and_length) {
    constraint_error const e{rule::source_name_length, 64, 65};
    BOOST_TEST((e.rule() == rule::source_name_length));
    BOOST_TEST(e.bound() == 64u);
    BOOST_TEST(e.length() == 65u);
}

BOOST_AUTO_TEST_CASE(the_message_names_them) {
    constraint_error const too_long{rule::source_name_length, 64, 65};
    BOOST_TEST(too_long.what() ==
               std::string{"sourceName is 1 to 64 characters long [source-name-length]; "
                           "the length is 65, the most is 64"});
    constraint_error const too_short{rule::external_id_length, 2, 1};
    BOOST_TEST(too_short.what() ==
               std::string{"externalId is 2 to 1,224 characters long [external-id-length]; "
                           "the length is 1, the least is 2"});
    constraint_error const off_pattern{rule::source_name_pattern, 0, 3};
    BOOST_TEST(off_pattern.what() ==
               std::string{"sourceName matches the service's pattern [source-name-pattern]; "
                           "the length is 3"});
}

BOOST_AUTO_TEST_CASE(a_broken_rule_throws) {
    BOOST_CHECK_EXCEPTION(lakeproof::detail::violates<rule::string_length>(5, 6), constraint_error,
                          [](constraint_error const& e) {
                              return e.rule() == rule::string_length && e.bound() == 5 &&
                                     e.length() == 6;
                          });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace constraint_error_test
