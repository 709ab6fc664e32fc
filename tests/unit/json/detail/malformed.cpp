// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../../support/listed.hpp"
#include "../../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace malformed_test {

using namespace lakeproof;
using namespace std::literals;
using json::check_request;
using test::listed;

void is_malformed(std::string_view text) {
    // What the policy says, which Regions are given and who reads does not matter.
    auto const r = check_request(text, {.regions = {regions::ca_west_1}});
    BOOST_TEST(listed(r) == "error json-malformed", text);
    BOOST_TEST(!message(r[0]).empty());
    BOOST_TEST(r[0].offset() <= text.size(), text);
    auto const parsed = json::parse_request(text);
    BOOST_TEST(!parsed.has_value());
    BOOST_TEST(listed(parsed.report()) == "error json-malformed", text);
    BOOST_TEST(listed(json::parse_response(text).report()) == "error json-malformed", text);
}

// Each is no JSON value, wherever it stands.
constexpr std::string_view malformed_values[] = {
    // words and numbers
    "NaN",
    "nan",
    "Infinity",
    "-Infinity",
    "-NaN",
    "tru",
    "True",
    "TRUE",
    "nul",
    "NULL",
    "nulll",
    "undefined",
    "falsy",
    "+1",
    "-",
    "--1",
    "- 1",
    "01",
    "-01",
    "00",
    "1.",
    "-1.",
    ".5",
    "-.5",
    "1.e1",
    "1e",
    "1e+",
    "1E-",
    "1eE2",
    "1e1.5",
    "1e+-1",
    "0x10",
    "0b1",
    "1_000",
    "1,000.0.0",
    "0e",
    "1 000",
    "\xef\xbc\x91",
    // escapes
    R"("\x")",
    R"("\a")",
    R"("\0")",
    R"("\'")",
    R"("\")",
    R"("\u")",
    R"("\u1")",
    R"("\u12")",
    R"("\u123")",
    R"("\u12G4")",
    R"("\U0041")",
    R"("\u 041")",
    R"("\u{41}")",
    R"("\ud800")",
    R"("\udbff")",
    R"("\udc00")",
    R"("\udfff")",
    R"("\ud800x")",
    R"("\ud800\n")",
    R"("\ud800\u0041")",
    R"("\ud83d\ud83d")",
    R"("\ud800\ud")",
    R"("\ud800\")",
    R"("\ude00\ud83d")",
    R"("\ud83d\ude0")",
    // invalid UTF-8
    "\"\x80\"",
    "\"\xbf\"",
    "\"\xff\"",
    "\"\xfe\"",
    "\"\xc3\"",
    "\"\xc3(\"",
    "\"\xe2\x82\"",
    "\"\xe2\x82(\"",
    "\"\xf0\x9f\x98\"",
    "\"\xc0\x80\"",
    "\"\xc0\xaf\"",
    "\"\xc1\xbf\"",
    "\"\xe0\x80\xaf\"",
    "\"\xe0\x9f\xbf\"",
    "\"\xf0\x80\x80\xaf\"",
    "\"\xf0\x8f\xbf\xbf\"",
    "\"\xed\xa0\x80\"",
    "\"\xed\xbf\xbf\"",
    "\"\xed\xa0\xbd\xed\xb8\x80\"",
    "\"\xf4\x90\x80\x80\"",
    "\"\xf5\x80\x80\x80\"",
    "\"\xf8\x88\x80\x80\x80\"",
    "\"\xfc\x84\x80\x80\x80\x80\"",
    "\"\xe9\"",
    "\"a\xcc\"",
    "\x80",
    "\xff\xfe\"",
    // raw control characters
    "\"\n\"",
    "\"\r\"",
    "\"\t\"",
    "\"\x01\"",
    "\"\x1f\"",
    "\"\0\""sv,
    "\"a\0b\""sv,
    "\"\x1b[0m\"",
    "\"\\\n\"",
    // quotes
    "'a'",
    "`a`",
    "a",
    "\"a",
    "\"",
    "\"a\"\"b\"",
    "\xe2\x80\x9c"
    "a\xe2\x80\x9d",
    // structure
    "[1,]",
    "[,1]",
    "[,]",
    "[1,,2]",
    "[1 2]",
    "[1:2]",
    "[1}",
    "[",
    "[[",
    "[1",
    "[1,",
    "[\"a\"",
    "(1)",
    R"({"a":1,})",
    R"({,})",
    R"({"a" 1})",
    R"({"a":})",
    R"({"a"})",
    R"({"a",1})",
    R"({a:1})",
    R"({'a':1})",
    R"({1:1})",
    R"({null:1})",
    R"({"a":1 "b":2})",
    R"({"a":1,,"b":2})",
    R"({"a"::1})",
    R"({"a":1])",
    R"({"a":1)",
    R"({"a":)",
    R"({"a")",
    R"({"a)",
    R"({)",
    R"({"a":1,)",
    R"({[]:1})",
    R"({"\ud800":1})",
    "{\"\xff\":1}",
    "{\"\n\":1}",
    R"({"a":"\q"})",
    // comments
    "/**/1",
    "1/**/",
    "//\n1",
    "1//",
    "#1",
    "[1/**/]",
    "{/**/}",
    "<!-- -->1",
};

