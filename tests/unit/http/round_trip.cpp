// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include "../../support/listed.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace round_trip_test {

using namespace lakeproof;

/// Values from a sequence that is the same in every run and on every platform.
class source {
public:
    explicit source(unsigned seed) : engine_{seed} {}

    std::size_t below(std::size_t n) { return engine_() % n; }
    bool coin() { return below(2) == 0; }

    std::string of(std::string_view alphabet, std::size_t least, std::size_t most) {
        std::string s(least + below(most - least + 1), '\0');
        for (char& c : s) c = alphabet[below(alphabet.size())];
        return s;
    }
    /// Any text: escapes, control characters and characters of every length in UTF-8.
    std::string text() {
        static constexpr std::string_view parts[] = {"a",
                                                     "Z",
                                                     "0",
                                                     " ",
                                                     "\"",
                                                     "\\",
                                                     "/",
                                                     "\n",
                                                     "\r",
                                                     "\t",
                                                     std::string_view{"\0", 1},
                                                     "\x1f",
                                                     "\x7f",
                                                     "<",
                                                     ":",
                                                     "#",
                                                     "{}",
                                                     "\u00e9",
                                                     "\u2028",
                                                     "\u202e",
                                                     "\ufeff",
                                                     "\U0001f600"};
        std::string s;
        for (auto n = below(12); n-- > 0;) s += parts[below(std::size(parts))];
        return s;
    }
    std::optional<std::string> maybe_text() {
        if (coin()) return std::nullopt;
        return text();
    }

private:
    std::mt19937 engine_;
};

constexpr std::string_view letters = "ABCXYZabcxyz";
constexpr std::string_view word = "ABCXYZabcxyz0189_-.";

create_custom_log_source_request any_request(source& from) {
    create_custom_log_source_request r{
        .configuration =
            {.crawler_configuration = {.role_arn = role_arn{"arn:aws:iam::123456789012:role/" +
                                                            from.of(word, 1, 64)}},
             .provider_identity = {.external_id = external_id{from.of("aZ09_+=,.@:/-", 2, 1224)},
                                   .principal = principal{from.of("0123456789", 12, 12)}}},
        .source_name = source_name{from.of(word, 1, 20)}};
    if (from.coin()) r.source_version = source_version{from.of(word, 1, 32)};
    for (auto n = from.below(8); n-- > 0;)
        r.event_classes.push_back(static_cast<ocsf::event_class>(from.below(29)));
    return r;
}

create_custom_log_source_response any_response(source& from) {
    create_custom_log_source_response r;
    if (from.below(8) == 0) return r;
    auto& s = r.source.emplace();
    s.source_name = from.maybe_text();
    s.source_version = from.maybe_text();
    if (from.coin())
        s.attributes =
            custom_log_source_attributes{from.maybe_text(), from.maybe_text(), from.maybe_text()};
    if (from.coin()) s.provider = custom_log_source_provider{from.maybe_text(), from.maybe_text()};
    return r;
}

http::service_error any_error(source& from) {
    http::service_error e;
    if (from.below(4) != 0) {
        e = http::make_service_error(static_cast<service_error_code>(from.below(6)), from.text());
    } else {
        e.status = static_cast<int>(300 + from.below(300));
        if (from.coin()) e.name = from.of(letters, 1, 40);
        e.details.message = from.maybe_text();
    }
    if (from.below(8) == 0) { // a proxy's
        e.details = {};
        e.body = '<' + from.text();
        if (from.coin()) e.content_type = "text/html; charset=" + from.of(letters, 1, 8);
    } else {
        e.details.error_code = from.maybe_text();
        e.details.resource_name = from.maybe_text();
        e.details.resource_type = from.maybe_text();
        e.details.service_code = from.maybe_text();
        e.details.quota_code = from.maybe_text();
    }
    if (from.coin()) e.request_id = from.of(word, 1, 36);
    if (from.coin())
        e.retry_after = std::chrono::milliseconds{from.below(from.coin() ? 5'000 : 31'536'000'001)};
    return e;
}

http::service_error through(http::response_message const& m) {
    auto const answer = http::decode_response(m.status, m.headers, m.body);
    BOOST_TEST_REQUIRE(answer.error() != nullptr);
    return *answer.error();
}

BOOST_AUTO_TEST_SUITE(round_trips)

BOOST_AUTO_TEST_CASE(requests) {
    source from{1};
    auto const lax = policy{}.set(rule::role_arn_unresolvable, severity::warning);
    for (int i = 0; i < 2000; ++i) {
        auto const request = any_request(from);
        auto const m = http::encode(request);
        auto const got =
            http::decode_request(m.method, m.target, m.headers, m.body, {.policy = lax});
        BOOST_TEST_REQUIRE(got.has_value(), test::listed(got.report()));
        BOOST_TEST_REQUIRE((*got == request));
        BOOST_TEST_REQUIRE((http::encode(*got) == m));
    }
}

BOOST_AUTO_TEST_CASE(responses) {
    source from{2};
    for (int i = 0; i < 2000; ++i) {
        auto const response = any_response(from);
        auto const m = http::encode(response);
        auto const got = http::decode_response(m.status, m.headers, m.body);
        BOOST_TEST_REQUIRE(got.has_value(), test::listed(got.report()));
        BOOST_TEST_REQUIRE((*got == response));
        BOOST_TEST_REQUIRE((http::encode(*got) == m));
    }
}

BOOST_AUTO_TEST_CASE(errors) {
    source from{3};
    for (int i = 0; i < 4000; ++i) {
        auto const error = any_error(from);
        auto const m = http::encode(error);
        BOOST_TEST_REQUIRE((through(m) == error), m.body);
        BOOST_TEST_REQUIRE((http::encode(through(m)) == m));
    }
}

/// Whatever comes, what is understood of it can be passed on without a loss.
BOOST_AUTO_TEST_CASE(errors_from_hostile_messages) {
    source from{4};
    static constexpr std::string_view pieces[] = {"{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  ",",
                                                  ":",
                                                  "\"message\":",
                                                  "\"Message\":",
                                                  "\"code\":",
                                                  "\"Code\":",
                                                  "\"__type\":",
                                                  "\"errorCode\":",
                                                  "\"ns#A:b\"",
                                                  "\"A\"",
                                                  "\"\"",
                                                  "\"\\u0000\\r\\n\"",
                                                  "5",
                                                  "null",
                                                  "\xff",
                                                  "\"x\":",
                                                  "\r\n",
                                                  "{\"code\":\"A\",",
                                                  "\"message\":\"m\"}",
                                                  "{\"message\":\"m\"}"};
    static constexpr std::string_view names[] = {
        "x-amzn-errortype",    "X-Amzn-RequestId", "Retry-After", "x-amz-retry-after",
        "x-amzn-errormessage", "Content-Type",     "X-Other"};
    for (int i = 0; i < 20'000; ++i) {
        std::string body;
        for (auto n = from.below(8); n-- > 0;) body += pieces[from.below(std::size(pieces))];
        std::vector<http::header> headers;
        for (auto n = from.below(5); n-- > 0;)
            headers.push_back({std::string{names[from.below(std::size(names))]},
                               from.coin() ? from.text() : from.of("0123456789.-", 0, 12)});
        auto const status = static_cast<int>(300 + from.below(300));
        auto const first = http::decode_response(status, headers, body);
        BOOST_TEST_REQUIRE(first.error() != nullptr);
        BOOST_TEST_REQUIRE((through(http::encode(*first.error())) == *first.error()), body);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace round_trip_test
