// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json/error.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <set>
#include <string>

namespace error_test {

using namespace lakeproof;

inline constexpr rule_info no_tmp{.id = "no-tmp", .title = "A name is not temporary"};
inline constexpr rule_info no_test{.id = "no-test"};
inline constexpr rule_info numbered{.id = "numbered", .number = 70'000};

BOOST_AUTO_TEST_SUITE(error_codes)

BOOST_AUTO_TEST_CASE(every_rule_has_a_number_of_its_own) {
    std::set<int> numbers;
    for (auto const& r : rules()) {
        auto const code = make_error_code(r.value);
        BOOST_TEST(code.failed(), r.id);
        BOOST_TEST(code.category().name() == std::string{"lakeproof.rule"});
        BOOST_TEST(code.message() == std::string{r.title} + " [" + std::string{r.id} + ']');
        BOOST_TEST((code == boost::system::error_code{r.value}));
        BOOST_TEST((code == r.value));
        BOOST_TEST(numbers.insert(code.value()).second, r.id);
    }
    BOOST_TEST(numbers.size() == rule_count);
}

// What programs have stored stays what it was: those of 0.1 are the positions that the rules had there.
BOOST_AUTO_TEST_CASE(numbers_never_change) {
    constexpr struct {
        rule value;
        int number;
    } published[] = {
        {rule::json_malformed, 1},
        {rule::json_limit, 2},
        {rule::member_type, 3},
        {rule::member_missing, 4},
        {rule::member_duplicate, 5},
        {rule::member_unknown, 6},
        {rule::source_name_length, 7},
        {rule::source_name_pattern, 8},
        {rule::source_name_documented_limit, 9},
        {rule::source_version_length, 10},
        {rule::source_version_pattern, 11},
        {rule::event_class_pattern, 12},
        {rule::event_class_undocumented, 13},
        {rule::event_class_duplicate, 14},
        {rule::event_class_retired, 15},
        {rule::event_classes_limit, 16},
        {rule::role_arn_length, 17},
        {rule::role_arn_pattern, 18},
        {rule::role_arn_unresolvable, 19},
        {rule::principal_length, 20},
        {rule::principal_pattern, 21},
        {rule::principal_unresolvable, 22},
        {rule::external_id_length, 23},
        {rule::external_id_pattern, 24},
        {rule::string_length, 25},
        {rule::string_pattern, 26},
        {rule::provider_role_length, 27},
        {rule::provider_role_characters, 28},
        {rule::role_arn_partition, 29},
        {rule::region_unknown, 30},
        {rule::region_unsupported, 31},
        {rule::source_name_conflict, 32},
        {rule::source_name_collision, 33},
        {rule::response_source_mismatch, 34},
        {rule::response_role_mismatch, 35},
        {rule::response_location_mismatch, 36},
        {rule::response_arn_mismatch, 37},
        {rule::house_rule, 38},
        {rule::event_class_not_in_api_reference, 39},
        {rule::event_class_not_in_user_guide, 40},
        {rule::event_classes_several, 41},
        {rule::source_count_limit, 42},
        {rule::string_enum, 43},
        {rule::number_range, 44},
        {rule::list_length, 45},
        {rule::union_members, 46},
    };
    static_assert(std::size(published) == rule_count);
    for (auto const& row : published) BOOST_TEST(make_error_code(row.value).value() == row.number);
}

BOOST_AUTO_TEST_CASE(a_rule_of_the_users_own_has_one_too) {
    auto const code = make_error_code(no_tmp);
    BOOST_TEST(code.failed());
    BOOST_TEST(code.value() > 0xffff); // above all of the catalogue's, now and later
    BOOST_TEST(code.value() == make_error_code(rule_info{.id = "no-tmp"}).value()); // by its id
    BOOST_TEST(code.value() != make_error_code(no_test).value());
    BOOST_TEST(make_error_code(numbered).value() == 70'000);
    BOOST_TEST(code.message() == "A rule of the user's own [custom]");
    BOOST_TEST((code != boost::system::error_code{rule::member_type}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace error_test