// Each is no JSON text, though it may hold one.
constexpr std::string_view malformed_texts[] = {
    "",
    " ",
    "\n\r\t ",
    "\0"sv,
    "\xef\xbb\xbf{}",
    "\xef\xbb\xbf",
    "\xff\xfe{\0}\0"sv,
    "\xfe\xff\0{\0}"sv,
    "{}\0"sv,
    "\0{}"sv,
    "{}\0\0\0\0"sv,
    "{}{}",
    "{} {}",
    "{}\n{}\n",
    "{},",
    "{}]",
    "{}}",
    "]",
    "}",
    ":",
    ",",
    "{}x",
    "{}\xef\xbb\xbf",
    "{}//",
    "{}\v",
    "\f{}",
    "\xc2\xa0{}",
    "{} \x1a",
    "1 2",
    "null null",
};

BOOST_AUTO_TEST_SUITE(malformed)

BOOST_AUTO_TEST_CASE(texts_that_are_no_json) {
    for (auto const text : malformed_texts) is_malformed(text);
}

BOOST_AUTO_TEST_CASE(values_that_are_no_json_wherever_they_stand) {
    for (auto const value : malformed_values) {
        std::string const v{value};
        is_malformed(v);
        is_malformed('[' + v + ']');
        is_malformed(test::request_json({.source_name = v}));
        is_malformed(test::request_json({.event_classes = '[' + v + ']'}));
        is_malformed(test::request_json({.further = "\"unknown\":" + v}));          // skipped
        is_malformed(test::request_json({.further = "\"unknown\":[[" + v + "]]"})); // deep in it
        is_malformed(test::request_json({.further = "\"sourceName\":" + v}));       // repeated
    }
}

BOOST_AUTO_TEST_CASE(values_that_are_json) {
    for (auto const value : {"0"sv,
                             "-0"sv,
                             "1E5"sv,
                             "1e+5"sv,
                             "1e400"sv,
                             "-1e-400"sv,
                             "1e2147483647"sv,
                             "123456789012345678901234567890"sv,
                             R"("\u0000")"sv,
                             R"("\/\b\f\n\r\t\"\\")"sv,
                             R"("\ud83d\ude00")"sv,
                             R"("\uD83D\uDE00")"sv,
                             R"("\ufeff\uffff")"sv,
                             "\"\x7f\""sv,
                             "\"\xef\xbb\xbf\""sv,
                             "\"\xed\x9f\xbf\xee\x80\x80\""sv,
                             "\"\xf4\x8f\xbf\xbf\""sv,
                             "\"\xef\xbf\xbf\""sv,
                             "[[],{},[{}]]"sv,
                             "{\"\":0}"sv}) {
        auto const r =
            check_request(test::request_json({.further = "\"unknown\":" + std::string{value}}));
        BOOST_TEST(listed(r) == "warning member-unknown /unknown", value);
    }
}

