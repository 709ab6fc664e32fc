// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/pattern.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace pattern_test {

using lakeproof::pattern;
using lakeproof::pattern_text;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::twice;
using namespace std::string_view_literals;

/// Whether a pattern matches each of the first strings, and none of the second.
template <pattern_text Text>
constexpr bool sorts(std::initializer_list<std::string_view> matching,
                     std::initializer_list<std::string_view> others) {
    for (auto const string : matching)
        if (!pattern<Text>::matches(string)) return false;
    for (auto const string : others)
        if (pattern<Text>::matches(string)) return false;
    return true;
}

/// Whether the one-byte strings that a pattern matches are those of `bytes`.
template <pattern_text Text>
constexpr bool matches_bytes(std::string_view bytes) {
    for (int b = 0; b < 256; ++b)
        if (pattern<Text>::matches(one(b)) !=
            (bytes.find(static_cast<char>(b)) != std::string_view::npos))
            return false;
    return true;
}

/// Whether a pattern matches every one-byte string but those of `bytes`.
template <pattern_text Text>
constexpr bool matches_all_bytes_but(std::string_view bytes) {
    for (int b = 0; b < 256; ++b)
        if (pattern<Text>::matches(one(b)) ==
            (bytes.find(static_cast<char>(b)) != std::string_view::npos))
            return false;
    return true;
}

BOOST_AUTO_TEST_SUITE(patterns)

BOOST_AUTO_TEST_CASE(the_whole_string_must_match) {
    twice([] { return sorts<"abc">({"abc"}, {"", "ab", "abcd", "xabc", "ABC", "abc\n"}); });
    twice([] { return sorts<"^abc$">({"abc"}, {"", "ab", "abcd", "xabc", "abc\n", "\nabc"}); });
    twice([] { return sorts<"">({""}, {"a", "\0"sv}); });
    twice([] { return sorts<"^$">({""}, {"a", "\n"}); });
}

BOOST_AUTO_TEST_CASE(alternatives) {
    twice([] { return sorts<"a|bc">({"a", "bc"}, {"", "abc", "b", "ac"}); });
    twice([] { return sorts<"^a$|^b$">({"a", "b"}, {"", "ab"}); });
    twice([] { return sorts<"a|">({"a", ""}, {"aa"}); });
    twice([] { return sorts<"|a">({"a", ""}, {"aa"}); });
    twice([] { return sorts<"x(|a|bc)y">({"xy", "xay", "xbcy"}, {"x", "xaby", "xabcy"}); });
    twice([] { return sorts<"ab|ac|ad">({"ab", "ac", "ad"}, {"a", "ae", "abac"}); });
}

BOOST_AUTO_TEST_CASE(groups) {
    twice([] { return sorts<"(ab)c">({"abc"}, {"ab", "c", "ababc"}); });
    twice([] { return sorts<"(?:ab)*">({"", "ab", "abab"}, {"a", "aba"}); });
    twice([] { return sorts<"((a)(b(c)))">({"abc"}, {"", "ab"}); });
    twice([] { return sorts<"()">({""}, {"a"}); });
    twice([] { return sorts<"a()b">({"ab"}, {"a", "b"}); });
}

BOOST_AUTO_TEST_CASE(repeats) {
    twice([] { return sorts<"a*">({"", "a", "aaaa"}, {"b", "ab"}); });
    twice([] { return sorts<"a+">({"a", "aaaa"}, {"", "b", "ab"}); });
    twice([] { return sorts<"a?">({"", "a"}, {"aa", "b"}); });
    twice([] { return sorts<"a{2}">({"aa"}, {"", "a", "aaa"}); });
    twice([] { return sorts<"a{2,3}">({"aa", "aaa"}, {"", "a", "aaaa"}); });
    twice([] { return sorts<"a{2,}">({"aa", "aaa", "aaaaaa"}, {"", "a"}); });
    twice([] { return sorts<"a{0}">({""}, {"a"}); });
    twice([] { return sorts<"a{0,0}b">({"b"}, {"ab"}); });
    twice([] { return sorts<"a{0,1}">({"", "a"}, {"aa"}); });
    twice([] { return sorts<"a{0,}">({"", "a", "aaa"}, {"b"}); });
    twice([] { return sorts<"a{1}">({"a"}, {"", "aa"}); });
    twice([] { return sorts<"a{1,1}b{0,2}">({"a", "ab", "abb"}, {"", "b", "abbb"}); });
    twice([] { return sorts<"(ab){2,3}">({"abab", "ababab"}, {"ab", "aba", "abababab"}); });
    twice([] { return sorts<"[a-c]{2}x">({"abx", "ccx"}, {"ax", "abcx", "ab"}); });
    twice([] { return sorts<"a{12}">({"aaaaaaaaaaaa"}, {"aaaaaaaaaaa", "aaaaaaaaaaaaa"}); });
}

