// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http/detail/percent_encoding.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace percent_encoding_test {

using namespace lakeproof;
using test::twice;
using test::twice_for_each;

std::string encoded(std::string_view s) {
    std::string out;
    detail::append_percent_encoded(out, s);
    return out;
}
/// Decoded, or the fault after an exclamation mark.
std::string decoded(std::string_view part) {
    char scratch[4];
    detail::string_memory memory{scratch, sizeof scratch};
    auto const d = detail::percent_decoded(part, memory);
    return d.fault.empty() ? std::string{d.text} : '!' + std::string{d.fault};
}

struct utf8_case {
    std::string_view text;
    bool valid;
};
constexpr utf8_case texts[] = {
    {"", true},
    {"a", true},
    {std::string_view{"\0", 1}, true},
    {"\x7f", true},
    {"\xc2\x80", true},
    {"\u00e9\u20ac\U0001f600", true},
    {"\xed\x9f\xbf", true},         // U+D7FF
    {"\xee\x80\x80", true},         // U+E000
    {"\xf4\x8f\xbf\xbf", true},     // U+10FFFF
    {"\x80", false},                // a continuation alone
    {"a\xc2", false},               // cut
    {"\xe2\x82", false},
    {"\xf0\x9f\x98", false},
    {"\xc0\xaf", false},            // overlong
    {"\xe0\x80\xaf", false},
    {"\xf0\x80\x80\xaf", false},
    {"\xed\xa0\x80", false},        // a surrogate
    {"\xf4\x90\x80\x80", false},    // above U+10FFFF
    {"\xff", false},
    {"\u00e9\xe9", false},
};

BOOST_AUTO_TEST_SUITE(percent_encoding)

BOOST_AUTO_TEST_CASE(every_byte_is_encoded_but_the_unreserved) {
    constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (int byte = 0; byte < 256; ++byte) {
        std::string const one(1, static_cast<char>(byte));
        if (unreserved.find(one) != std::string_view::npos) {
            BOOST_TEST(encoded(one) == one);
        } else {
            constexpr std::string_view digits = "0123456789ABCDEF";
            std::string const escape{'%', digits[static_cast<std::size_t>(byte / 16)],
                                     digits[static_cast<std::size_t>(byte % 16)]};
            BOOST_TEST(encoded(one) == escape);
        }
        BOOST_TEST(decoded(encoded(one)) == (byte < 128 ? one : "!a text that is not in UTF-8"));
    }
}

BOOST_AUTO_TEST_CASE(every_escape_is_decoded_in_any_case) {
    BOOST_TEST(decoded("%41%6a%6A%2f%2F%25%2B") == "Ajj//%+");
    BOOST_TEST(decoded("a+b") == "a+b");
    BOOST_TEST(decoded("%2541") == "%41"); // once
    BOOST_TEST(decoded("%C3%A9") == "\u00e9");
    BOOST_TEST(decoded("\xc3%A9") == "\u00e9");
    BOOST_TEST(decoded("%00") == std::string(1, '\0'));
    BOOST_TEST(decoded("") == "");
    BOOST_TEST(decoded("what is not encoded, / and ? too") == "what is not encoded, / and ? too");
}

BOOST_AUTO_TEST_CASE(a_broken_escape_is_a_fault) {
    for (auto const* const part : {"%", "a%", "%4", "%g0", "%0g", "%%41", "%4%41", "% 41", "%+1", "%-1", "%0x", "%41%"})
        BOOST_TEST(decoded(part) == "!a text with a broken percent escape", part);
}

BOOST_AUTO_TEST_CASE(hexadecimal_digits_have_values) {
    twice([] {
        return detail::hexadecimal('0') == 0 && detail::hexadecimal('9') == 9 && detail::hexadecimal('a') == 10 &&
               detail::hexadecimal('f') == 15 && detail::hexadecimal('A') == 10 && detail::hexadecimal('F') == 15 &&
               detail::hexadecimal('/') < 0 && detail::hexadecimal(':') < 0 && detail::hexadecimal('@') < 0 &&
               detail::hexadecimal('G') < 0 && detail::hexadecimal('`') < 0 && detail::hexadecimal('g') < 0;
    });
}

BOOST_AUTO_TEST_CASE(utf8_is_told_from_other_bytes) {
    twice_for_each<texts>([](utf8_case const& c) { return detail::is_utf8(c.text) == c.valid; });
}

BOOST_AUTO_TEST_CASE(what_fits_no_scratch_is_decoded_too) {
    std::string const text(1000, '/');
    BOOST_TEST(decoded(encoded(text)) == text);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace percent_encoding_test