BOOST_AUTO_TEST_CASE(a_request_that_is_cut_anywhere_is_malformed) {
    std::string const text = test::request_json({.external_id = R"("a\u0062c\/d")",
                                                 .event_classes = R"(["DNS_ACTIVITY",null,-1.5e3])",
                                                 .source_version = R"("1.0")",
                                                 .further = "\"caf\u00e9\":{\"x\":[true,false]}"});
    BOOST_TEST(listed(check_request(text)) ==
               "error member-type /eventClasses/1; error member-type /eventClasses/2; "
               "warning member-unknown /caf\u00e9");
    for (std::size_t size = 0; size < text.size(); ++size)
        is_malformed(std::string_view{text}.substr(0, size));
}

BOOST_AUTO_TEST_CASE(a_cut_request_is_malformed_where_it_lies_in_memory_of_its_size) {
    // So that a sanitizer sees a read past the end.
    std::string const text = test::request_json({.source_name = R"("caf\u00e9")"});
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const* const memory = new char[size];
        std::string_view{text}.copy(const_cast<char*>(memory), size);
        BOOST_TEST(listed(check_request({memory, size})) == "error json-malformed");
        delete[] memory;
    }
}

BOOST_AUTO_TEST_CASE(nothing_that_was_found_before_is_reported) {
    for (auto const* const text : {R"({"sourceName":"a b","x":1,"sourceName":2)",
                                   R"({"sourceName":[]}})", R"({"configuration":{"roleArn":1},})"})
        is_malformed(text);
}

BOOST_AUTO_TEST_CASE(a_default_view_is_an_empty_text) { is_malformed(std::string_view{}); }

struct reason {
    std::string_view text;
    std::size_t offset;
    std::string_view words;
};
constexpr auto* comma = "a comma stands before a closing bracket: remove it";
constexpr auto* comment = "JSON has no comments: remove this one";
constexpr auto* single_quotes = "JSON has no single quotes: use double quotes";
constexpr auto* byte_order_mark = "it starts with a byte order mark: save it without one";
constexpr auto* utf_16 = "it is UTF-16 or UTF-32: save it as UTF-8";
constexpr auto* ends_early = "it ends too early: an object, an array or a string is not closed";
constexpr auto* words_of_others = "only true, false, null and finite numbers stand without quotes";
constexpr auto* control = "a control character stands in a string: write it as an escape";
constexpr auto* separator_missing = "a comma or a colon is missing before this";
constexpr auto* value_missing = "a value is missing before this";
constexpr auto* no_quotes = "a name or a string needs double quotes";
constexpr auto* surrogate = "an escape is half of a surrogate pair";
constexpr auto* more = "there is more after the value";
constexpr auto* other = "this character cannot stand here";

