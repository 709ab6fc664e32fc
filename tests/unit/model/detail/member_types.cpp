// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/detail/member_types.hpp>

#include <lakeproof/model/create_custom_log_source_request.hpp>

#include "../../../support/everything.hpp"
#include "../../../support/twice.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace member_types_test {

using namespace lakeproof;
using detail::absent;
using detail::member_value;
using test::choice;
using test::color;
using test::everything;
using test::label;
using test::nothing;
using test::twice;

// What a member may be.
static_assert(member_value<label> && member_value<color> && member_value<std::string>);
static_assert(member_value<bool> && member_value<int> && member_value<std::int8_t>);
static_assert(member_value<std::int64_t> && member_value<std::uint32_t> && member_value<long long>);
static_assert(member_value<nothing> && member_value<choice> && member_value<aws_identity>);
static_assert(member_value<std::vector<label>> && member_value<std::vector<choice>>);
static_assert(member_value<std::vector<bool>> && member_value<ocsf::event_class_list>);

// And what not: values that JSON's integers do not hold, texts that live elsewhere, lists of lists.
static_assert(!member_value<std::uint64_t> && !member_value<double> && !member_value<char>);
static_assert(!member_value<wchar_t> && !member_value<char32_t>);
static_assert(!member_value<std::string_view> && !member_value<char const*>);
static_assert(!member_value<std::vector<std::vector<label>>> && !member_value<std::vector<double>>);
static_assert(!member_value<std::map<std::string, std::string>> && !member_value<std::unique_ptr<int>>);
static_assert(!member_value<std::optional<label>>); // which is looked through first
static_assert(!member_value<std::vector<std::optional<label>>>);
static_assert(!member_value<severity>);

static_assert(std::is_same_v<detail::value_type_of<std::optional<label>>, label>);
static_assert(std::is_same_v<detail::value_type_of<label>, label>);
static_assert(std::is_same_v<detail::element_of<std::vector<int>>::type, int>);
static_assert(
    std::is_same_v<detail::element_of<ocsf::event_class_list>::type, ocsf::event_class_name>);
static_assert(detail::is_open<test::lenient> && !detail::is_open<everything>);
static_assert(detail::is_union<choice> && !detail::is_union<everything>);

BOOST_AUTO_TEST_SUITE(types_of_members)

BOOST_AUTO_TEST_CASE(empty_optionals_and_lists_are_absent) {
    twice([] { return absent(std::optional<int>{}) && !absent(std::optional<int>{0}); });
    twice([] { return absent(ocsf::event_class_list{}); });
    twice([] { return !absent(0) && !absent(false) && !absent(nothing{}) && !absent(label{"a"}); });
    BOOST_TEST(absent(std::vector<bool>{}));
    BOOST_TEST(!absent(std::vector<bool>{false}));
    BOOST_TEST(!absent(std::string{}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace member_types_test
