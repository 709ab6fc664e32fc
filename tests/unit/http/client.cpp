// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace client_test {

using namespace lakeproof;
using http::decode_response;
using test::listed;

std::vector<http::header> const json{{"Content-Type", "application/json"}};

http::service_error error_of(int status, std::string_view body,
                             std::vector<http::header> const& headers = json,
                             options const& o = {}) {
    auto const answer = decode_response(status, headers, body, o);
    BOOST_TEST_REQUIRE(answer.error() != nullptr);
    BOOST_TEST(!answer.has_value());
    BOOST_TEST(answer.report().empty());
    return *answer.error();
}

BOOST_AUTO_TEST_SUITE(clients)

BOOST_AUTO_TEST_CASE(a_request_is_a_post_of_its_json) {
    auto const m = http::encode(test::acme);
    BOOST_TEST(m.method == "POST");
    BOOST_TEST(m.target == "/v1/datalake/logsources/custom");
    BOOST_TEST((m.headers == json));
    BOOST_TEST(m.body == json::serialize(test::acme));
}

BOOST_AUTO_TEST_CASE(a_success_is_a_response) {
    auto const answer = decode_response(200, json, R"({"source":{"sourceName":"acme-edr"},"x":1})");
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST((answer.error() == nullptr));
    BOOST_TEST(*answer->source->source_name == "acme-edr");
    BOOST_TEST(answer.outcome()->source->source_name.has_value());
    for (int const status : {200, 201, 299})
        BOOST_TEST(decode_response(status, json, "{}").has_value());
}

BOOST_AUTO_TEST_CASE(a_success_without_a_body_is_an_empty_response) {
    for (int const status : {200, 202, 204}) {
        auto const answer = decode_response(status, std::vector<http::header>{}, "");
        BOOST_TEST_REQUIRE(answer.has_value());
        BOOST_TEST((*answer == create_custom_log_source_response{}));
        BOOST_TEST(answer.report().empty());
    }
}

BOOST_AUTO_TEST_CASE(a_success_whose_body_is_no_response_says_why) {
    auto const said = [](std::string_view body, options const& o = {}) {
        auto const answer = decode_response(200, json, body, o);
        BOOST_TEST(!answer.has_value());
        BOOST_TEST((answer.error() == nullptr));
        BOOST_TEST(!answer.outcome().has_value());
        return listed(answer.report());
    };
    BOOST_TEST(said(" ") == "error json-malformed");
    BOOST_TEST(said("<html>") == "error json-malformed");
    BOOST_TEST(said("[]") == "error member-type");
    BOOST_TEST(said(R"({"source":1})") == "error member-type /source");
    BOOST_TEST(said("{}", {.limits = {.bytes = 1}}) == "error json-limit");
}

BOOST_AUTO_TEST_CASE(an_error_has_its_members) {
    auto const e =
        error_of(429,
                 R"({"message":"slow down","errorCode":"E","resourceName":"n","resourceType":"t",)"
                 R"("serviceCode":"securitylake","quotaCode":"L-1"})",
                 {{"x-amzn-ErrorType", "ThrottlingException:"},
                  {"X-Amzn-RequestId", "7f-1"},
                  {"Retry-After", "3"},
                  {"Content-Type", "application/json"}});
    http::service_error const expected{.name = "ThrottlingException",
                                       .status = 429,
                                       .details = {.message = "slow down",
                                                   .error_code = "E",
                                                   .resource_name = "n",
                                                   .resource_type = "t",
                                                   .service_code = "securitylake",
                                                   .quota_code = "L-1"},
                                       .retry_after = std::chrono::seconds{3},
                                       .request_id = "7f-1"};
    BOOST_TEST((e == expected));
    BOOST_TEST((e.code() == service_error_code::throttling));
    BOOST_TEST(e.message() == "slow down");
}

BOOST_AUTO_TEST_CASE(a_message_is_spelt_either_way) {
    BOOST_TEST(error_of(400, R"({"message":"a"})").message() == "a");
    BOOST_TEST(error_of(400, R"({"Message":"b"})").message() == "b");
    BOOST_TEST(error_of(400, R"({"Message":"b","message":null})").message() == "b");
    BOOST_TEST(!error_of(400, "{}").details.message.has_value());
    auto const both = error_of(400, R"({"Message":"b","message":"a"})");
    BOOST_TEST(both.message() == "a");
    BOOST_TEST(both.body == R"({"Message":"b","message":"a"})");
}

/// Where a message stands, and what it is then.
struct told {
    std::string_view body;
    std::string_view header;
    std::string_view message;
};
constexpr told messages[] = {
    {"", "exists", "exists"},
    {"{}", "exists", "exists"},
    {R"({"message":null})", "exists", "exists"},
    {"<html>", "exists", "exists"},
    {R"({"message":"body"})", "header", "body"},
    {R"({"Message":"body"})", "header", "body"},
    {R"({"message":""})", "header", ""},
    {"{}", "  two\r\nlines ", "two  lines"},
    {"{}", "", ""},
    {"{}", "d\xc3\xa9j\xc3\xa0", "d\u00e9j\u00e0"},
    {"{}", "d\xe9j\xe0", "d\u00e9j\u00e0"}, // Latin-1
    {"{}", "\xff\xc3", "\u00ff\u00c3"},
};