BOOST_AUTO_TEST_CASE(nested_repeats) {
    twice([] { return sorts<"((a*)*)*">({"", "a", "aaaa"}, {"b", "aab"}); });
    twice([] { return sorts<"((a+)+)+">({"a", "aaaa"}, {"", "b"}); });
    twice([] { return sorts<"(a*b*)*">({"", "a", "b", "abba", "bbaa"}, {"c", "abc"}); });
    twice([] { return sorts<"(a?){3}">({"", "a", "aa", "aaa"}, {"aaaa"}); });
    twice([] { return sorts<"(a{2}){2}">({"aaaa"}, {"", "aa", "aaa", "aaaaa"}); });
    twice([] { return sorts<"(a{1,2}){2,3}">({"aa", "aaa", "aaaaaa"}, {"", "a", "aaaaaaa"}); });
    twice([] { return sorts<"(a*){2,}">({"", "a", "aaaaa"}, {"b"}); });
    twice([] { return sorts<"()*">({""}, {"a"}); });
    twice([] { return sorts<"(|a){2,3}b">({"b", "ab", "aaab"}, {"", "aaaab"}); });
    twice([] { return sorts<"(a|ab)(c|bcd)*">({"a", "abc", "abcd", "acbcd"}, {"", "abbc"}); });
}

