// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/testing/detail/json_spans.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace json_spans_test {

using lakeproof::testing::detail::unit_at;

/// The characters and escapes of a string, as `unit_at` finds them one after the other.
std::vector<std::string> units(std::string_view json) {
    std::vector<std::string> all;
    for (std::size_t at = 1; at < json.size() - 1;) {
        auto const unit = unit_at(json, {0, json.size()}, at);
        all.emplace_back(json.substr(unit.begin, unit.size()));
        at = unit.end;
    }
    return all;
}

BOOST_AUTO_TEST_SUITE(json_spans)

BOOST_AUTO_TEST_CASE(a_character_is_whole) {
    std::vector<std::string> const expected{"a", "\u00e9", "\u20ac", "\U0001f600", "z"};
    BOOST_TEST(units("\"a\u00e9\u20ac\U0001f600z\"") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_escape_is_whole_and_so_is_a_pair_of_two) {
    std::vector<std::string> const expected{R"(\n)", R"(\u00e9)", R"(\ud83d\ude00)", R"(\")", "z"};
    BOOST_TEST(units(R"("\n\u00e9\ud83d\ude00\"z")") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace json_spans_test
