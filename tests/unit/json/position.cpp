// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace position_test {

using namespace lakeproof;
using namespace std::literals;
using json::check_request;
using json::locate;
using json::locate_parent;
using json::position_of;
using test::listed;
using test::twice;
using test::twice_in_words;
using test::twice_in_words_for_each;

std::string shown(std::optional<json::position> const& p) {
    return p ? std::to_string(p->line) + ':' + std::to_string(p->column) : "no place";
}

/// Each violation with its place.
std::string placed(std::string_view text, options const& o = {}) {
    std::string out;
    for (auto const& v : check_request(text, o)) {
        if (!out.empty()) out += "; ";
        out += std::string{to_string(v.rule())} + ' ' + shown(locate(text, v));
    }
    return out;
}

constexpr std::string_view document = R"({
  "a": [10, {"b": "x"}, [[], 7]],
  "a~/b": true,
	"caf\u00e9": null, "é": { } ,
  "": -1.5e3,
  "0": {"": {"": "deep"}},
  "q\"\\": "a \"quoted\", [text] {",
  "last":false})";

struct pointer_place {
    std::string_view pointer;
    std::size_t line, column;
};
constexpr pointer_place pointers[] = {
    {"", 1, 1},         {"/a", 2, 8},          {"/a/0", 2, 9},     {"/a/1", 2, 13},
    {"/a/1/b", 2, 19},  {"/a/2", 2, 25},       {"/a/2/0", 2, 26},  {"/a/2/1", 2, 30},
    {"/a~0~1b", 3, 11}, {"/caf\u00e9", 4, 15}, {"/\u00e9", 4, 27}, {"/", 5, 7},
    {"/0", 6, 8},       {"/0/", 6, 13},        {"/0//", 6, 18},    {"/q\"\\", 7, 12},
    {"/last", 8, 10},
};
constexpr std::string_view no_places[] = {
    "a",      "/b",     "/a/3",   "/a/-",   "/a/-1", "/a/1/c",
    "/a/1/0", "/a/2/2", "/a/0/0", "/last/", "/A",    "/a/b",
    "/la",    "/lastt", "/a/1x",  "/caf",   "//",    "/a/99999999999999999999",
};

BOOST_AUTO_TEST_SUITE(positions)

BOOST_AUTO_TEST_CASE(offsets_become_lines_and_columns) {
    twice([] {
        constexpr std::string_view text = "ab\ncd\r\n\n\u00e9f";
        return position_of(text, 0) == json::position{1, 1, 0} &&
               position_of(text, 2) == json::position{1, 3, 2} &&
               position_of(text, 3) == json::position{2, 1, 3} &&
               position_of(text, 5) == json::position{2, 3, 5} && // the CR belongs to its line
               position_of(text, 7) == json::position{3, 1, 7} &&
               position_of(text, 8) == json::position{4, 1, 8} &&
               position_of(text, 10) == json::position{4, 3, 10} && // columns are bytes
               position_of(text, 11) == json::position{4, 4, 11} &&
               position_of(text, 999) == json::position{4, 4, 11} &&
               position_of("", 0) == json::position{};
    });
}

BOOST_AUTO_TEST_CASE(pointers_lead_to_values) {
    twice_in_words_for_each<pointers>([](pointer_place const& row) {
        auto const p = locate(document, row.pointer);
        return p && p->line == row.line && p->column == row.column &&
               *p == position_of(document, p->offset);
    });
    twice_in_words_for_each<no_places>(
        [](std::string_view pointer) { return !locate(document, pointer); });
}

BOOST_AUTO_TEST_CASE(the_first_of_repeated_members_counts) {
    twice_in_words([] {
        constexpr std::string_view text = R"({"a":1,"\u0061":2,"b":{"a":3}})";
        return locate(text, "/a")->offset == 5 && locate(text, "/b/a")->offset == 27;
    });
}

BOOST_AUTO_TEST_CASE(text_without_a_value_has_no_place) {
    twice_in_words([] { return !locate("", "") && !locate(" \n", "") && !locate("", "/a"); });
    BOOST_TEST(shown(locate(" \n 1", "")) == "2:2");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_json_is_walked_without_harm) {
    for (std::string_view const text : {"{"sv,
                                        "[[[["sv,
                                        "{\"a"sv,
                                        "{\"a\""sv,
                                        "{\"a\":"sv,
                                        "{\"a\\"sv,
                                        "{\"\\ud8"sv,
                                        "{\"\\u"sv,
                                        "[,,,"sv,
                                        "]"sv,
                                        "}"sv,
                                        "{{}"sv,
                                        "{]"sv,
                                        "[\"\\"sv,
                                        "{\"a\":}"sv,
                                        "{\"a\":1]"sv,
                                        "\0\0"sv,
                                        "{\"\\ud800\\ud800\":1}"sv,
                                        "{\"\\uzzzz\":1}"sv,
                                        "{:1}"sv,
                                        "{1:1}"sv})
        for (std::string_view const pointer : {"/a", "/0", "/a/0/b", "/", "/1/1", "/\u00e9"}) {
            auto const p = locate(text, pointer);
            BOOST_TEST((!p || p->offset <= text.size()));
        }
}

