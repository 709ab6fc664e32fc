// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/syntax.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace syntax_test {

using lakeproof::pattern_error;
using lakeproof::detail::syntax_tree;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;
using namespace std::string_view_literals;

struct parse_case {
    std::string_view pattern;
    pattern_error error;
    std::size_t offset;
};

constexpr auto parses_so = [](parse_case const& c) {
    syntax_tree const tree{c.pattern};
    return tree.error == c.error && tree.offset == c.offset;
};

constexpr parse_case errors[] = {
    {"[", pattern_error::unterminated_set, 0},
    {"ab[cd", pattern_error::unterminated_set, 2},
    {"[^", pattern_error::unterminated_set, 0},
    {"[a-", pattern_error::unterminated_set, 0},
    {"[a\\]", pattern_error::unterminated_set, 0},
    {"[]", pattern_error::empty_set, 0},
    {"a[]b]", pattern_error::empty_set, 1},
    {"[^]", pattern_error::empty_set, 0},
    {"[z-a]", pattern_error::reversed_range, 1},
    {"[0-9z-a]", pattern_error::reversed_range, 4},
    {"[\\w-z]", pattern_error::reversed_range, 1},
    {"[a-\\d]", pattern_error::reversed_range, 1},
    {"(", pattern_error::unterminated_group, 0},
    {"a(b(c)", pattern_error::unterminated_group, 1},
    {"(a|b", pattern_error::unterminated_group, 0},
    {"(?:a", pattern_error::unterminated_group, 0},
    {")", pattern_error::unmatched_parenthesis, 0},
    {"a)b", pattern_error::unmatched_parenthesis, 1},
    {"(a))", pattern_error::unmatched_parenthesis, 3},
    {"^a$)", pattern_error::anchor_inside, 2},
    {"(?=a)", pattern_error::unsupported_group, 0},
    {"a(?!b)", pattern_error::unsupported_group, 1},
    {"(?<n>a)", pattern_error::unsupported_group, 0},
    {"(?i)a", pattern_error::unsupported_group, 0},
    {"\\", pattern_error::unsupported_escape, 0},
    {"ab\\", pattern_error::unsupported_escape, 2},
    {"[\\", pattern_error::unsupported_escape, 1},
    {"a\\b", pattern_error::unsupported_escape, 1},
    {"\\1", pattern_error::unsupported_escape, 0},
    {"(a)\\1", pattern_error::unsupported_escape, 3},
    {"\\x41", pattern_error::unsupported_escape, 0},
    {"\\u0041", pattern_error::unsupported_escape, 0},
    {"\\p{L}", pattern_error::unsupported_escape, 0},
    {"\\ ", pattern_error::unsupported_escape, 0},
    {"[a\\q]", pattern_error::unsupported_escape, 2},
    {"[a-\\q]", pattern_error::unsupported_escape, 3},
    {"\\\xe9", pattern_error::unsupported_escape, 0},
    {"\\\n", pattern_error::unsupported_escape, 0},
    {"*", pattern_error::nothing_to_repeat, 0},
    {"+a", pattern_error::nothing_to_repeat, 0},
    {"?", pattern_error::nothing_to_repeat, 0},
    {"{2}", pattern_error::nothing_to_repeat, 0},
    {"^*", pattern_error::nothing_to_repeat, 1},
    {"a|*", pattern_error::nothing_to_repeat, 2},
    {"(*a)", pattern_error::nothing_to_repeat, 1},
    {"a**", pattern_error::unsupported_repeat, 2},
    {"a+?", pattern_error::unsupported_repeat, 2},
    {"a{2}{3}", pattern_error::unsupported_repeat, 4},
    {"a?+", pattern_error::unsupported_repeat, 2},
    {"a{", pattern_error::malformed_count, 1},
    {"a{}", pattern_error::malformed_count, 1},
    {"ab{x}", pattern_error::malformed_count, 2},
    {"a{,3}", pattern_error::malformed_count, 1},
    {"a{2", pattern_error::malformed_count, 1},
    {"a{2,", pattern_error::malformed_count, 1},
    {"a{2,x}", pattern_error::malformed_count, 1},
    {"a{2,3", pattern_error::malformed_count, 1},
    {"a{-1}", pattern_error::malformed_count, 1},
    {"a{ 1}", pattern_error::malformed_count, 1},
    {"a{99999999999}", pattern_error::malformed_count, 1},
    {"a{3,2}", pattern_error::reversed_count, 1},
    {"a^b", pattern_error::anchor_inside, 1},
    {"a$b", pattern_error::anchor_inside, 1},
    {"(^a)", pattern_error::anchor_inside, 1},
    {"(a$)", pattern_error::anchor_inside, 2},
    {"^^a", pattern_error::anchor_inside, 1},
    {"a$$", pattern_error::anchor_inside, 1},
    {"[a](b", pattern_error::unterminated_group, 3},
};

