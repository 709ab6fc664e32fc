// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/scalar_values.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string>
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

/// A character in UTF-8, by the Unicode Standard's table 3-6.
std::string in_utf8(char32_t c) {
    auto const continued = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xc0 | c >> 6), continued(0)};
    if (c < 0x10000) return {static_cast<char>(0xe0 | c >> 12), continued(6), continued(0)};
    return {static_cast<char>(0xf0 | c >> 18), continued(12), continued(6), continued(0)};
}

/// A start of one that is not all of it counts as one, too.
BOOST_AUTO_TEST_CASE(every_character_and_every_start_of_one) {
    std::size_t wrong = 0, characters = 0;
    for (char32_t c = 0; c <= 0x10ffff; ++c) {
        if (c >= 0xd800 && c <= 0xdfff) continue;
        ++characters;
        auto const bytes = in_utf8(c);
        std::size_t at = 0;
        wrong += detail::next_scalar_value(bytes, at) != c || at != bytes.size();
        for (std::size_t size = 1; size <= bytes.size(); ++size) {
            std::string_view const start{bytes.data(), size};
            wrong += detail::count_scalar_values(start) != 1;
            wrong += detail::whole_characters(bytes, size).size() != (size == bytes.size() ? size : 0);
            if (size == bytes.size()) break;
            at = 0; // no character, so its bytes stand for themselves
            wrong += detail::next_scalar_value(start, at) != static_cast<unsigned char>(bytes[0]) || at != 1;
        }
    }
    BOOST_TEST(characters == 0x110000u - 0x800);
    BOOST_TEST(wrong == 0u);
}

/// Both ends of every range of bytes in the Unicode Standard's table 3-7, and what is beside it.
constexpr std::string_view utf8_bytes = "\0\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1"
                                        "\xf3\xf4\xf5\xff"sv;

/// How many bytes of a well-formed character stand at the start of a text, by the same table; 0 if there is none.
std::size_t well_formed(std::string_view text) {
    struct row {
        unsigned char first[2], second[2];
        std::size_t size;
    };
    static constexpr row rows[] = {
        {{0x00, 0x7f}, {0x00, 0xff}, 1}, {{0xc2, 0xdf}, {0x80, 0xbf}, 2}, {{0xe0, 0xe0}, {0xa0, 0xbf}, 3},
        {{0xe1, 0xec}, {0x80, 0xbf}, 3}, {{0xed, 0xed}, {0x80, 0x9f}, 3}, {{0xee, 0xef}, {0x80, 0xbf}, 3},
        {{0xf0, 0xf0}, {0x90, 0xbf}, 4}, {{0xf1, 0xf3}, {0x80, 0xbf}, 4}, {{0xf4, 0xf4}, {0x80, 0x8f}, 4},
    };
    auto const in = [&](std::size_t at, unsigned least, unsigned most) {
        auto const byte = static_cast<unsigned char>(text[at]);
        return byte >= least && byte <= most;
    };
    for (auto const& r : rows)
        if (text.size() >= r.size && in(0, r.first[0], r.first[1]) &&
            (r.size < 2 || in(1, r.second[0], r.second[1])) && (r.size < 3 || in(2, 0x80, 0xbf)) &&
            (r.size < 4 || in(3, 0x80, 0xbf)))
            return r.size;
    return 0;
}

BOOST_AUTO_TEST_CASE(every_string_of_4_bytes_at_the_ends_of_their_ranges) {
    std::size_t wrong = 0;
    for (char const a : utf8_bytes)
        for (char const b : utf8_bytes)
            for (char const c : utf8_bytes)
                for (char const d : utf8_bytes) {
                    char const text[] = {a, b, c, d};
                    for (std::size_t size = 1; size <= 4; ++size) {
                        std::size_t at = 0;
                        auto const value = detail::next_scalar_value({text, size}, at);
                        auto const bytes = well_formed({text, size});
                        wrong += at != (bytes != 0 ? bytes : 1);
                        wrong += bytes != 0 ? in_utf8(value) != std::string_view{text, bytes}
                                            : value != static_cast<unsigned char>(a);
                    }
                }
    BOOST_TEST(wrong == 0u);
}

/// Words of 8 bytes, the last of which overlaps what has been looked at.
BOOST_AUTO_TEST_CASE(a_byte_above_127_is_found_wherever_it_stands) {
    std::size_t wrong = 0;
    for (std::size_t size = 0; size <= 40; ++size) {
        std::string text(size, '\x7f');
        wrong += !detail::is_ascii(text) || detail::count_scalar_values(text) != size;
        for (auto& byte : text) {
            for (int b = 0x80; b < 0x100; ++b) {
                byte = static_cast<char>(b);
                auto const others = size - (b < 0xc0);
                wrong += detail::is_ascii(text) || detail::count_scalar_values(text) != (others == 0 ? 1 : others);
            }
            byte = '\x7f';
        }
    }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace scalar_values_test
