// SPDX-License-Identifier: BSL-1.0
#include "inputs.hpp"

#include <lakeproof/house_rules.hpp>
#include <lakeproof/http.hpp>
#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>

#include "../fuzz/support/require.hpp"
#include "../support/boost_pattern.hpp"
#include "../support/requests.hpp"

#include <boost/json.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace hostile {

namespace {

namespace lp = lakeproof;
using lp::rule;
using lp::test::json_members;
using lp::test::quoted;
using lp::test::request_json;
using lp::test::require;

constexpr std::size_t mebibyte = 1024 * 1024;
constexpr std::size_t many = 200'000; // members

std::string times(std::size_t n, std::string_view part) {
    std::string text;
    text.reserve(n * part.size());
    while (n-- > 0) text += part;
    return text;
}

/// The same part so many bytes long.
auto filled_with(std::string_view part) {
    return [part](std::size_t bytes) { return times(bytes / part.size(), part); };
}

/// A request with a member of so many bytes.
auto in_member(std::string json_members::*member, std::string_view part, std::string start = {}) {
    return [=](std::size_t bytes) {
        json_members m;
        m.*member = quoted(start + times(bytes / part.size(), part));
        return request_json(m);
    };
}

/// A request with so many members more, each made from its number.
template <class Member>
auto with_members(Member member) {
    return [=](std::size_t count) {
        std::string more;
        for (std::size_t i = 0; i < count; ++i) {
            if (i != 0) more += ',';
            more += member(i);
        }
        return request_json({.further = std::move(more)});
    };
}

lp::limits without_bounds() {
    constexpr auto any = std::numeric_limits<std::size_t>::max();
    return {.bytes = any, .depth = any};
}

/// What is done with a request that is refused: at the prompt the report, each message and its
/// place; by a service the answer.
void refuse(std::string_view text, rule expected, lp::options const& o) {
    static std::vector<lp::http::header> const headers{{"content-type", "application/json"}};
    auto const r = lp::json::check_request(text, o);
    bool found = false;
    for (auto const& v : r) {
        found = found || v.rule() == expected;
        require(message(v).size() < 4096);
        static_cast<void>(lp::json::locate(text, v));
    }
    require(found);
    auto const got =
        lp::http::decode_request("POST", "/v1/datalake/logsources/custom", headers, text, o);
    require(got.error() != nullptr || r.ok());
    if (got.error() != nullptr) require(got.error()->message().size() < 512 * 1024);
}

/// Under the default limits, or without any: `depth` and `bytes` are the caller's to raise.
auto refused_for(rule expected, lp::options o = {}) {
    return [=](std::string_view text) { refuse(text, expected, o); };
}

auto refused_by(lp::house_rules const* rules) {
    return refused_for(rule::house_rule, {.house_rules = rules});
}

/// Kept as long as the program: an input refers to it.
lp::house_rules const* requiring(std::string_view pattern) {
    static std::vector<std::unique_ptr<lp::house_rules>> all;
    all.push_back(std::make_unique<lp::house_rules>());
    all.back()->require("/sourceName", pattern);
    return all.back().get();
}

void as_dom(std::string_view text) {
    auto const dom = boost::json::parse({text.data(), text.size()});
    auto const r = lp::json::check_value<lp::create_custom_log_source_request>(dom);
    require(r.count(rule::member_unknown) != 0);
}

/// Each line is a request of one batch.
void in_one_batch(std::string_view lines) {
    lp::request_batch batch;
    while (!lines.empty()) {
        auto const end = lines.find('\n');
        require(batch.check(lines.substr(0, end)).ok());
        lines.remove_prefix(end + 1);
    }
}

void as_response(std::string_view text) {
    auto const parsed = lp::json::parse_response(text);
    for (auto const& v : parsed.report()) static_cast<void>(lp::json::locate(text, v));
    static_cast<void>(lp::json::check_response(text, lp::test::acme, lp::regions::us_east_1));
}

void as_s3_uri(std::string_view text) {
    require(!lp::pattern<lp::test::s3_uri_pattern>::matches(text));
}

void as_error(std::string_view text) {
    std::vector<lp::http::header> const headers{{"content-type", "application/json"}};
    auto const got = lp::http::decode_response(400, headers, text);
    require(got.error() != nullptr);
    static_cast<void>(lp::http::advise(*got.error()));
}

void as_header(std::string_view text) {
    std::vector<lp::http::header> const headers{{"x-amzn-errortype", std::string{text}},
                                                {"retry-after", std::string{text}}};
    auto const got = lp::http::decode_response(429, headers, "");
    require(got.error() != nullptr);
    static_cast<void>(lp::http::advise(*got.error()));
}

std::vector<input> of_json() {
    lp::options const unlimited{.limits = without_bounds()};
    return {
        {"[[[...", mebibyte, filled_with("["), refused_for(rule::json_limit)},
        {"{\"a\":{\"a\":...", mebibyte, filled_with("{\"a\":"), refused_for(rule::json_limit)},
        {"\"a\":\"a\":...", mebibyte, filled_with("\"a\":"), refused_for(rule::json_malformed)},
        {"one string", mebibyte - 2, [](std::size_t n) { return quoted(std::string(n, 'x')); },
         refused_for(rule::member_type)},
        {"one string that nothing ends", mebibyte,
         [](std::size_t n) { return '"' + std::string(n - 1, 'x'); },
         refused_for(rule::json_malformed), memory::text},
        {"one string of escapes", mebibyte - 2,
         [](std::size_t n) { return quoted(times(n / 6, "\\u0041")); },
         refused_for(rule::member_type), memory::text},
        {"backslashes", mebibyte - 2, [](std::size_t n) { return quoted(times(n / 2, "\\\\")); },
         refused_for(rule::member_type), memory::text},
        {"digits of a number", mebibyte, filled_with("9"), refused_for(rule::member_type)},
        {"white space", mebibyte, filled_with(" \n"), refused_for(rule::json_malformed)},
        {"lines, then an error", mebibyte,
         [](std::size_t n) { return std::string(n - 1, '\n') + '!'; },
         refused_for(rule::json_malformed)},
        {"1000 levels, again and again", mebibyte,
         [](std::size_t n) {
             return '[' + times(n / 2000, times(999, "[") + times(999, "]") + ',') + "0]";
         },
         refused_for(rule::member_type, unlimited)},
        {"[[[... without a limit", 4 * mebibyte, filled_with("["),
         refused_for(rule::json_limit, unlimited)},
    };
}

std::vector<input> of_strings() {
    using m = json_members;
    auto const room = mebibyte - 1024;
    return {
        {"sourceName", room, in_member(&m::source_name, "x"),
         refused_for(rule::source_name_length)},
        {"sourceName of escapes", room, in_member(&m::source_name, "\\u0041"),
         refused_for(rule::source_name_length), memory::text},
        {"sourceName of surrogate pairs", room, in_member(&m::source_name, "\\ud83d\\ude00"),
         refused_for(rule::source_name_pattern), memory::text},
        {"externalId", room, in_member(&m::external_id, "x"),
         refused_for(rule::external_id_length)},
        {"externalId of \\/", room, in_member(&m::external_id, "\\/"),
         refused_for(rule::external_id_length), memory::text},
        {"roleArn", room, in_member(&m::role_arn, "p/", "arn:aws:iam::123456789012:role/"),
         refused_for(rule::role_arn_length)},
        {"roleArn of //", room, in_member(&m::role_arn, "/", "arn:aws:iam::123456789012:role/"),
         refused_for(rule::role_arn_unresolvable)},
        {"roleArn of partition", room, in_member(&m::role_arn, "a", "arn:aws"),
         refused_for(rule::role_arn_pattern)},
        {"principal of labels", room, in_member(&m::principal, "a."),
         refused_for(rule::principal_length)},
        {"principal of .amazon.com", room, in_member(&m::principal, ".amazon.com"),
         refused_for(rule::principal_unresolvable)},
        {"principal of arn:", room, in_member(&m::principal, "arn:"),
         refused_for(rule::principal_pattern)},
    };
}

std::vector<input> of_members() {
    lp::options const unlimited{.limits = without_bounds()};
    auto const unknown = refused_for(rule::member_unknown, unlimited);
    return {
        {"unknown members", many,
         with_members([](std::size_t i) { return "\"u" + std::to_string(i) + "\":0"; }), unknown},
        {"unknown members, one name", many, with_members([](std::size_t) { return R"("":{})"; }),
         unknown},
        {"unknown members, nearly known", many,
         with_members([](std::size_t) { return R"("sourceVersoin":"")"; }), unknown},
        {"unknown members, escaped", many,
         with_members([](std::size_t) { return R"("source\u004eam":1e9)"; }), unknown},
        {"one unknown name", mebibyte - 1024,
         [](std::size_t n) {
             return request_json({.further = quoted(std::string(n, '/')) + ":0"});
         },
         unknown},
        {"duplicated members", many,
         with_members([](std::size_t) { return R"("sourceName":"x")"; }),
         refused_for(rule::member_duplicate, unlimited)},
        {"duplicated objects", many,
         with_members([](std::size_t) { return R"("configuration":{"a":[0]})"; }),
         refused_for(rule::member_duplicate, unlimited)},
        {"eventClasses of one", many,
         [](std::size_t n) {
             return request_json({.event_classes = '[' + times(n, "\"DNS_ACTIVITY\",") + "\"\"]"});
         },
         refused_for(rule::event_classes_limit, unlimited)},
        {"eventClasses of numbers", many,
         [](std::size_t n) { return request_json({.event_classes = '[' + times(n, "0,") + "0]"}); },
         refused_for(rule::member_type, unlimited)},
        {"a DOM of unknown members", many / 4,
         with_members([](std::size_t i) { return "\"u" + std::to_string(i) + "\":0"; }), as_dom,
         memory::text},
        {"requests of one batch", many / 20,
         [](std::size_t n) {
             std::string lines;
             for (std::size_t i = 0; i < n; ++i)
                 lines += lp::test::json_named("acme-" + std::to_string(i)) + '\n';
             return lines;
         },
         in_one_batch, memory::text},
        {"an event class", mebibyte - 1024,
         [](std::size_t n) {
             return request_json({.event_classes = "[\"" + std::string(n, 'A') + "\"]"});
         },
         refused_for(rule::event_classes_limit)},
    };
}

std::vector<input> of_house_patterns() {
    constexpr auto room = mebibyte - 1024;
    std::vector<input> all;
    using row = std::pair<std::string_view, std::string_view>;
    for (auto const& [name, pattern] :
         {row{"house: (a+)+b", "(a+)+b"}, row{"house: (a|aa)+b", "(a|aa)+b"},
          row{"house: .*a.*a.*a.*a.*b", ".*a.*a.*a.*a.*b"},
          row{"house: (?:a{1,50}){1,50}b", "(?:a{1,50}){1,50}b"},
          row{"house: (a*)*\\1b", "(a*)*\\1b"}, row{"house: [a-z]+b", "[a-z]+b"}})
        all.push_back({name, room, in_member(&json_members::source_name, "a"),
                       refused_by(requiring(pattern))});
    all.push_back({"house: (\\((?:[^()]|(?1))*\\))", room,
                   in_member(&json_members::source_name, "("),
                   refused_by(requiring("(\\((?:[^()]|(?1))*\\))"))});
    all.push_back({"house: [a-z]+b, escapes", room,
                   in_member(&json_members::source_name, "\\u0061"),
                   refused_by(requiring("[a-z]+b")), memory::text});
    return all;
}

std::vector<input> of_answers() {
    auto const location = [](std::string_view part) {
        return [=](std::size_t n) {
            return R"({"source":{"provider":{"location":"s3://)" + times(n / part.size(), part) +
                   R"("}}})";
        };
    };
    auto const room = mebibyte - 1024;
    // Against the S3 URI pattern of the service model, backtracking takes exponential time.
    return {
        {"S3 URI of /a", room,
         [](std::size_t n) { return "s3://acme" + times(n / 2, "/a") + '\n'; }, as_s3_uri},
        {"S3 URI of a bucket", room, [](std::size_t n) { return "s3://" + std::string(n, 'a'); },
         as_s3_uri},
        {"response: location", room, location("/a"), as_response, memory::text},
        {"response: location of ext", room, location("ext/acme-edr"), as_response, memory::text},
        {"response: unknown members", many,
         [](std::size_t n) { return '{' + times(n, "\"\":0,") + "\"x\":0}"; }, as_response},
        {"error: body of [", mebibyte, filled_with("["), as_error, memory::text},
        {"error: __type of #", room,
         [](std::size_t n) { return R"({"__type":")" + std::string(n, '#') + R"("})"; }, as_error,
         memory::text},
        {"error: __type again", many / 4,
         [](std::size_t n) { return '{' + times(n, R"("__type":"a#b:c",)") + R"("x":0})"; },
         as_error, memory::text},
        {"error: headers of digits", room, filled_with("9"), as_header, memory::text},
        {"error: headers of ,", room, filled_with(","), as_header, memory::text},
    };
}

/// A shape of a user's: a list of objects with many members, which may all be absent.
struct thirty_members {
    std::optional<std::int64_t> a0, a1, a2, a3, a4, a5, a6, a7, a8, a9;
    std::optional<std::int64_t> b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
    std::optional<std::int64_t> c0, c1, c2, c3, c4, c5, c6, c7, c8, c9;
    using t = thirty_members;
    static constexpr auto members = lp::member_table(
        lp::member{"a0", &t::a0}, lp::member{"a1", &t::a1}, lp::member{"a2", &t::a2}, lp::member{"a3", &t::a3},
        lp::member{"a4", &t::a4}, lp::member{"a5", &t::a5}, lp::member{"a6", &t::a6}, lp::member{"a7", &t::a7},
        lp::member{"a8", &t::a8}, lp::member{"a9", &t::a9}, lp::member{"b0", &t::b0}, lp::member{"b1", &t::b1},
        lp::member{"b2", &t::b2}, lp::member{"b3", &t::b3}, lp::member{"b4", &t::b4}, lp::member{"b5", &t::b5},
        lp::member{"b6", &t::b6}, lp::member{"b7", &t::b7}, lp::member{"b8", &t::b8}, lp::member{"b9", &t::b9},
        lp::member{"c0", &t::c0}, lp::member{"c1", &t::c1}, lp::member{"c2", &t::c2}, lp::member{"c3", &t::c3},
        lp::member{"c4", &t::c4}, lp::member{"c5", &t::c5}, lp::member{"c6", &t::c6}, lp::member{"c7", &t::c7},
        lp::member{"c8", &t::c8}, lp::member{"c9", &t::c9});
};
struct list_of_objects {
    std::vector<thirty_members> items;
    static constexpr auto members = lp::member_table(lp::member{"items", &list_of_objects::items});
};

void as_list_of_objects(std::string_view text) { require(lp::json::check<list_of_objects>(text).ok()); }

std::vector<input> of_own_shapes() {
    return {
        {"own shape: {},{},...", mebibyte - 64,
         [](std::size_t n) { return R"({"items":[)" + times(n / 3, "{},") + "{}]}"; }, as_list_of_objects,
         memory::tree},
        {"own shape: {\"c9\":0},...", mebibyte - 64,
         [](std::size_t n) { return R"({"items":[)" + times(n / 9, R"({"c9":0},)") + "{}]}"; },
         as_list_of_objects, memory::tree},
    };
}

} // namespace

std::vector<input> inputs() {
    std::vector<input> all;
    for (auto const group : {of_json, of_strings, of_members})
        for (auto& i : group()) all.emplace_back(std::move(i)).request = true;
    for (auto const group : {of_own_shapes, of_house_patterns, of_answers})
        for (auto& i : group()) all.push_back(std::move(i));
    return all;
}

} // namespace hostile
