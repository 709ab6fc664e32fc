// SPDX-License-Identifier: BSL-1.0
// The functions of client.hpp and server.hpp that serve any operation.
#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>
#include <lakeproof/testing.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace operations_test {

using namespace lakeproof;
using test::listed;
using create = operations::create_custom_log_source;
using remove = operations::delete_custom_log_source;
using list = operations::list_log_sources;
using headers = std::vector<http::header>;
headers const none{};
headers const json_type{{"Content-Type", "application/json"}};

template <class Op>
auto decoded(http::request_message const& m, options const& o = {}) {
    return http::decode_request<Op>(m.method, m.target, m.headers, m.body, o);
}
std::string removed(std::string_view rest, std::string_view body = {}, headers const& h = none) {
    auto const got = http::decode_request<remove>("DELETE", "/v1/datalake/logsources/custom/" + std::string{rest}, h, body);
    BOOST_TEST(got.has_value() == got.report().ok());
    BOOST_TEST((got.error() == nullptr) == got.has_value());
    return listed(got.report());
}

// --- an operation with a member of every kind in its URI

struct probe {
    struct input {
        std::string text;
        std::int64_t number;
        bool flag;
        std::optional<std::string> also{};
        std::optional<std::int16_t> small{};
        std::optional<bool> yes{};
        std::vector<std::string> texts{};
        std::optional<std::vector<std::int32_t>> numbers{};
        ocsf::event_class_list classes{};
        std::optional<std::string> left{};
        std::vector<bool> right{};

        static constexpr auto members = member_table(
            member{"text", &input::text}, member{"number", &input::number}, member{"flag", &input::flag},
            member{"al so", &input::also}, member{"small", &input::small}, member{"yes", &input::yes},
            member{"texts", &input::texts, {.most = 3}}, member{"numbers", &input::numbers},
            member{"classes", &input::classes}, member{"left", &input::left}, member{"right", &input::right});
        friend bool operator==(input const&, input const&) = default;

        static constexpr void check(document_view<input> d, rule_sink& out) {
            if (d[&input::text].view() == "ruled") out.report(ruled, d[&input::text], "{value} is ruled out");
        }
        static constexpr rule_info ruled{.id = "ruled"};
    };
    using output = delete_custom_log_source_response;
    static constexpr http_binding binding{
        "POST", "/{text}/x/{number}/{flag}{?al so,small,yes,texts,numbers,classes}", 204};
};

std::string probed(std::string_view target, std::string_view body = "{}", headers const& h = json_type) {
    return listed(http::decode_request<probe>("POST", target, h, body).report());
}

template <class Op>
void goes_there_and_back(typename Op::input const& input, options const& o = {}) {
    auto const m = http::encode<Op>(input);
    auto const got = decoded<Op>(m, o);
    BOOST_TEST_REQUIRE(got.has_value(), m.method << ' ' << m.target << ' ' << m.body << ": " << listed(got.report()));
    BOOST_TEST_REQUIRE((*got == input), m.target);
    BOOST_TEST_REQUIRE((http::encode<Op>(*got) == m));
}

/// Valid inputs of an operation, from bytes that are the same in every run.
template <class Op>
void arbitrary_inputs_go_there_and_back() {
    std::mt19937 random{20180510};
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random() % 300, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        testing::byte_source source{bytes};
        goes_there_and_back<Op>(testing::arbitrary<typename Op::input>(source));
    }
}

BOOST_AUTO_TEST_SUITE(any_operation)

BOOST_AUTO_TEST_CASE(a_delete_is_its_uri) {
    auto const m = http::encode<remove>({.source_name = "acme-edr", .source_version = source_version{"1.0"}});
    http::request_message const expected{"DELETE", "/v1/datalake/logsources/custom/acme-edr?sourceVersion=1.0", {}, ""};
    BOOST_TEST((m == expected));
    BOOST_TEST(http::encode<remove>({.source_name = "a/b\\c:d"}).target ==
               "/v1/datalake/logsources/custom/a%2Fb%5Cc%3Ad");
}

BOOST_AUTO_TEST_CASE(a_list_is_its_body) {
    auto const m = http::encode<list>(list::input{.accounts = std::vector<account_id>{"123456789012"}, .max_results = 5});
    http::request_message const expected{
        "POST", "/v1/datalake/logsources/list", json_type, R"({"accounts":["123456789012"],"maxResults":5})"};
    BOOST_TEST((m == expected));
    BOOST_TEST(http::encode<list>(list::input{}).body == "{}");
}

BOOST_AUTO_TEST_CASE(a_create_is_as_it_was) {
    BOOST_TEST((http::encode<create>(test::acme) == http::encode(test::acme)));
    auto const m = http::encode(test::acme);
    BOOST_TEST((*decoded<create>(m) == test::acme));
}

