// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json/detail/ecma_pattern.hpp>

#include <boost/test/unit_test.hpp>

#include <string_view>

namespace ecma_pattern_test {

using lakeproof::detail::ecma_pattern;

BOOST_AUTO_TEST_SUITE(ecma_pattern_detail)

BOOST_AUTO_TEST_CASE(a_pattern_is_written_for_the_u_flag) {
    constexpr struct {
        std::string_view pattern, ecma;
    } rows[] = {
        {R"(^[\\\w\-_:/.]*$)", R"(^[\\\w\-_:/.]*$)"},
        {R"(^[\w+=,.@:\/-]*$)", R"(^[\w+=,.@:/-]*$)"},
        {R"(^[A-Z\_0-9]*$)", R"(^[A-Z_0-9]*$)"},
        {R"(^a\-b\_\/\.\*\:$)", R"(^a-b_/\.\*:$)"},
        {R"(^[\.\*\^\]\[[]+$)", R"(^[.*\^\]\[\[]+$)"},
        {R"(^[^/]\d{12}\D{2,}$)", R"(^[^/]\d{12}\D{2,}$)"},
        {R"(^[^^$.]$)", R"(^[^^$.]$)"},
        {R"(^(a|(?:b|c)).$)", R"(^(a|(?:b|c))[^\n\r]$)"},
        {R"(^a$|^b$)", R"(^(?:a|b)$)"},
        {"a|b", "^(?:a|b)$"},
        {"", "^$"},
        {R"(^}]$)", R"(^\}\]$)"},
        {R"(^\s\S[\s]$)", R"(^[\t-\r ][\x00-\x08\x0e-\x1f!-\u{10ffff}][\t-\r ]$)"},
        {R"(^[\s\S]*$)", R"(^[\t-\r \x00-\x08\x0e-\x1f!-\u{10ffff}]*$)"},
    };
    for (auto const& [pattern, ecma] : rows) BOOST_TEST(ecma_pattern::from(pattern) == ecma, pattern);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace ecma_pattern_test
