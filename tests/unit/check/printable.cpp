// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/printable.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace printable_test {

using lakeproof::append_printable;
using lakeproof::append_quoted;
using lakeproof::test::run;
using lakeproof::test::twice_in_words;
using lakeproof::test::twice_in_words_for_each;

constexpr std::string printable(std::string_view text) {
    std::string out;
    append_printable(out, text);
    return out;
}
constexpr std::string in_quotes(std::string_view text, bool cut = false) {
    std::string out;
    append_quoted(out, text, cut);
    return out;
}

struct escaped {
    std::string_view text;
    std::string_view shown;
};
constexpr escaped texts[] = {
    {"", ""},
    {"acme-edr", "acme-edr"},
    {" ~!#$%&()*+,-./:;<=>?@[]^_`{|}", " ~!#$%&()*+,-./:;<=>?@[]^_`{|}"},
    {"it's", R"(it\'s)"},
    {R"("a\b")", R"(\"a\\b\")"},
    {R"(\u001b)", R"(\\u001b)"}, // what is escaped already cannot be taken for an escape
    {"a\nb\r\tc", R"(a\u000ab\u000d\u0009c)"},
    {std::string_view{"a\0b", 3}, R"(a\u0000b)"},
    {"\x1b[31mred", R"(\u001b[31mred)"},
    {"\x7f", R"(\u007f)"},
    {"\u0085\u009b", R"(\u0085\u009b)"}, // control characters beyond ASCII
    {"caf\u00e9", R"(caf\u00e9)"},
    {"\u202egnp.exe", R"(\u202egnp.exe)"}, // right-to-left override
    {"\u2066x\u2069", R"(\u2066x\u2069)"},
    {"\u2028", R"(\u2028)"},
    {"\ufeff", R"(\ufeff)"},
    {"\U0001f600", R"(\u{1f600})"},
    {"\U0010ffff", R"(\u{10ffff})"},
    {"\xff", R"(\xff)"},
    {"\x80x", R"(\x80x)"},
    {"\xe2", R"(\xe2)"},
    {"\xc3(", R"(\xc3()"},
    {"\xe2\x82(", R"(\xe2\x82()"},
    {"\xf0\x9f\x98", R"(\xf0\x9f\x98)"},
};

/// Whether a text is printable ASCII, with no quote outside of an escape.
bool harmless(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < ' ' || text[i] > '~' || text[i] == '"' || text[i] == '\'') return false;
        if (text[i] == '\\' && ++i == text.size()) return false;
    }
    return true;
}

BOOST_AUTO_TEST_SUITE(printables)

BOOST_AUTO_TEST_CASE(what_could_do_harm_is_escaped) {
    twice_in_words_for_each<texts>(
        [](escaped const& row) { return printable(row.text) == row.shown; });
    for (auto const& row : texts) BOOST_TEST(printable(row.text) == row.shown);
}

BOOST_AUTO_TEST_CASE(no_bytes_whatever_do_harm) {
    for (int a = 0; a < 256; ++a) {
        for (int b = 0; b < 256; ++b) {
            std::string const pair{static_cast<char>(a), static_cast<char>(b)};
            if (!harmless(printable(pair)) || !harmless(printable(pair + "\x9f\x98")) ||
                !harmless(printable("\xf0" + pair)))
                BOOST_ERROR("bytes " << a << ' ' << b);
        }
    }
}

BOOST_AUTO_TEST_CASE(scalar_values_stay_apart) {
    std::string last;
    for (char32_t c = 0x80; c < 0x110000; c += c < 0x3000 ? 1 : 0x333) {
        if (c >= 0xd800 && c < 0xe000) continue;
        std::string utf8;
        if (c < 0x800)
            utf8 += static_cast<char>(0xc0 | (c >> 6));
        else if (c < 0x10000)
            (utf8 += static_cast<char>(0xe0 | (c >> 12))) +=
                static_cast<char>(0x80 | (c >> 6 & 0x3f));
        else
            ((utf8 += static_cast<char>(0xf0 | (c >> 18))) +=
             static_cast<char>(0x80 | (c >> 12 & 0x3f))) +=
                static_cast<char>(0x80 | (c >> 6 & 0x3f));
        utf8 += static_cast<char>(0x80 | (c & 0x3f));
        auto const shown = printable(utf8);
        BOOST_TEST_REQUIRE(shown.starts_with("\\u"));
        BOOST_TEST_REQUIRE(shown != last);
        last = shown;
    }
}

BOOST_AUTO_TEST_CASE(values_are_quoted_and_cut_to_64_characters) {
    twice_in_words([] { return in_quotes("") == "''" && in_quotes("a'b") == R"('a\'b')"; });
    twice_in_words([] {
        return in_quotes(run(64, 'v')) == '\'' + std::string(64, 'v') + '\'' &&
               in_quotes(run(65, 'v')) == '\'' + std::string(64, 'v') + "...'";
    });
    twice_in_words([] { return in_quotes("abc", true) == "'abc...'"; });
    std::string accents, shown;
    for (int i = 0; i < 64; ++i) {
        accents += "\u00e9";
        shown += R"(\u00e9)";
    }
    BOOST_TEST(in_quotes(accents) == '\'' + shown + '\'');
    BOOST_TEST(in_quotes(accents + '.') == '\'' + shown + "...'");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace printable_test