constexpr parse_case legal[] = {
    {"", pattern_error::none, 0},
    {"^", pattern_error::none, 0},
    {"$", pattern_error::none, 0},
    {"^$", pattern_error::none, 0},
    {"^a$|^b$", pattern_error::none, 0},
    {"()", pattern_error::none, 0},
    {"(?:)", pattern_error::none, 0},
    {"a||b", pattern_error::none, 0},
    {"|", pattern_error::none, 0},
    {"(|a)*", pattern_error::none, 0},
    {"[-a]", pattern_error::none, 0},
    {"[a-]", pattern_error::none, 0},
    {"[\\w-]", pattern_error::none, 0},
    {"[+--]", pattern_error::none, 0},
    {"[a^]", pattern_error::none, 0},
    {"[[]", pattern_error::none, 0},
    {"[$.*+?(){}|]", pattern_error::none, 0},
    {"a]", pattern_error::none, 0},
    {"a}", pattern_error::none, 0},
    {"a{0}", pattern_error::none, 0},
    {"a{0,0}", pattern_error::none, 0},
    {"a{2,}", pattern_error::none, 0},
    {"\\d\\w\\s\\D\\W\\S\\t\\n\\r\\f\\v", pattern_error::none, 0},
    {"\\^\\$\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\\\\\/\\-\\_\\:\\!\\~", pattern_error::none, 0},
    {"a\0b"sv, pattern_error::none, 0},
    {"\xff", pattern_error::none, 0},
};

BOOST_AUTO_TEST_SUITE(pattern_syntax)

BOOST_AUTO_TEST_CASE(what_cannot_be_parsed_is_named_with_its_offset) {
    twice_for_each<errors>(parses_so);
}

BOOST_AUTO_TEST_CASE(what_can_be_parsed_has_no_error) { twice_for_each<legal>(parses_so); }

/// The room in the tree is a bound on its nodes and sets, whatever the pattern.
BOOST_AUTO_TEST_CASE(the_tree_has_room_for_any_pattern) {
    for (std::string_view const unit : {"a", "a*", "()", "(|)", "|", "[a]", "\\w", "a{2}", "a|",
                                        "(", "[", "\\", "((", "(?", "a{", "a)", "*", "^", "$"}) {
        std::string pattern;
        while (pattern.size() + unit.size() <= 20) {
            pattern += unit;
            syntax_tree const tree{pattern};
            BOOST_TEST(tree.node_count <= 2 * pattern.size() + 2, pattern);
            BOOST_TEST(tree.set_count <= pattern.size(), pattern);
        }
    }
}

BOOST_AUTO_TEST_CASE(equal_sets_are_kept_once) {
    twice([] { return syntax_tree{"a[ab]a[ba]\\d[0-9]"}.set_count == 3; });
}

BOOST_AUTO_TEST_CASE(a_plain_set_is_recognized) {
    constexpr auto is_set = [](std::string_view pattern) { return syntax_tree{pattern}.is_set(); };
    static_assert(is_set("[ab]*"));
    for (auto const pattern : {"[ab]*", "^[ab]*$", "\\w*", "a*", ".*"})
        BOOST_TEST(is_set(pattern), pattern);
    for (auto const pattern : {"", "[ab]", "[ab]+", "[ab]{0,9}", "(ab)*", "([ab])*", "([ab]*)",
                               "a[ab]*", "[ab]*a", "[ab]*|c", "a|b"})
        BOOST_TEST(!is_set(pattern), pattern);
}

BOOST_AUTO_TEST_CASE(a_count_has_digits_alone) {
    static constexpr parse_case counts[] = {
        {"a{:}", pattern_error::malformed_count, 1},
        {"a{/}", pattern_error::malformed_count, 1},
        {"a{1:}", pattern_error::malformed_count, 1},
        {"a{1/}", pattern_error::malformed_count, 1},
        {"a{1,:}", pattern_error::malformed_count, 1},
        {"a{1,/}", pattern_error::malformed_count, 1},
        {"a{0,9}", pattern_error::none, 0},
    };
    twice_for_each<counts>(parses_so);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace syntax_test
