// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server_test {

using namespace lakeproof;
using http::decode_request;
using test::acme;
using test::listed;
using test::quoted;
using test::request_json;

std::vector<http::header> const json{{"content-type", "application/json"}};
constexpr std::string_view target = operations::create_custom_log_source::binding.uri;

auto posted(std::string_view body, options const& o = {}) {
    return decode_request("POST", target, json, body, o);
}

std::string answer_to(std::string_view body, options const& o = {}) {
    auto const got = posted(body, o);
    BOOST_TEST_REQUIRE(got.error() != nullptr);
    BOOST_TEST((got.error()->code() == service_error_code::bad_request));
    BOOST_TEST(got.error()->status == 400);
    return std::string{got.error()->message()};
}

std::string const* header(http::response_message const& m, std::string_view name) {
    for (auto const& h : m.headers)
        if (h.name == name) return &h.value;
    return nullptr;
}

/// A shape with the constraints that the request's lacks.
struct bounded {
    std::int64_t number{};
    std::int64_t small{};
    std::vector<std::string> list{};
    enum_string<"A", "B"> word{"A"};

    static constexpr auto members = member_table(
        member{"number", &bounded::number, {.least = 2, .most = 8}},
        member{"small", &bounded::small, {.least = 0}},
        member{"list", &bounded::list, {.least = 1, .most = 2}}, member{"word", &bounded::word});
};

struct refused {
    std::string_view method;
    std::string_view target;
    int status;
};
constexpr refused operations[] = {
    {"POST", target, 0},
    {"POST", "/v1/datalake/logsources/custom?", 0},
    {"POST", "/v1/datalake/logsources/custom?a=b&c", 0},
    {"POST", "https://securitylake.us-east-1.amazonaws.com/v1/datalake/logsources/custom", 0},
    {"POST", "HTTP://localhost:8080/v1/datalake/logsources/custom?a", 0},
    {"GET", target, 404},
    {"DELETE", target, 404},
    {"post", target, 404},
    {"POST ", target, 404},
    {"", target, 404},
    {"POST", "", 404},
    {"POST", "/", 404},
    {"POST", "*", 404},
    {"POST", "/v1/datalake/logsources/custom/", 404},
    {"POST", "//v1/datalake/logsources/custom", 404},
    {"POST", "/v1/datalake/logsources/custo%6d", 404},
    {"POST", "/v1/datalake/logsources/custom#x", 404},
    {"POST", "/v1/datalake/logsources/Custom", 404},
    {"POST", "/v1/datalake/logsources/custom/acme", 404},
    {"POST", "/v1/datalake/../datalake/logsources/custom", 404},
    {"POST", "v1/datalake/logsources/custom", 404},
    {"POST", "http://", 404},
    {"POST", "http://host", 404},
    {"POST", "http://host?/v1/datalake/logsources/custom", 404},
    {"POST", "ftp://host/v1/datalake/logsources/custom", 404},
    {"POST", "/v1/datalake/logsources/custom\r\n", 404},
};

struct typed {
    std::vector<http::header> headers;
    bool taken;
};
std::vector<typed> const types{
    {{{"Content-Type", "application/json"}}, true},
    {{{"CONTENT-TYPE", "Application/JSON"}}, true},
    {{{"content-type", "application/json; charset=utf-8"}}, true},
    {{{"content-type", " application/json ;charset=latin1;q"}}, true},
    {{{"content-type", "application/json;"}}, true},
    {{{"Accept", "text/html, */*;q=0.1"}, {"content-type", "application/json"}}, true},
    {{{"content-type", "application/json"}, {"content-type", "application/json"}}, true},
    {{}, false},
    {{{"Accept", "application/json"}}, false},
    {{{"content-type", ""}}, false},
    {{{"content-type", ";"}}, false},
    {{{"content-type", "text/plain"}}, false},
    {{{"content-type", "application/x-www-form-urlencoded"}}, false},
    {{{"content-type", "application/x-amz-json-1.1"}}, false},
    {{{"content-type", "application/json5"}}, false},
    {{{"content-type", "application/jso"}}, false},
    {{{"content-type", "application/json, text/plain"}}, false},
    {{{"content-type", "application/json\r\n"}}, false},
    {{{"content-type", "application/json"}, {"content-type", "text/plain"}}, false},
    {{{"content-type", "text/plain"}, {"content-type", "application/json"}}, false},
};

