// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/testing/detail/json_text.hpp>

#include <boost/test/unit_test.hpp>

namespace json_text_test {

using lakeproof::testing::detail::escaped;

BOOST_AUTO_TEST_SUITE(json_text)

BOOST_AUTO_TEST_CASE(every_character_can_be_an_escape) {
    BOOST_TEST(escaped("") == R"("")");
    BOOST_TEST(escaped("a\n\u00e9\uffff") == R"("\u0061\u000a\u00e9\uffff")");
    BOOST_TEST(escaped("\U00010000\U0001f601\U0010ffff") == R"("\ud800\udc00\ud83d\ude01\udbff\udfff")");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace json_text_test
