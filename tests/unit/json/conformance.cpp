// SPDX-License-Identifier: BSL-1.0
// What is JSON and what is not: the questions that the public JSONTestSuite asks of every parser,
// in a table of our own. Where RFC 8259 leaves a choice, the table says what is chosen here.
#include <lakeproof/json.hpp>

#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace conformance_test {

using namespace lakeproof;
using namespace std::literals;

enum class answer { json, malformed, limit };
using enum answer;

struct question {
    std::string_view text;
    answer expected;
};

constexpr question demanded[] = {
    // structure
    {"[]", json},
    {"{}", json},
    {"[[]   ]", json},
    {" [1 ] ", json},
    {"[\"\"]", json},
    {"[null, 1, \"1\", {}]", json},
    {"[1\n,\n2]", json},
    {"[1]\t", json},
    {"\r\n[]", json},
    {"[,1]", malformed},
    {"[1,]", malformed},
    {"[1,,2]", malformed},
    {"[,]", malformed},
    {"[1 true]", malformed},
    {"[\"a\" 1]", malformed},
    {"[x]", malformed},
    {"[3[4]]", malformed},
    {"[1\n,1\n,1", malformed},
    {"[{}", malformed},
    {"[\"\",", malformed},
    {"]", malformed},
    {"[]]", malformed},
    {"[][]", malformed},
    {"{]", malformed},
    {"[}", malformed},
    {"<null>", malformed},
    {"*", malformed},
    {"[*]", malformed},
    {"", malformed},
    {" ", malformed},
    {"\v[]", malformed},
    {"[\f]", malformed},
    {"\xe2\x81\xa0", malformed},
    {"[1],", malformed},
    {"123\0"sv, malformed},
    {"{}\xef\xbb\xbf", malformed},
    // objects
    {R"({"a":"b"})", json},
    {R"({"":0})", json},
    {R"({"a":[],"b":[]})", json},
    {R"({"a\u0000b":1})", json},
    {R"({"a":1,"a":1})", json},
    {R"({"a" : 1 })", json},
    {R"({"a":1,})", malformed},
    {R"({"a":1,,})", malformed},
    {R"({"a":1,,"b":2})", malformed},
    {R"({,"a":1})", malformed},
    {R"({"a"})", malformed},
    {R"({"a":})", malformed},
    {R"({"a" "b"})", malformed},
    {R"({"a"::1})", malformed},
    {R"({"a",1})", malformed},
    {R"({:1})", malformed},
    {R"({a:1})", malformed},
    {R"({'a':1})", malformed},
    {R"({1:1})", malformed},
    {R"({null:1})", malformed},
    {R"({[]:1})", malformed},
    {R"({"a":1 "b":2})", malformed},
    {R"({"a":1}#)", malformed},
    {R"({"a":1}/**/)", malformed},
    {R"({"a":/**/1})", malformed},
    {R"({"a":1}//)", malformed},
    {R"({"a":"b)", malformed},
    // words
    {"null", json},
    {"true", json},
    {"false", json},
    {"[nul]", malformed},
    {"[tru]", malformed},
    {"[fals]", malformed},
    {"[True]", malformed},
    {"[NULL]", malformed},
    {"[undefined]", malformed},
    {"[nullnull]", malformed},
    {"[true\0]"sv, malformed},
    // numbers
    {"0", json},
    {"-0", json},
    {"[0e1]", json},
    {"[0e+1]", json},
    {"[1E22]", json},
    {"[1E-2]", json},
    {"[123.456e78]", json},
    {"[-0.0]", json},
    {"[1.5]", json},
    {"[-237462374673276894279832749832423479823246327846]", json},
    {"[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]", json},
    {"[+1]", malformed},
    {"[-]", malformed},
    {"[--1]", malformed},
    {"[-1-1]", malformed},
    {"[01]", malformed},
    {"[-01]", malformed},
    {"[00.1]", malformed},
    {"[1.]", malformed},
    {"[.5]", malformed},
    {"[-.5]", malformed},
    {"[1.e1]", malformed},
    {"[0.e1]", malformed},
    {"[0e]", malformed},
    {"[0e+]", malformed},
    {"[1eE2]", malformed},
    {"[0.1.2]", malformed},
    {"[1 000]", malformed},
    {"[1+2]", malformed},
    {"[0x1]", malformed},
    {"[0x]", malformed},
    {"[1a]", malformed},
    {"[1_0]", malformed},
    {"[Inf]", malformed},
    {"[-Infinity]", malformed},
    {"[NaN]", malformed},
    {"[-NaN]", malformed},
    {"[1\xe5]", malformed},
    {"[\xef\xbc\x91]", malformed},
    {"[- 1]", malformed},
    {"[++1]", malformed},
    // strings
    {R"("a")", json},
    {R"(" ")", json},
    {R"(["\"\\\/\b\f\n\r\t"])", json},
    {R"(["\u0060\u012a\u12AB"])", json},
    {R"(["\u0000"])", json},
    {R"(["\u002c"])", json},
    {R"(["\ud801\udc37"])", json},
    {R"(["\uDBFF\uDFFF"])", json},
    {R"(["\uFFFF\uFDD0"])", json},
    {R"(["\u2028\u200b"])", json},
    {R"(["\\u0000"])", json},
    {R"(["a/*b*/c"])", json},
    {"[\"\x7f\"]", json},
    {"[\"\xc2\x80\"]", json},
    {"[\"\xe2\x80\xa8\"]", json},
    {"[\"\xef\xbf\xbf\"]", json},
    {"[\"\xf4\x8f\xbf\xbf\"]", json},
    {"[\"\xed\x9f\xbf\"]", json},
    {"[\"\xef\xbb\xbf\"]", json},
    {"[\"", malformed},
    {"[\"a", malformed},
    {"['a']", malformed},
    {"[a\"]", malformed},
    {"[\"a\"b]", malformed},
    {"[\"\"\"]", malformed},
    {"[\"\\\"]", malformed},
    {"[\"\\\\\\\"]", malformed},
    {"[\"\n\"]", malformed},
    {"[\"\t\"]", malformed},
    {"[\"\x1f\"]", malformed},
    {"[\"a\0a\"]"sv, malformed},
    {"[\"\\\0\"]"sv, malformed},
    {R"(["\x00"])", malformed},
    {R"(["\a"])", malformed},
    {R"(["\ "])", malformed},
    {R"(["\U0041"])", malformed},
    {R"(["\u00A"])", malformed},
    {R"(["\u"])", malformed},
    {R"(["\uqqqq"])", malformed},
    {"[\"\\u\xc3\xa9\"]", malformed},
    {"[\"\\\xf0\x9f\x8c\x80\"]", malformed},
    {"[\"\xff\"]", malformed},
    {"[\"\xe9\"]", malformed},
    {"[\"\x81\"]", malformed},
    {"[\"\xe6\x97\xa5\xd1\x88\xfa\"]", malformed},
    {"[\xff]", malformed},
    // what is no UTF-8 text at all
    {"\xff\xfe[\0]\0"sv, malformed},
    {"[\0\"\0\xe9\0\"\0]\0"sv, malformed},
    {"\0[\0\"\0\xe9\0\"\0]"sv, malformed},
};