BOOST_AUTO_TEST_CASE(escapes) {
    twice([] { return matches_bytes<"\\d">("0123456789"); });
    twice([] {
        return matches_bytes<"\\w">(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    });
    twice([] { return matches_bytes<"\\s">("\t\n\v\f\r "); });
    twice([] { return matches_all_bytes_but<"\\D">("0123456789"); });
    twice([] {
        return matches_all_bytes_but<"\\W">(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    });
    twice([] { return matches_all_bytes_but<"\\S">("\t\n\v\f\r "); });
    twice([] { return sorts<"\\t\\n\\r\\f\\v">({"\t\n\r\f\v"}, {"tnrfv"}); });
    twice([] { return sorts<"\\.\\*\\+\\?">({".*+?"}, {"aaaa", ""}); });
    twice([] { return sorts<"\\(\\[\\{\\}\\]\\)">({"([{}])"}, {""}); });
    twice([] { return sorts<"\\^\\$\\|\\\\">({"^$|\\"}, {""}); });
    twice([] { return sorts<"\\/\\-\\_\\:\\@">({"/-_:@"}, {""}); });
}

BOOST_AUTO_TEST_CASE(the_dot_is_any_byte_but_a_line_end) {
    twice([] { return matches_all_bytes_but<".">("\n\r"); });
    twice([] { return matches_bytes<"[.]">("."); });
    twice([] { return matches_bytes<"\\.">("."); });
}

BOOST_AUTO_TEST_CASE(sets) {
    twice([] { return matches_bytes<"[a-c]">("abc"); });
    twice([] { return matches_bytes<"[a-a]">("a"); });
    twice([] { return matches_bytes<"[abc]">("abc"); });
    twice([] { return matches_bytes<"[aa-cb]">("abc"); });
    twice([] { return matches_bytes<"[a-cx0-2]">("abcx012"); });
    twice([] { return matches_bytes<"[\\d_]">("0123456789_"); });
    twice([] { return matches_bytes<"[\\]\\[]">("[]"); });
    twice([] { return matches_bytes<"[\\\\/]">("\\/"); });
    twice([] { return matches_bytes<"[$.*+?(){}|[]">("$.*+?(){}|["); });
    twice([] { return matches_bytes<"[a^]">("a^"); });
    twice([] { return matches_bytes<"[\\^a]">("a^"); });
    twice([] { return matches_bytes<"[\\t\\n]">("\t\n"); });
    twice([] { return matches_bytes<"[\x80-\x82]">("\x80\x81\x82"); });
}

BOOST_AUTO_TEST_CASE(a_hyphen_in_a_set) {
    twice([] { return matches_bytes<"[-a]">("-a"); });
    twice([] { return matches_bytes<"[a-]">("-a"); });
    twice([] { return matches_bytes<"[a\\-c]">("-ac"); });
    twice([] { return matches_bytes<"[-]">("-"); });
    twice([] { return matches_bytes<"[+--]">("+,-"); });
    twice([] {
        return matches_bytes<"[\\w-]">(
            "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    });
    twice([] { return matches_bytes<"[\\+-\\-]">("+,-"); });
    twice([] { return matches_bytes<"[a-c-]">("-abc"); });
    twice([] { return matches_bytes<"[a-c-e]">("-abce"); });
    twice([] { return matches_all_bytes_but<"[^-a]">("-a"); });
}

BOOST_AUTO_TEST_CASE(negated_sets_match_nul_line_ends_and_high_bytes) {
    twice([] { return matches_all_bytes_but<"[^/]">("/"); });
    twice([] { return matches_all_bytes_but<"[^a-c\\d]">("abc0123456789"); });
    twice([] {
        return matches_bytes<"[^\\W_]">(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    });
    twice([] { return matches_bytes<"[^\\w\\W]">(""); });
    twice([] { return matches_all_bytes_but<"[\\w\\W]">(""); });
}

BOOST_AUTO_TEST_CASE(a_pattern_knows_its_text) {
    twice([] { return pattern<"^[a-z]{2}$">::text() == "^[a-z]{2}$"; });
    twice([] { return pattern<"">::text().empty(); });
}

BOOST_AUTO_TEST_CASE(a_plain_set) {
    twice([] { return sorts<"^[ab]*$">({"", "a", "abba"}, {"c", "abc", "cab", "\0"sv}); });
    twice([] { return sorts<"[ab]*">({"", "a", "abba"}, {"c", "abc", "cab", "\0"sv}); });
    twice([] { return sorts<"(?:[ab])*">({"", "a", "abba"}, {"c", "abc", "cab", "\0"sv}); });
}

BOOST_AUTO_TEST_CASE(a_pattern_knows_whether_it_is_ascii) {
    twice([] { return pattern<"^[\\w-]*$">::ascii && pattern<"abc|\\d">::ascii; });
    twice([] { return pattern<"">::ascii; });
    twice([] { return !pattern<".">::ascii && !pattern<"[^/]">::ascii && !pattern<"\\W">::ascii; });
    twice([] { return !pattern<"a[\x80]">::ascii; });
}

BOOST_AUTO_TEST_CASE(matching_never_throws) {
    twice([] { return noexcept(pattern<"a*b">::matches(std::string_view{})); });
    twice([] { return noexcept(pattern<"[a]*">::matches(std::string_view{})); });
}

BOOST_AUTO_TEST_CASE(many_different_bytes_are_told_apart) {
    twice([] {
        return sorts<"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345678">(
            {"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345678"},
            {"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345679", ""});
    });
}

BOOST_AUTO_TEST_CASE(large_counts_within_the_compilers_limits) {
    twice([] {
        using p = pattern<"[a-z]{300}">;
        return p::matches(run(300, 'q')) && !p::matches(run(299, 'q')) &&
               !p::matches(run(301, 'q'));
    });
    twice([] {
        using p = pattern<"a{0,200}b">;
        return p::matches(run(200, 'a').add("b")) && !p::matches(run(201, 'a').add("b"));
    });
}

BOOST_AUTO_TEST_CASE(sixty_four_classes_of_bytes_are_told_apart) {
    twice([] {
        using word = pattern<"^(0|1|2|3|4|5|6|7|8|9|A|B|C|D|E|F|G|H|I|J|K|L|M|"
                             "N|O|P|Q|R|S|T|U|V|W|X|Y|Z|a|b|c|d|e|f|g|h|i|j|k|l|m|"
                             "n|o|p|q|r|s|t|u|v|w|x|y|z|_)$">;
        for (int b = 0; b < 256; ++b) {
            char const c = static_cast<char>(b);
            bool const expected = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                                  (c >= 'a' && c <= 'z') || c == '_';
            if (word::matches({&c, 1}) != expected) return false;
        }
        return !word::matches("") && !word::matches("ab");
    });
}

BOOST_AUTO_TEST_CASE(every_byte_of_a_long_string_counts) {
    twice([] {
        using word = pattern<"^x[a-y]{49}[0-9]$">;
        for (std::size_t wrong = 0; wrong < 51; ++wrong) {
            char string[51];
            for (std::size_t i = 0; i < 51; ++i) string[i] = i == 0 ? 'x' : i < 50 ? 'y' : '0';
            if (!word::matches({string, 51}) || word::matches({string, 50})) return false;
            string[wrong] = 'z';
            if (word::matches({string, 51})) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(long_strings_of_loops_and_single_bytes) {
    twice([] {
        using many_ranges = pattern<"a[acegikmo]*z">;
        return many_ranges::matches("aacegikmoomkigecaz") &&
               many_ranges::matches("aaaaaaaaaaaaaaaaz") &&
               !many_ranges::matches("aacegikmobmkigecaz") &&
               !many_ranges::matches("aacegikmoomkigecaa");
    });
    twice([] {
        using loop = pattern<"a[b-y]*z">;
        return loop::matches("abcdefghijklmnopqrstuvwxyz") && loop::matches("abbbbbbbbbbbbbbz") &&
               !loop::matches("abbbbbbbbbbbbbbb") && !loop::matches("abbbbbbbbbbbbbbzz");
    });
    twice([] {
        using run = pattern<"x*abcdefghijklmnopq[r-t]*">;
        return run::matches("xxabcdefghijklmnopq") && run::matches("abcdefghijklmnopqrst") &&
               !run::matches("xxabcdefghijklmnop0") && !run::matches("xxxxxxxxxxabcdef");
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace pattern_test