// --- places of violations

BOOST_AUTO_TEST_CASE(values_that_break_a_rule_are_where_they_begin) {
    BOOST_TEST(placed("{\n  \"sourceName\": \"a b\",\n  \"sourceVersion\":\n    \"1 0\",\n"
                      "  \"eventClasses\": [ 1,\n\"dns\" , \"DNS_ACTIVITY\",\"DNS_ACTIVITY\"],\n"
                      "  \"configuration\": { \"crawlerConfiguration\" : { \"roleArn\" : \"\" },\n"
                      "    \"providerIdentity\": {\"externalId\":\"?\",\"principal\":\"x\"}}}") ==
               "source-name-pattern 2:17; source-version-pattern 4:5; member-type 5:21; "
               "event-class-pattern 6:1; "
               "role-arn-pattern 7:61; external-id-length 8:39; external-id-pattern 8:39; "
               "principal-pattern 8:55; event-class-duplicate 6:24");
}

BOOST_AUTO_TEST_CASE(the_document_is_where_its_value_begins) {
    BOOST_TEST(placed("\n\n  [1]") == "member-type 3:3");
    BOOST_TEST(placed("\"x\"") == "member-type 1:1");
}

BOOST_AUTO_TEST_CASE(objects_and_lists_are_where_their_bracket_is) {
    BOOST_TEST(placed(test::request_json({.event_classes = " \n  {}"})) == "member-type 2:3");
    std::string many = " [";
    for (int i = 0; i < 128; ++i) many += "\"DNS_ACTIVITY\",";
    auto const over = test::request_json({.event_classes = many + "0]"});
    BOOST_TEST((shown(locate(over, check_request(over)[0])) ==
                "1:" + std::to_string(over.find(" [\"DNS") + 2)));
}

BOOST_AUTO_TEST_CASE(rules_of_the_whole_point_at_the_member) {
    options const o{.regions = {regions::us_gov_west_1, regions::ca_west_1}};
    auto const text = test::json_named("a:b");
    auto const column = [&](std::string_view value) {
        return std::to_string(text.find(value) + 1);
    };
    BOOST_TEST(placed(text, o) == "provider-role-characters 1:" + column("\"a:b\"") +
                                      "; role-arn-partition 1:" + column("\"arn:aws:") +
                                      "; region-unsupported no place");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_has_no_place_but_its_parent_has) {
    constexpr std::string_view text = "{ \"sourceName\":null,\n \"configuration\" : {\n"
                                      "  \"providerIdentity\":{}, \"crawlerConfiguration\": 1}}";
    auto const r = check_request(text);
    BOOST_TEST(placed(text) == "member-missing no place; member-missing no place; member-type 3:50; "
                               "member-missing no place");
    BOOST_TEST(listed(r) == "error member-missing /configuration/providerIdentity/externalId; "
                            "error member-missing /configuration/providerIdentity/principal; "
                            "error member-type /configuration/crawlerConfiguration; "
                            "error member-missing /sourceName");
    BOOST_TEST(shown(locate_parent(text, r[0])) == "3:22");
    BOOST_TEST(shown(locate_parent(text, r[2])) == "2:20");
    BOOST_TEST(shown(locate_parent(text, r[3])) == "1:1");
    BOOST_TEST(shown(locate_parent(" \n {}", check_request(" \n {}")[0])) == "2:2");
}

BOOST_AUTO_TEST_CASE(unknown_members_are_at_their_name) {
    constexpr std::string_view text = "{\"x\":1,\n\"x\": 2, \"sourceName\":\"acme\", \"x\": [3],\n"
                                      "\"configuration\":{ \"x\" :{}, \"\": 5, \"x\":6}}";
    BOOST_TEST(placed(text) == "member-unknown 1:2; member-unknown 2:1; member-unknown 2:30; "
                               "member-unknown 3:19; member-unknown 3:28; member-unknown 3:35; "
                               "member-missing no place; member-missing no place");
}

BOOST_AUTO_TEST_CASE(unknown_members_with_one_cut_name_are_told_apart) {
    std::string const start(64, 'x');
    auto const text = "{\"" + start + "1\":1,\n\"" + start + "2\":2}";
    auto const r = check_request(text);
    BOOST_TEST(shown(locate(text, r[0])) == "1:2");
    BOOST_TEST(shown(locate(text, r[1])) == "2:1");
}

BOOST_AUTO_TEST_CASE(repeated_members_are_at_the_repetition) {
    constexpr std::string_view text =
        "{\"sourceName\":\"acme\",\n\"y\":0,\"source\\u004eame\": 2,\n\"sourceName\":\n3,"
        "\"configuration\":{\"providerIdentity\":null,\"providerIdentity\":{} }}";
    BOOST_TEST(placed(text) == "member-unknown 2:1; member-duplicate 2:26; member-duplicate 4:1; "
                               "member-duplicate 4:63; "
                               "member-missing no place; member-missing no place");
}