constexpr reason reasons[] = {
    {"", 0, "it is empty"},
    {" \n", 2, "it is empty"},
    {"[1,]", 3, comma},
    {"{\"a\":1, \n }", 10, comma},
    {"// c\n{}", 0, comment},
    {"{\"a\":1 /* x */}", 7, comment},
    {"{ # x\n\"a\":1}", 2, comment},
    {"{} // x", 3, comment},
    {"{'a':1}", 1, single_quotes},
    {"{\"a\":'b'}", 5, single_quotes},
    {"\xef\xbb\xbf{}", 0, byte_order_mark},
    {"\xff\xfe{\0}\0"sv, 0, utf_16}, // little endian
    {"\xfe\xff\0{\0}"sv, 0, utf_16}, // big endian
    {"{\0}\0"sv, 1, utf_16},         // … without a mark
    {"\0{\0}"sv, 0, utf_16},
    {"\xff\xfe\0\0{\0\0\0"sv, 0, utf_16}, // UTF-32
    {"{\"a\":", 5, ends_early},
    {"{\"a", 3, ends_early},
    {"[1,", 3, ends_early},
    {"tru", 3, ends_early},
    {"\"\\u12", 5, ends_early},
    {"{\"a\":NaN}", 5, words_of_others},
    {"[nan]", 1, words_of_others},
    {"{\"a\":-Infinity}", 6, words_of_others},
    {"[True]", 1, words_of_others},
    {"{\"a\":None}", 5, words_of_others},
    {"[undefined]", 1, words_of_others},
    {"[\"a\nb\"]", 3, control},
    {"[\"a\tb\"]", 3, control},
    {"[\"a\0b\"]"sv, 3, control},
    {"{\"a\":1 \"b\":2}", 7, separator_missing},
    {"[\"a\" \"b\"]", 5, separator_missing},
    {"[{}{}]", 3, separator_missing},
    {"[true false]", 6, separator_missing},
    {"[1 2]", 3, separator_missing},
    {"{\"a\" 1}", 5, separator_missing},
    {"{\"a\":\"x\" y}", 9, separator_missing},
    {"{\"a\":}", 5, value_missing},
    {"[1,,2]", 3, value_missing},
    {"[,1]", 1, value_missing},
    {"{a:1}", 1, no_quotes},
    {"{\"a\":1, b:2}", 8, no_quotes},
    {"{\"a\":b}", 5, no_quotes},
    {"a: 1", 0, no_quotes},
    {"[\"\\udc00\"]", 8, surrogate},
    {"[\"\\ud800\"]", 8, surrogate},
    {"[\"\\ud800x\"]", 8, surrogate},
    {"[\"\\u12x4\"]", 6, "an escape needs four hexadecimal digits"},
    {"[\"\\x\"]", 3, "JSON has no such escape"},
    {"[\"\\'\"]", 3, "JSON has no such escape"}, // no single quotes
    {"[\"\xff\"]", 2, "a string is not in UTF-8"},
    {"{} x", 3, more},
    {"{\"a\":1}{}", 7, more},
    {"{}\0"sv, 2, more},
    {"[1}", 2, other},
    {"]", 0, other},
    {"[01]", 2, other},
    {"[1.]", 3, other},
    {"<a/>", 0, other},
    {"[\xff]", 1, other},
    {"[1\v]", 2, other}, // a control character, but not in a string
};

BOOST_AUTO_TEST_CASE(every_kind_has_its_words_and_its_place) {
    for (auto const& row : reasons) {
        auto const r = check_request(row.text);
        BOOST_TEST_REQUIRE(r.size() == 1u);
        BOOST_TEST(message(r[0]) == "The text is not valid JSON: " + std::string{row.words}, row.text);
        BOOST_TEST(r[0].detail() == row.words); // nothing of it is cut
        BOOST_TEST(r[0].offset() == row.offset, row.text);
    }
}

BOOST_AUTO_TEST_CASE(a_huge_exponent_is_a_limit) {
    for (std::string const number : {"1e2147483648", "-1e99999999999", "1e-99999999999", "0e99999999999999999999"})
        for (auto const& text : {number, '[' + number + ']', test::request_json({.source_name = number}),
                                 test::request_json({.further = "\"unknown\":[" + number + ']'})}) {
            auto const r = check_request(text);
            BOOST_TEST(listed(r) == "error json-limit", text);
            BOOST_TEST(message(r[0]) == "A number has an exponent that is too large to be read");
            BOOST_TEST(r[0].offset() > text.find('e', text.find(number)), text);
            BOOST_TEST(r[0].offset() <= text.size());
            BOOST_TEST(listed(json::parse_request(text).report()) == "error json-limit", text);
        }
}

BOOST_AUTO_TEST_CASE(a_policy_changes_nothing) {
    policy lax;
    for (auto const& r : rules()) static_cast<void>(lax.try_set(r.value, severity::off));
    BOOST_TEST(listed(check_request("{", {.policy = lax})) == "error json-malformed");
    BOOST_TEST(listed(check_request("{}", {.policy = lax})) ==
               "error member-missing /configuration; error member-missing /sourceName");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace malformed_test