BOOST_AUTO_TEST_CASE(arbitrary_inputs) {
    arbitrary_inputs_go_there_and_back<create>();
    arbitrary_inputs_go_there_and_back<remove>();
    arbitrary_inputs_go_there_and_back<list>();
}

BOOST_AUTO_TEST_CASE(arbitrary_outputs) {
    std::mt19937 random{12};
    for (int i = 0; i < 1000; ++i) {
        std::string bytes(random() % 300, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        testing::byte_source source{bytes};
        auto const output = testing::arbitrary<list::output>(source);
        auto const m = http::encode<list>(output);
        auto const got = http::decode_response<list>(m.status, m.headers, m.body);
        BOOST_TEST_REQUIRE(got.has_value(), listed(got.report()));
        BOOST_TEST_REQUIRE((*got == output));
    }
}

BOOST_AUTO_TEST_CASE(every_character_in_a_label_and_a_query) {
    for (char32_t c = 0; c < 0x800; ++c) {
        std::string text{"<"};
        if (c < 0x80) {
            text += static_cast<char>(c);
        } else {
            text += static_cast<char>(0xc0 | c >> 6);
            text += static_cast<char>(0x80 | (c & 0x3f));
        }
        goes_there_and_back<probe>({text, 0, false, text, {}, {}, {text, "", text}});
        goes_there_and_back<probe>({text.substr(1), 0, false, text.substr(1)});
    }
}

BOOST_AUTO_TEST_CASE(every_byte_that_is_no_character) {
    for (int byte = 0; byte < 256; ++byte) {
        std::string const one(1, static_cast<char>(byte));
        auto const m = http::encode<probe>({one, 0, false, one});
        BOOST_TEST(probed(m.target) == (byte < 128 ? "" : "error member-type /text; error member-type /al so"));
        auto const raw = probed("/a" + one + "/x/1/true");
        if (one == "/")
            BOOST_TEST(!http::decode_request<probe>("POST", "/a//x/1/true", json_type, "{}"));
        else if (one == "%")
            BOOST_TEST(raw == "error member-type /text");
        else if (one != "?")
            BOOST_TEST(raw == (byte < 128 ? "" : "error member-type /text"));
    }
}

BOOST_AUTO_TEST_CASE(every_kind_of_member_goes_there_and_back) {
    goes_there_and_back<probe>({"", -1, true});
    goes_there_and_back<probe>({"a", std::numeric_limits<std::int64_t>::min(), false, "", std::int16_t{-32768}, true});
    goes_there_and_back<probe>({"a", std::numeric_limits<std::int64_t>::max(), false, "&=+ ?#", std::int16_t{32767}, false,
                                {"", "&", "b"}, std::vector<std::int32_t>{1, -2, 1},
                                {ocsf::event_class::dns_activity, ocsf::event_class::process_activity}, "b", {true, false}});
    auto const m = http::encode<probe>({"", 5, true, {}, {}, {}, {"a", "b"}, std::vector<std::int32_t>{}, {}, "b"});
    BOOST_TEST(m.target == "//x/5/true?texts=a&texts=b"); // an empty list is as none
    BOOST_TEST(m.body == R"({"left":"b"})");
}

BOOST_AUTO_TEST_CASE(a_version_and_a_name_are_judged_by_their_constraints_alone) {
    BOOST_TEST(removed("acme-edr") == "");
    BOOST_TEST(removed("acme-edr?") == "");
    BOOST_TEST(removed("acme-edr?&") == "");
    BOOST_TEST(removed(std::string(64, 'n') + "?sourceVersion=" + std::string(32, 'v')) == "");
    BOOST_TEST(removed(std::string(65, 'n')) == "error source-name-length /sourceName");
    BOOST_TEST(removed("") == "error source-name-length /sourceName");
    BOOST_TEST(removed("%2F%5C%3a.") == "");
    BOOST_TEST(removed("a+b") == "error source-name-pattern /sourceName");
    BOOST_TEST(removed("a%20b?sourceVersion=a+b") ==
               "error source-name-pattern /sourceName; error source-version-pattern /sourceVersion");
    BOOST_TEST(removed("a?sourceVersion") == "error source-version-length /sourceVersion");
    BOOST_TEST(removed("a?sourceVersion=") == "error source-version-length /sourceVersion");
    BOOST_TEST(removed("a?sourceVersion=1=2") == "error source-version-pattern /sourceVersion");
    BOOST_TEST(removed("a?source%56ersion=%31") == "");
}

BOOST_AUTO_TEST_CASE(faults_of_a_query_have_their_place) {
    BOOST_TEST(removed("%zz?sourceVersion=%") == "error member-type /sourceName; error member-type /sourceVersion");
    BOOST_TEST(removed("a?sourceVersion=1&sourceVersion=1") == "error member-duplicate /sourceVersion");
    BOOST_TEST(removed("a?sourceVersion=%ff&sourceVersion=1") ==
               "error member-type /sourceVersion; error member-duplicate /sourceVersion");
    BOOST_TEST(removed("a?x=1&x&sourceVersion=1&=") ==
               "warning member-unknown /x; warning member-unknown /x; warning member-unknown /");
    BOOST_TEST(removed("a?sourceName=b") == "warning member-unknown /sourceName"); // that is in the path
    BOOST_TEST(removed("a?%zz=1") == "warning member-unknown /%zz");
    auto const got = http::decode_request<remove>("DELETE", "/v1/datalake/logsources/custom/a?sourceversion=1&sourceName=b", none, "");
    BOOST_TEST_REQUIRE(got.report().size() == 2u);
    BOOST_TEST(suggestion(got.report()[0]) == "sourceVersion");
    BOOST_TEST(suggestion(got.report()[1]) == "");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_answered) {
    auto const got = http::decode_request<remove>("DELETE", "/v1/datalake/logsources/custom/%e9?sourceVersion=!", none, "");
    BOOST_TEST_REQUIRE(got.error() != nullptr);
    BOOST_TEST(got.error()->status == 400);
    BOOST_TEST(got.error()->message() ==
               "2 validation errors detected: Value at 'sourceName' is a text that is not in UTF-8 where a string is "
               "expected; Value '!' at 'sourceVersion' failed to satisfy constraint: Member must satisfy regular "
               R"(expression pattern: ^[A-Za-z0-9\-\.\_]*$)");
    auto const other = http::decode_request<remove>("POST", "/v1/datalake/logsources/custom/a", none, "");
    BOOST_TEST(other.error()->status == 404);
    BOOST_TEST(other.error()->message() == "Only DELETE /v1/datalake/logsources/custom/{sourceName} is known here");
}

BOOST_AUTO_TEST_CASE(numbers_and_booleans_have_their_types) {
    BOOST_TEST(probed("/a/x/1/true?small=-5&yes=false&numbers=1&numbers=-2") == "");
    for (auto const* const wrong : {"", "a", "1.5", "1e2", "+1", "1 ", " 1", "0x1", "--1", "1-", "-"})
        BOOST_TEST(probed("/a/x/" + std::string{wrong} + "/true?small=" + wrong) ==
                   "error member-type /number; error member-type /small", wrong);
    BOOST_TEST(probed("/a/x/9223372036854775808/true?small=32768") == "error number-range /number; error number-range /small");
    BOOST_TEST(probed("/a/x/1/True?yes=1&numbers=1&numbers=x") ==
               "error member-type /flag; error member-type /yes; error member-type /numbers/1");
}

BOOST_AUTO_TEST_CASE(elements_of_a_list_are_gathered) {
    auto const got = http::decode_request<probe>(
        "POST", "/a/x/1/true?texts=1&classes=DNS_ACTIVITY&text%73=2&yes=true&texts=3", json_type, "{}");
    BOOST_TEST_REQUIRE(got.has_value(), listed(got.report()));
    BOOST_TEST((got->texts == std::vector<std::string>{"1", "2", "3"}));
    BOOST_TEST(got->classes.size() == 1u);
    BOOST_TEST(probed("/a/x/1/true?texts=1&texts=2&texts=3&texts=4&small=x") == "error list-length /texts; error member-type /small");
}

BOOST_AUTO_TEST_CASE(a_body_has_what_the_uri_has_not) {
    BOOST_TEST(probed("/a/x/1/true", R"({"left":"b","right":[true]})") == "");
    BOOST_TEST(probed("/a/x/1/true", R"({"text":"b","al so":"c","left":null})") ==
               "error member-duplicate /text; error member-duplicate /al so");
    BOOST_TEST(probed("/a/x/x/true", "{") == "error json-malformed"); // and nothing else
    BOOST_TEST(probed("/a/x/x/true", "[]") == "error member-type; error member-type /number");
    BOOST_TEST(probed("/a/x/1/true", R"({"left":"\u00e9"})") == "");
    BOOST_TEST(probed("/ruled/x/1/true") == "error ruled /text");
    BOOST_TEST(probed("/ruled/x/1/true", "[]") == "error member-type"); // its rules look at no such document
    // None of its members is required, so it may be empty, and then needs no type.
    BOOST_TEST(probed("/a/x/1/true", "", none) == "");
    BOOST_TEST((http::decode_request<probe>("POST", "/a/x/1/true", none, "{}").error()->status == 415));
    BOOST_TEST(http::decode_request<list>("POST", list::binding.uri, none, "").has_value());
    BOOST_TEST((http::decode_request<create>("POST", create::binding.uri, none, "").error()->status == 415));
    BOOST_TEST(listed(http::decode_request<create>("POST", create::binding.uri, json_type, "").report()) ==
               "error json-malformed");
}

BOOST_AUTO_TEST_CASE(a_body_where_none_belongs_is_checked) {
    headers const form{{"Content-Type", "application/x-www-form-urlencoded"}};
    BOOST_TEST(removed("a", "", form) == ""); // what clients send along is harmless
    BOOST_TEST((http::decode_request<remove>("DELETE", "/v1/datalake/logsources/custom/a", form, "x=1").error()->status == 415));
    BOOST_TEST(removed("a", "{}", json_type) == "");
    BOOST_TEST(removed("a", R"({"sourceVersion":"1","x":1})", json_type) ==
               "error member-duplicate /sourceVersion; warning member-unknown /x");
}

BOOST_AUTO_TEST_CASE(a_query_of_an_operation_without_one) {
    auto const uri = std::string{list::binding.uri} + "?maxResults=5";
    BOOST_TEST(listed(http::decode_request<list>("POST", uri, json_type, "{}").report()) == "warning member-unknown /maxResults");
    auto const post = std::string{create::binding.uri} + "?sourceName=x";
    auto const body = json::serialize(test::acme);
    BOOST_TEST(listed(http::decode_request<create>("POST", post, json_type, body).report()) ==
               "warning member-unknown /sourceName");
    BOOST_TEST(http::decode_request("POST", post, json_type, body).report().empty());
}

BOOST_AUTO_TEST_CASE(options_count) {
    auto const of_policy = [](policy const& p) {
        return http::decode_request<remove>("DELETE", "/v1/datalake/logsources/custom/a?x", none, "", {.policy = p}).has_value();
    };
    BOOST_TEST(of_policy({}));
    BOOST_TEST(!of_policy(policy{}.set(rule::member_unknown, severity::error)));
    auto const got = http::decode_request<remove>("DELETE", "/v1/datalake/logsources/custom/a", none, "",
                                                  {.regions = {region{"us-east-9"}}});
    BOOST_TEST(listed(got.report()) == "error region-unknown in us-east-9");
}

BOOST_AUTO_TEST_CASE(responses) {
    BOOST_TEST(http::encode<probe>(probe::output{}).status == 204);
    auto const m = http::encode<remove>(remove::output{});
    BOOST_TEST((m == http::response_message{200, json_type, "{}"}));
    for (auto const* const body : {"", "{}", R"({"x":1})"})
        BOOST_TEST(http::decode_response<remove>(200, none, body).has_value());
    BOOST_TEST(http::decode_response<list>(200, none, "").has_value()); // as {}, in which all may be absent
    BOOST_TEST(!http::decode_response<list>(200, none, "[]").has_value());
    auto const page = http::decode_response<list>(
        200, none, R"({"nextToken":"2","sources":[{"account":"1","region":"r","sources":[{"customLogSource":{}}]}]})");
    BOOST_TEST_REQUIRE(page.has_value());
    BOOST_TEST(page->sources[0].sources[0].custom_log_source.has_value());
    auto const failed = http::decode_response<remove>(409, none, R"({"__type":"ConflictException","message":"m"})");
    BOOST_TEST_REQUIRE(failed.error() != nullptr);
    BOOST_TEST((failed.error()->code() == service_error_code::conflict));
    BOOST_TEST((http::decode_response<remove>(500, none, "").error() != nullptr));
}

BOOST_AUTO_TEST_CASE(messages_of_boost_beast) {
    namespace beast = boost::beast::http;
    auto const sent = http::to_beast(http::encode<remove>({.source_name = "a/b"}));
    BOOST_TEST((sent.method() == beast::verb::delete_));
    BOOST_TEST(sent.target() == "/v1/datalake/logsources/custom/a%2Fb");
    BOOST_TEST(http::decode_request<remove>(sent)->source_name == "a/b");
    BOOST_TEST(http::decode_request<list>(sent).error()->status == 404);
    auto const answer = http::to_beast(http::encode<list>(list::output{.next_token = "2"}));
    BOOST_TEST(*http::decode_response<list>(answer)->next_token == "2");
}

// Clients of the SDKs go through a list without asking whether it is there.
BOOST_AUTO_TEST_CASE(a_response_has_its_lists_though_they_are_empty) {
    using list = operations::list_log_sources;
    BOOST_TEST(http::encode<list>(list::output{}).body == R"({"sources":[]})");
    BOOST_TEST(http::encode<list>(list::output{.sources = {{.account = "1"}}}).body ==
               R"({"sources":[{"account":"1","sources":[]}]})");
    BOOST_TEST(http::encode<list>(list::input{}).body == "{}");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace operations_test