BOOST_AUTO_TEST_CASE(a_second_object_is_not_looked_into) {
    constexpr std::string_view text =
        R"({"configuration":{"x":1},"configuration":{"x":2},"sourceName":1})";
    BOOST_TEST(placed(text) == "member-unknown 1:19; member-missing no place; "
                               "member-missing no place; member-duplicate 1:42; member-type 1:63");
}

BOOST_AUTO_TEST_CASE(lines_may_end_in_crlf) {
    BOOST_TEST(placed("{\r\n\t\"sourceName\": 1,\r\n\t\"configuration\": 2\r\n}\r\n") ==
               "member-type 2:16; member-type 3:19");
}

BOOST_AUTO_TEST_CASE(columns_are_counted_in_bytes) {
    BOOST_TEST(placed("{\"é\":\"😀\",\"sourceName\":1,\"configuration\":2}") ==
               "member-unknown 1:2; member-type 1:27; member-type 1:45");
}

BOOST_AUTO_TEST_CASE(malformed_text_is_where_reading_stopped) {
    BOOST_TEST(placed("{\n  \"sourceName\": acme\n}") == "json-malformed 2:17");
    BOOST_TEST(placed("{\"a\":1}\n x") == "json-malformed 2:2");
    BOOST_TEST(placed("{\"a\":1,\n\n") == "json-malformed 3:1");
    BOOST_TEST(placed("") == "json-malformed 1:1");
    BOOST_TEST(placed("\xef\xbb\xbf{}") == "json-malformed 1:1");
    BOOST_TEST(placed("[\"\xff\"]") == "json-malformed 1:3");
}

BOOST_AUTO_TEST_CASE(too_deep_is_where_reading_stopped_and_too_long_at_no_place) {
    BOOST_TEST(placed("\n\n" + std::string(33, '[')) == "json-limit 3:33");
    BOOST_TEST(placed("{} ", {.limits = {.bytes = 2}}) == "json-limit no place");
    BOOST_TEST(placed(std::string(1024 * 1024 + 1, ' ')) == "json-limit no place");
}

BOOST_AUTO_TEST_CASE(every_member_of_a_position_counts) {
    twice([] {
        return test::all_differ<json::position>({{}, {.line = 2}, {.column = 2}, {.offset = 1}});
    });
}

BOOST_AUTO_TEST_CASE(in_another_text_a_violation_has_no_place) {
    constexpr std::string_view text =
        R"({"sourceName":1,"sourceName":2,"configuration":{"x":0,"crawlerConfiguration":{}}})";
    auto const r = check_request(text);
    BOOST_TEST(listed(r) == "error member-type /sourceName; error member-duplicate /sourceName; "
                            "warning member-unknown /configuration/x; "
                            "error member-missing /configuration/crawlerConfiguration/roleArn; "
                            "error member-missing /configuration/providerIdentity");
    for (std::string_view const other : {"", "[]", "{}", R"({"configuration":1})"}) {
        for (auto const& v : r)
            if (v.rule() != rule::member_missing) BOOST_TEST(!locate(other, v), other);
        BOOST_TEST(locate_parent(other, r[0]).has_value() == !other.empty(), other);
        BOOST_TEST(!locate_parent(other, r[3]), other);
    }
}

BOOST_AUTO_TEST_CASE(no_text_that_is_cut_does_harm) {
    constexpr std::string_view text = R"({"a\u00e9\ud83d\ude00\n":{"b~":[1,"\\"]}})";
    BOOST_TEST(locate(text, "/a\u00e9\U0001f600\n/b~0/1").has_value());
    for (std::size_t size = 0; size < text.size(); ++size) {
        // In memory of exactly that size, so that a sanitizer sees a read past the end.
        std::vector<char> const cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
        std::string_view const start{cut.data(), cut.size()};
        BOOST_TEST(!locate(start, "/b"), start);
        auto const found = locate(start, "/a\u00e9\U0001f600\n/b~0/1");
        BOOST_TEST((!found || found->offset < size), start);
    }
}

BOOST_AUTO_TEST_CASE(a_tilde_at_the_end_of_a_pointer_is_one) {
    twice_in_words([] { return locate(R"({"a~":1})", "/a~")->offset == 6; });
    twice_in_words([] { return locate(R"({"a~":{"b":1}})", "/a~/b")->offset == 11; });
}

BOOST_AUTO_TEST_CASE(an_index_is_a_number_without_leading_zeros) {
    twice_in_words([] {
        constexpr std::string_view text = "[0,1,2,3,4,5,6,7,8,9,10,11]";
        for (auto const* const pointer : {"/00", "/01", "/0000000001", "/:", "/1:", "/ 1", "/1 "})
            if (locate(text, pointer)) return false;
        return locate(text, "/0")->offset == 1 && locate(text, "/10")->offset == 21;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace position_test