BOOST_AUTO_TEST_CASE(a_message_in_a_header_is_kept) {
    for (auto const& row : messages) {
        auto const e = error_of(409, row.body, {{"X-AMZN-ErrorMessage", std::string{row.header}}});
        BOOST_TEST(e.message() == row.message, row.body);
        BOOST_TEST(e.body == (row.body == "<html>" ? row.body : std::string_view{}), row.body);
        auto const m = http::encode(e);
        BOOST_TEST((*decode_response(m.status, m.headers, m.body).error() == e), row.body);
    }
}

BOOST_AUTO_TEST_CASE(a_message_travels_beside_a_body_that_lacks_it) {
    auto const sent = [](http::service_error const& e) {
        for (auto const& h : http::encode(e).headers)
            if (h.name == "X-Amzn-ErrorMessage") return h.value;
        return std::string{"none"};
    };
    BOOST_TEST(sent({.status = 502, .details = {.message = "m"}, .body = "<html>"}) == "m");
    BOOST_TEST(
        sent({.status = 502, .details = {.message = "m"}, .body = R"({"message":"m","x":1})"}) ==
        "none");
    BOOST_TEST(sent({.status = 502, .details = {.message = "m"}}) == "none");
    BOOST_TEST(sent({.status = 502, .body = "<html>"}) == "none");
}

BOOST_AUTO_TEST_CASE(an_unmodelled_error_keeps_its_name) {
    auto const e = error_of(401, R"({"__type":"com.amazon#UnauthorizedException","message":"no"})");
    BOOST_TEST(e.name == "UnauthorizedException");
    BOOST_TEST(!e.code().has_value());
    BOOST_TEST(e.status == 401);
    BOOST_TEST(e.message() == "no");
    BOOST_TEST(e.body == R"({"__type":"com.amazon#UnauthorizedException","message":"no"})");
}

/// Bodies, and whether they are kept.
struct kept_body {
    std::string_view text;
    bool kept;
};
constexpr kept_body bodies[] = {
    {"", false},
    {"{}", false},
    {R"({"message":"a"})", false},
    {R"( { "message" : "a" } )", false},
    {R"({"code":"FooError","__type":"FooError"})", false},
    {R"({"code":"FooError","__type":"ns#FooError"})", true},
    {R"({"code":"FooError","__type":"Other"})", true},
    {R"({"message":"a","detail":{"why":1}})", true},
    {R"({"message":"a","message":"b"})", true},
    {R"({"message":5})", true},
    {R"({"code":5})", true},
    {R"([1])", true},
    {R"("FooError")", true},
    {"null", true},
    {"<html><body>502 Bad Gateway</body></html>", true},
    {"{\"message\":\"a\"", true},
    {"{\"message\":\"\xff\"}", true},
    {" ", true},
};

BOOST_AUTO_TEST_CASE(a_body_is_kept_where_it_says_more) {
    for (auto const& row : bodies) {
        auto const e = error_of(502, row.text, {{"content-type", "text/html; charset=x"}});
        BOOST_TEST(e.body == (row.kept ? row.text : std::string_view{}), row.text);
        BOOST_TEST(e.content_type == (row.kept ? "text/html; charset=x" : ""), row.text);
    }
}

BOOST_AUTO_TEST_CASE(members_beside_one_of_a_wrong_type_are_read) {
    auto const e = error_of(409, R"({"code":5,"message":"exists","resourceName":["x"]})");
    BOOST_TEST(e.message() == "exists");
    BOOST_TEST(!e.details.resource_name.has_value());
}

BOOST_AUTO_TEST_CASE(a_body_over_a_limit_is_kept_unread) {
    std::vector<http::header> const headers{{"x-amzn-errortype", "ConflictException"}};
    std::string const deep(100'000, '[');
    std::string const long_text = R"({"message":")" + std::string(2 * 1024 * 1024, 'a') + "\"}";
    std::string const nested = R"({"a":)" + std::string(31, '[') + std::string(31, ']') + "}";
    for (auto const* body : {&deep, &long_text}) {
        auto const e = error_of(409, *body, headers);
        BOOST_TEST((e.code() == service_error_code::conflict));
        BOOST_TEST(!e.details.message.has_value());
        BOOST_TEST((e.body == *body));
    }
    BOOST_TEST(error_of(409, nested, headers).body == nested);
    auto const read = error_of(409, long_text, headers, {.limits = {.bytes = 4 * 1024 * 1024}});
    BOOST_TEST(read.message().size() == 2u * 1024 * 1024);
    BOOST_TEST(read.body.empty());
}

BOOST_AUTO_TEST_CASE(what_a_policy_says_changes_no_error) {
    auto const quiet = policy{}.set(rule::member_unknown, severity::off);
    BOOST_TEST(error_of(400, R"({"x":1})", json, {.policy = quiet}).body == R"({"x":1})");
}

BOOST_AUTO_TEST_CASE(every_other_status_is_an_error) {
    for (int const status : {-1, 0, 100, 199, 300, 304, 400, 404, 499, 500, 503, 599, 999, 1000})
        BOOST_TEST(error_of(status, "{}").status == status);
}

BOOST_AUTO_TEST_CASE(a_decoded_message_can_be_copied_and_moved) {
    auto answer = decode_response(409, json, R"({"message":"a"})");
    auto const copy = answer;
    auto const moved = std::move(answer);
    BOOST_TEST(copy.error()->message() == "a");
    BOOST_TEST(moved.error()->message() == "a");
    auto ok = decode_response(200, json, R"({"source":{}})");
    auto const ok_copy = ok;
    BOOST_TEST(ok_copy->source.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace client_test