/// Values of Accept, and whether application/json is among what they ask for.
struct accepted {
    std::vector<std::string> values;
    bool json;
};
std::vector<accepted> const accepts{
    {{}, true},
    {{""}, true},
    {{" , ,"}, true},
    {{"application/json"}, true},
    {{"Application/JSON"}, true},
    {{"application/json; charset=utf-8"}, true},
    {{"application/json;q=0.001"}, true},
    {{"application/*"}, true},
    {{"*/*"}, true},
    {{"*"}, true},
    {{"text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"}, true},
    {{"text/html", "application/json"}, true},
    {{"text/html;x=\"a,b\", application/json"}, true},
    {{"text/html;x=\"\\\",\", application/json"}, true},
    {{"*/*;q=0, application/json"}, true},
    {{"application/*;q=0, application/json;q=0.1"}, true},
    {{"application/json;q=0, application/json;q=1"}, true},
    {{"application/json;q=zero"}, true},
    {{"application/hal+json"}, false},
    {{"text/html"}, false},
    {{"text/html, text/*"}, false},
    {{"application/json;q=0"}, false},
    {{"application/json; Q=0.000"}, false},
    {{"application/json;q=0, */*"}, false},
    {{"*/*, application/json;q=0"}, false},
    {{"application/*;q=0, */*;q=1"}, false},
    {{"*/*;q=0"}, false},
    {{"application/*;q=0.0", "text/html"}, false},
    {{"text/html;x=\"a, application/json\""}, false},
    {{"text/html;x=\", application/json"}, false},
    {{"application/jso*"}, false},
    {{"json"}, false},
};

BOOST_AUTO_TEST_SUITE(servers)

BOOST_AUTO_TEST_CASE(a_request_is_read) {
    auto const got = posted(json::serialize(acme));
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST((*got == acme));
    BOOST_TEST(got->source_name == "acme-edr");
    BOOST_TEST((got.error() == nullptr));
    BOOST_TEST(got.report().empty());
}

BOOST_AUTO_TEST_CASE(only_the_operation_is_known) {
    for (auto const& row : operations) {
        auto const got = decode_request(row.method, row.target, json, json::serialize(acme));
        BOOST_TEST(got.has_value() == (row.status == 0), row.method << ' ' << row.target);
        if (row.status == 0) continue;
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        BOOST_TEST(got.error()->name == "UnknownOperationException");
        BOOST_TEST(got.error()->status == row.status);
        BOOST_TEST(got.report().empty());
    }
}

BOOST_AUTO_TEST_CASE(the_body_must_be_called_json) {
    for (auto const& row : types) {
        auto const got = decode_request("POST", target, row.headers, json::serialize(acme));
        auto const shown = row.headers.empty() ? "none" : row.headers.back().value;
        BOOST_TEST(got.has_value() == row.taken, shown);
        if (row.taken) continue;
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        BOOST_TEST(got.error()->name == "UnsupportedMediaTypeException");
        BOOST_TEST(got.error()->status == 415);
    }
}

