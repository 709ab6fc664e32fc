// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/scalar_values.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string_view>

namespace scalar_values_test {

namespace detail = lakeproof::detail;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;
using namespace std::string_view_literals;

struct counted {
    std::string_view text;
    std::size_t scalar_values;
};

constexpr counted counts[] = {
    {"", 0},
    {"abc", 3},
    {"\0"sv, 1},
    {"\x7f", 1},
    {"\xc2\x80", 1},         // U+0080, the first of two bytes
    {"\xdf\xbf", 1},         // U+07FF, the last of two bytes
    {"\xe0\xa0\x80", 1},     // U+0800, the first of three bytes
    {"\xef\xbf\xbf", 1},     // U+FFFF, the last of three bytes
    {"\xf0\x90\x80\x80", 1}, // U+10000, the first of four bytes
    {"\xf4\x8f\xbf\xbf", 1}, // U+10FFFF, the last of all
    {"e\xcc\x81", 2},        // e and a combining accent are two
    {"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z", 5},
    {"\xc3", 1},     // a lead byte alone still starts one
    {"\x80", 1},     // continuations alone start none, but count for a quarter
    {"\x80\x80\x80\x80", 1},
    {"\x80\x80\x80\x80\x80", 2},
    {"a\x80\x80\x80\x80\x80\x80\x80", 2},
};

struct cut {
    std::string_view text;
    std::size_t n;
    std::string_view start;
};

constexpr cut whole_character_cuts[] = {
    {"", 0, ""},
    {"abc", 0, ""},
    {"abc", 2, "ab"},
    {"abc", 3, "abc"},
    {"abc", 99, "abc"},
    {"a\xc3\xa9", 1, "a"},
    {"a\xc3\xa9", 2, "a"},
    {"a\xc3\xa9", 3, "a\xc3\xa9"},
    {"\xe2\x82\xacz", 1, ""},
    {"\xe2\x82\xacz", 2, ""},
    {"\xe2\x82\xacz", 3, "\xe2\x82\xac"},
    {"\xf0\x9f\x98\x80", 3, ""},
    {"\xf0\x9f\x98\x80", 4, "\xf0\x9f\x98\x80"},
    {"ab\xf0\x9f\x98\x80", 5, "ab"},
    {"\x80\x80", 1, ""}, // no character begins
};

constexpr cut scalar_value_cuts[] = {
    {"", 0, ""},
    {"", 5, ""},
    {"abc", 0, ""},
    {"abc", 2, "ab"},
    {"abc", 3, "abc"},
    {"abc", 4, "abc"},
    {"a\xc3\xa9z", 1, "a"},
    {"a\xc3\xa9z", 2, "a\xc3\xa9"},
    {"\xf0\x9f\x98\x80\xe2\x82\xac", 1, "\xf0\x9f\x98\x80"},
    {"\xf0\x9f\x98\x80\xe2\x82\xac", 2, "\xf0\x9f\x98\x80\xe2\x82\xac"},
};

struct decoded {
    std::string_view text;
    char32_t value;
    std::size_t bytes;
};

constexpr decoded first_values[] = {
    {"a", U'a', 1},
    {"\0z"sv, U'\0', 1},
    {"\x7fz", 0x7f, 1},
    {"\xc2\x80z", 0x80, 2},
    {"\xdf\xbfz", 0x7ff, 2},
    {"\xe0\xa0\x80z", 0x800, 3},
    {"\xef\xbf\xbfz", 0xffff, 3},
    {"\xf0\x90\x80\x80z", 0x10000, 4},
    {"\xf4\x8f\xbf\xbf", 0x10ffff, 4},
    {"\x80z", 0x80, 1}, // a stray byte stands for itself
};

BOOST_AUTO_TEST_SUITE(scalar_values)

BOOST_AUTO_TEST_CASE(they_are_counted) {
    twice_for_each<counts>(
        [](counted const& c) { return detail::count_scalar_values(c.text) == c.scalar_values; });
}

BOOST_AUTO_TEST_CASE(a_cut_ends_after_a_whole_character) {
    twice_for_each<whole_character_cuts>(
        [](cut const& c) { return detail::whole_characters(c.text, c.n) == c.start; });
}

BOOST_AUTO_TEST_CASE(the_first_few_are_cut_off) {
    twice_for_each<scalar_value_cuts>(
        [](cut const& c) { return detail::first_scalar_values(c.text, c.n) == c.start; });
}

BOOST_AUTO_TEST_CASE(they_are_decoded) {
    twice_for_each<first_values>([](decoded const& d) {
        std::size_t at = 0;
        return detail::next_scalar_value(d.text, at) == d.value && at == d.bytes;
    });
}

BOOST_AUTO_TEST_CASE(continuations_are_a_quarter_of_all_bytes) {
    twice([] {
        int n = 0;
        for (int b = 0; b < 256; ++b) n += detail::is_continuation(static_cast<char>(b));
        return n == 64 && detail::is_continuation('\x80') && detail::is_continuation('\xbf') &&
               !detail::is_continuation('\x7f') && !detail::is_continuation('\xc0');
    });
}

BOOST_AUTO_TEST_CASE(what_starts_no_character_stands_for_itself) {
    twice([] {
        for (int b = 0; b < 256; ++b) {
            // Behind every other byte, continuations make no character of it.
            bool const leads = b >= 0xc2 && b <= 0xf4;
            char const text[] = {static_cast<char>(b), '\xa5', '\xa5', '\xa5'};
            std::size_t at = 0;
            auto const value = detail::next_scalar_value({text, 4}, at);
            // U+110000 and up are none: F4 is followed by 80 to 8F.
            bool const character = leads && b != 0xf4;
            if ((at > 1) != (character && b != 0xed)) return false;
            if (at == 1 && value != static_cast<char32_t>(b)) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace scalar_values_test