/// What the RFC lets a parser choose, and JSONTestSuite lists as implementation-defined.
constexpr question chosen[] = {
    // No reader could mean anything by half a character.
    {R"(["\ud800"])", malformed},
    {R"(["\udc00"])", malformed},
    {R"(["\ud800\n"])", malformed},
    {R"(["\ud800\ud800\udc00"])", malformed},
    {R"(["\udd1e\ud834"])", malformed},
    {R"(["\ud800\u0041"])", malformed},
    // Nor by bytes that are no UTF-8: overlong, surrogates, too large, cut off.
    {"[\"\xc0\xaf\"]", malformed},
    {"[\"\xe0\x80\xaf\"]", malformed},
    {"[\"\xfc\x83\xbf\xbf\xbf\xbf\"]", malformed},
    {"[\"\xed\xa0\x80\"]", malformed},
    {"[\"\xf4\xbf\xbf\xbf\"]", malformed},
    {"[\"\xe6\x97\"]", malformed},
    // A byte order mark is no white space.
    {"\xef\xbb\xbf{}", malformed},
    {"\xef\xbb\xbf", malformed},
    // A number may be too large or small for any type: nobody takes it for a value here …
    {"[1e400]", json},
    {"[-1e400]", json},
    {"[1e-400]", json},
    {"[100000000000000000000]", json},
    {"[-123123123123123123123123123123]", json},
    // … but its exponent must be one that Boost.JSON can hold.
    {"[1e2147483647]", json},
    {"[1e2147483648]", limit},
    {"[0.4e00669999999999]", limit},
    {"[-1e99999999999999999999]", limit},
};

answer of(report const& r) {
    if (r.count(rule::json_malformed) != 0) return malformed;
    return r.count(rule::json_limit) != 0 ? limit : json;
}

void ask(question const& q) {
    BOOST_TEST((of(json::check_request(q.text)) == q.expected), q.text);
    BOOST_TEST((of(json::parse_request(q.text).report()) == q.expected), q.text);
    BOOST_TEST((of(json::parse_response(q.text).report()) == q.expected), q.text);
    // Below a member that nobody reads, and as one that somebody does.
    for (auto const* const name : {"unknown", "sourceName", "eventClasses"}) {
        auto const start = "{\"" + std::string{name} + "\":";
        // What breaks off, or goes on, is no value of a member.
        auto const inside = start + std::string{q.text} + '}';
        if (q.expected == json) BOOST_TEST((of(json::check_request(inside)) == json), inside);
    }
}

BOOST_AUTO_TEST_SUITE(conformance)

BOOST_AUTO_TEST_CASE(what_the_rfc_demands) {
    for (auto const& q : demanded) ask(q);
}

BOOST_AUTO_TEST_CASE(what_it_leaves_open) {
    for (auto const& q : chosen) ask(q);
}

BOOST_AUTO_TEST_CASE(depth_has_a_limit_and_no_stack_to_overflow) {
    for (std::size_t const depth : {32u, 500u, 100'000u}) {
        std::string const brackets(depth, '[');
        for (auto const& text : {brackets, brackets + std::string(depth, ']')}) {
            auto const r = json::check_request(text);
            BOOST_TEST(r.count(rule::json_limit) == (depth > 32 ? 1u : 0u), depth);
        }
    }
    std::string names;
    for (int i = 0; i < 50'000; ++i) names += "[{\"\":";
    BOOST_TEST(json::check_request(names).count(rule::json_limit) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace conformance_test