BOOST_AUTO_TEST_CASE(the_answer_must_be_acceptable) {
    for (auto const& row : accepts) {
        auto headers = json;
        for (auto const& value : row.values) headers.push_back({"ACCEPT", value});
        auto const got = decode_request("POST", target, headers, json::serialize(acme));
        BOOST_TEST(got.has_value() == row.json, (row.values.empty() ? "none" : row.values.front()));
        if (row.json) continue;
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        BOOST_TEST(got.error()->name == "NotAcceptableException");
        BOOST_TEST(got.error()->status == 406);
        BOOST_TEST(got.report().empty());
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_json_may_be_a_serialization_exception) {
    http::refusal_options const asked{.serialization_exception = true};
    auto const name = [&](std::string_view body, http::refusal_options const& how) {
        auto const got = decode_request("POST", target, json, body, options{}, how);
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        BOOST_TEST(got.error()->status == 400);
        BOOST_TEST(!got.error()->message().empty());
        return got.error()->name;
    };
    for (std::string_view const body :
         {"", " ", "{", "<html>", "\xff", "[]", "null", "1", R"({"sourceName":1})",
          R"({"configuration":[],"sourceName":""})"}) {
        BOOST_TEST(name(body, asked) == "SerializationException", body);
        BOOST_TEST(name(body, {}) == "BadRequestException", body);
    }
    BOOST_TEST(name(std::string(100, '['), asked) == "SerializationException");
    for (auto const& body : {std::string{"{}"}, request_json({.source_name = R"("a b")"})})
        BOOST_TEST(name(body, asked) == "BadRequestException", body);

    using list = operations::list_log_sources;
    for (std::string_view const sources : {R"([{}])", R"([{"awsLogSource":{},"customLogSource":{}}])"}) {
        auto const got = http::decode_request<list>("POST", list::binding.uri, json,
                                                    R"({"sources":)" + std::string{sources} + '}', {}, asked);
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        BOOST_TEST(got.error()->name == "SerializationException", got.error()->message());
    }
}

BOOST_AUTO_TEST_CASE(messages_may_be_worded_as_smithy_does) {
    auto const answer = [](std::string_view body, options const& o = {}) {
        auto const got =
            decode_request("POST", target, json, body, o, {.words = http::wording::smithy});
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        BOOST_TEST(got.error()->name == "BadRequestException");
        return std::string{got.error()->message()};
    };
    BOOST_TEST(
        answer(request_json({.source_name = quoted(std::string(65, 'a'))}))
            .starts_with("2 validation errors detected. Value with length 65 at '/sourceName' "
                         "failed to satisfy "
                         "constraint: Member must have length between 1 and 64, inclusive; "));
    BOOST_TEST(answer(request_json({.external_id = "\"x\"", .source_name = "\"a b\""})) ==
               "2 validation errors detected. Value with length 1 at "
               "'/configuration/providerIdentity/externalId' failed "
               "to satisfy constraint: Member must have length between 2 and 1224, inclusive; "
               "Value at '/sourceName' "
               "failed to satisfy constraint: Member must satisfy regular expression pattern: "
               R"(^[\\\w\-_:/.]*$)");
    BOOST_TEST(answer(request_json({.event_classes = R"(["DNS_ACTIVITY","x y"])"}))
                   .starts_with("1 validation error detected. Value at '/eventClasses/1' failed to "
                                "satisfy constraint: "
                                "Member must satisfy regular expression pattern: "));
    BOOST_TEST(answer(request_json({.principal = ""})) ==
               "1 validation error detected. Value at '/configuration/providerIdentity/principal' "
               "failed to satisfy "
               "constraint: Member must not be null");
    BOOST_TEST(
        answer("{") ==
        "1 validation error detected. Value failed to satisfy constraint: The text is one RFC 8259 "
        "JSON value in valid UTF-8");
    BOOST_TEST(
        answer(test::json_named("acme-edr-is-a-long-one"), {.regions = {regions::ap_southeast_2}})
            .ends_with("Value at '/sourceName' failed to satisfy constraint: The derived provider "
                       "role name fits "
                       "into IAM's 64 characters in ap-southeast-2"));
}

BOOST_AUTO_TEST_CASE(smithys_words_for_other_constraints) {
    auto const answer = [](report const& r) {
        return std::string{http::bad_request(r, http::wording::smithy).message()};
    };
    BOOST_TEST(
        answer(json::check<bounded>(R"({"number":9,"small":-1,"list":[],"word":"C"})")) ==
        "4 validation errors detected. Value at '/number' failed to satisfy constraint: Member "
        "must be between 2 and "
        "8, inclusive; Value at '/small' failed to satisfy constraint: Member must be greater than "
        "or equal to 0; "
        "Value at '/list' failed to satisfy constraint: Member must have length between 1 and 2, "
        "inclusive; Value "
        "at '/word' failed to satisfy constraint: Member must satisfy enum value set: [A, B]");
}

/// Every rule an error, and the same word in every place: it is in no message.
BOOST_AUTO_TEST_CASE(smithys_wording_echoes_no_value) {
    policy strict;
    for (auto const& r : rules()) static_cast<void>(strict.try_set(r.value, severity::error));
    options const o{.regions = {regions::ap_southeast_2, regions::us_east_1}, .policy = strict};
    std::string const word = "XYZZY";
    std::string const strings[] = {word,
                                   word + " ",
                                   word + std::string(100, 'Z'),
                                   word + std::string(3000, 'Z'),
                                   "<" + word + ">",
                                   "arn:aws:iam::123456789012:role/" + word + std::string(80, 'Z'),
                                   "arn:aws-cn:iam::123456789012:role/" + word,
                                   word + "..amazonaws.com",
                                   word + ":"};
    std::size_t messages = 0;
    for (auto const& s : strings) {
        auto const q = quoted(s);
        for (auto const& body :
             {request_json({.source_name = q}), request_json({.external_id = q}),
              request_json({.principal = q}), request_json({.role_arn = q}),
              request_json({.event_classes = '[' + q + ',' + q + ']'}),
              request_json({.event_classes = q}), request_json({.further = q + ":1"}), q, '{' + s,
              request_json({.source_version = q}),
              request_json({.further = "\"sourceName\":" + q})}) {
            auto const got =
                decode_request("POST", target, json, body, o, {.words = http::wording::smithy});
            if (got) continue;
            ++messages;
            BOOST_TEST(got.error()->message().find(word) == std::string_view::npos,
                       got.error()->message());
            BOOST_TEST(got.error()->message().find("failed to satisfy constraint: ") !=
                       std::string_view::npos);
        }
    }
    BOOST_TEST(messages > 80u);
}

BOOST_AUTO_TEST_CASE(every_violation_is_reported_and_answered) {
    auto const body = request_json({.external_id = "\"x\"", .source_name = "\"a b\""});
    BOOST_TEST(listed(posted(body).report()) ==
               "error external-id-length /configuration/providerIdentity/externalId; "
               "error source-name-pattern /sourceName");
    BOOST_TEST(answer_to(body) ==
               "2 validation errors detected: Value 'x' at "
               "'configuration.providerIdentity.externalId' failed to satisfy constraint: Member "
               "must have length greater than or equal to 2; it has 1; Value 'a b' at 'sourceName' "
               "failed to satisfy constraint: Member must satisfy regular expression pattern: "
               R"(^[\\\w\-_:/.]*$)");
    BOOST_TEST(answer_to(request_json({.event_classes = "[\"x y\"]"}))
                   .starts_with("1 validation error detected: Value 'x y' at "
                                "'eventClasses.1.member' failed to satisfy "
                                "constraint: Member must satisfy regular expression pattern: "));
    BOOST_TEST(answer_to("{") == "1 validation error detected: The text is not valid JSON: it ends "
                                 "too early: an object, an array or a string "
                                 "is not closed");
    BOOST_TEST(answer_to("").starts_with("1 validation error detected: The text is not valid"));
    BOOST_TEST(answer_to("{}", {.limits = {.bytes = 1}}) ==
               "1 validation error detected: The text has too many bytes: the limit is 1");
}

BOOST_AUTO_TEST_CASE(options_count) {
    auto const body = test::json_named("acme-edr-is-a-long-one"); // 22 characters
    BOOST_TEST(!posted(body));
    auto const lax = policy{}.set(rule::source_name_documented_limit, severity::warning);
    auto const got = posted(body, {.policy = lax});
    BOOST_TEST(got.has_value());
    BOOST_TEST(got.report().warnings() == 1u);
    BOOST_TEST(answer_to(body, {.regions = {regions::ap_southeast_2}, .policy = lax})
                   .starts_with("1 validation error detected: Value 'acme-edr-is-a-long-one' at "
                                "'sourceName' makes the derived role name "));
}

BOOST_AUTO_TEST_CASE(only_errors_are_validation_errors) {
    auto const body = request_json({.event_classes = R"(["CLOUD_API","CLOUD_API"])",
                                    .source_name = "\"\"",
                                    .further = R"("sourceNam":1)"});
    auto const got = posted(body);
    BOOST_TEST(got.report().warnings() == 2u);
    BOOST_TEST(got.report().notes() == 4u); // twice on one list alone, twice retired
    BOOST_TEST(got.error()->message() ==
               "1 validation error detected: Value '' at 'sourceName' failed to satisfy "
               "constraint: Member must have length greater than or equal to 1; it has 0");
}

BOOST_AUTO_TEST_CASE(what_a_report_did_not_keep_is_counted) {
    std::string classes = "[\"x\"";
    for (int i = 1; i < 64; ++i) classes += ",\"x" + std::to_string(i) + '"';
    auto const body =
        request_json({.external_id = "\"\"", .event_classes = classes + ']', .source_name = ""});
    auto const got = posted(body);
    BOOST_TEST(got.report().errors() == 66u);
    BOOST_TEST(got.report().omitted() == 2u);
    auto const answer = got.error()->message();
    BOOST_TEST(answer.starts_with("66 validation errors detected: Value '' at 'configuration."));
    BOOST_TEST(answer.ends_with("; and 2 more"));
}

BOOST_AUTO_TEST_CASE(no_number_of_warnings_hides_an_error) {
    std::string unknown = R"("x0":0)";
    for (int i = 1; i < 100; ++i) unknown += ",\"x" + std::to_string(i) + "\":0";
    auto const got = posted(request_json({.source_name = R"("a b")", .further = unknown}));
    BOOST_TEST(got.report().warnings() == 100u);
    BOOST_TEST(got.error()->message() ==
               "1 validation error detected: Value 'a b' at 'sourceName' failed to satisfy "
               "constraint: Member "
               R"(must satisfy regular expression pattern: ^[\\\w\-_:/.]*$)");
}

BOOST_AUTO_TEST_CASE(an_answer_is_printable_ascii) {
    auto const answer = answer_to(request_json({.external_id = "\"\\u202e\\u0007\xf0\x9f\x98\x80\"",
                                                .source_name = R"("\r\nX: 1\u0000")"}));
    for (char const c : answer) BOOST_TEST((c >= ' ' && c <= '~'));
}

BOOST_AUTO_TEST_CASE(a_response_is_a_200_with_its_json) {
    create_custom_log_source_response const response{
        .source = custom_log_source_resource{.source_name = "acme-edr"}};
    auto const m = http::encode(response);
    BOOST_TEST(m.status == 200);
    BOOST_TEST(m.body == R"({"source":{"sourceName":"acme-edr"}})");
    BOOST_TEST_REQUIRE(m.headers.size() == 1u);
    BOOST_TEST(*header(m, "Content-Type") == "application/json");
}

BOOST_AUTO_TEST_CASE(an_error_is_sent_as_the_service_sends_it) {
    auto e = http::make_service_error(service_error_code::throttling, "slow \"down\"");
    e.details.quota_code = "L-1";
    e.retry_after = std::chrono::milliseconds{2500};
    e.request_id = "7f-1";
    auto const m = http::encode(e);
    http::response_message const expected{429,
                                          {{"Content-Type", "application/json"},
                                           {"X-Amzn-ErrorType", "ThrottlingException"},
                                           {"x-amzn-RequestId", "7f-1"},
                                           {"Retry-After", "3"},
                                           {"x-amz-retry-after", "2500"}},
                                          R"({"message":"slow \"down\"","quotaCode":"L-1"})"};
    BOOST_TEST((m == expected));
}

BOOST_AUTO_TEST_CASE(a_body_that_came_from_elsewhere_is_passed_on) {
    auto const m = http::encode(
        http::service_error{.status = 502, .body = "<html>", .content_type = "text/html"});
    http::response_message const expected{502, {{"Content-Type", "text/html"}}, "<html>"};
    BOOST_TEST((m == expected));
}

BOOST_AUTO_TEST_CASE(no_text_breaks_out_of_a_header) {
    std::string every = "X";
    for (int c = 0; c < 256; ++c) every += static_cast<char>(c);
    every += "\r\nX-Evil: 1\r\n\r\n<html>";
    auto const m = http::encode(http::service_error{
        .name = every, .status = 400, .request_id = every, .body = "x", .content_type = every});
    BOOST_TEST(m.headers.size() == 3u);
    for (auto const& h : m.headers)
        for (char const c : h.value) {
            BOOST_TEST((static_cast<unsigned char>(c) >= 0x20));
            BOOST_TEST((c != 0x7f));
        }
}

BOOST_AUTO_TEST_CASE(a_status_that_is_no_failure_is_not_sent) {
    for (int const status : {-1, 0, 100, 200, 299, 1000, 70'000})
        BOOST_TEST(http::encode(http::service_error{.status = status}).status == 500);
    for (int const status : {300, 400, 599, 999})
        BOOST_TEST(http::encode(http::service_error{.status = status}).status == status);
}

BOOST_AUTO_TEST_CASE(a_retry_time_beyond_a_year_is_cut) {
    using std::chrono::milliseconds;
    for (auto const time : {milliseconds::max(), milliseconds::max() - milliseconds{1},
                            milliseconds{31'536'000'001}}) {
        auto const m = http::encode(http::service_error{.status = 429, .retry_after = time});
        BOOST_TEST(*header(m, "Retry-After") == "31536000");
        BOOST_TEST((header(m, "x-amz-retry-after") == nullptr));
    }
}

BOOST_AUTO_TEST_CASE(a_negative_retry_time_is_not_sent) {
    auto const m = http::encode(
        http::service_error{.status = 429, .retry_after = std::chrono::milliseconds{-1}});
    BOOST_TEST((header(m, "Retry-After") == nullptr));
    BOOST_TEST((header(m, "x-amz-retry-after") == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace server_test
