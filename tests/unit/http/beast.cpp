// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>

#include "../../support/requests.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace beast_test {

using namespace lakeproof;
namespace beast = boost::beast::http;

template <class Message>
concept request_decodes = requires(Message const& m) {
    http::decode_request(m);
};
template <class Message>
concept response_decodes = requires(Message const& m) {
    http::decode_response(m);
};
static_assert(request_decodes<beast::request<beast::string_body>>);
static_assert(response_decodes<beast::response<beast::string_body>>);
static_assert(!request_decodes<beast::response<beast::string_body>>);
static_assert(!response_decodes<beast::request<beast::string_body>>);
static_assert(!request_decodes<beast::request<beast::empty_body>>); // it has no text

BOOST_AUTO_TEST_SUITE(boost_beast)

BOOST_AUTO_TEST_CASE(a_request_there_and_back) {
    auto const m = http::to_beast(http::encode(test::acme));
    BOOST_TEST((m.method() == beast::verb::post));
    BOOST_TEST(m.target() == operations::create_custom_log_source::binding.uri);
    BOOST_TEST(m[beast::field::content_type] == "application/json");
    BOOST_TEST(m[beast::field::content_length] == std::to_string(m.body().size()));
    BOOST_TEST(m.version() == 11u);
    auto const got = http::decode_request(m);
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST((*got == test::acme));
}

BOOST_AUTO_TEST_CASE(a_request_with_faults) {
    auto m = http::to_beast(http::encode(test::acme));
    m.body() = "{}";
    BOOST_TEST(http::decode_request(m).report().errors() == 2u);
    m.set(beast::field::content_type, "text/plain");
    BOOST_TEST(http::decode_request(m).error()->status == 415);
    m.method(beast::verb::get);
    BOOST_TEST(http::decode_request(m).error()->status == 404);
}

BOOST_AUTO_TEST_CASE(a_response_there_and_back) {
    create_custom_log_source_response const response{
        .source = custom_log_source_resource{.source_name = "acme-edr"}};
    auto const m = http::to_beast(http::encode(response));
    BOOST_TEST((m.result() == beast::status::ok));
    auto const got = http::decode_response(m);
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST((*got == response));
}

BOOST_AUTO_TEST_CASE(an_error_there_and_back) {
    auto error = http::make_service_error(service_error_code::throttling, "slow down");
    error.retry_after = std::chrono::milliseconds{1500};
    auto const m = http::to_beast(http::encode(error));
    BOOST_TEST((m.result() == beast::status::too_many_requests));
    BOOST_TEST(m[beast::field::retry_after] == "2");
    auto const got = http::decode_response(m);
    BOOST_TEST_REQUIRE(got.error() != nullptr);
    BOOST_TEST((*got.error() == error));
}

BOOST_AUTO_TEST_CASE(a_header_that_beast_refuses) {
    auto m = http::encode(test::acme);
    m.headers.push_back({"X-Long", std::string(70'000, 'A')});
    BOOST_CHECK_THROW(static_cast<void>(http::to_beast(m)), std::length_error);
}

/// What a peer sends, whatever it is, is passed on without an exception, and what is cut of it is known.
BOOST_AUTO_TEST_CASE(what_a_peer_sent_is_cut_where_beast_refuses_it) {
    for (std::size_t const size : {65'532u, 65'533u, 65'534u, 65'535u, 65'536u, 1'000'000u}) {
        std::string const text(size, 'A');
        std::vector<http::header> const headers{{"X-Amzn-ErrorType", text},
                                                {"x-amzn-RequestId", text},
                                                {"X-Amzn-ErrorMessage", text},
                                                {"Content-Type", text}};
        auto const got = http::decode_response(400, headers, "<html>");
        BOOST_TEST_REQUIRE(got.error() != nullptr);
        auto const m = http::to_beast(http::encode(*got.error()));
        auto const kept = std::min<std::size_t>(size, 65'533);
        for (auto const& h : headers) BOOST_TEST(m[h.name].size() == kept, h.name);
        BOOST_TEST(m.body() == "<html>");
        BOOST_TEST(got.error()->name.size() == size);
    }
    auto const in_the_body = http::decode_response(
        400, std::vector<http::header>{}, R"({"code":")" + std::string(65'536, 'A') + "\"}");
    BOOST_TEST(http::to_beast(http::encode(*in_the_body.error()))["X-Amzn-ErrorType"].size() ==
               65'533u);
    for (int status = -1; status < 1010; ++status) {
        if (status >= 200 && status < 300) continue;
        auto const got =
            http::decode_response(status, std::vector<http::header>{}, R"({"message":"no"})");
        auto const m = http::to_beast(http::encode(*got.error()));
        BOOST_TEST(m.body().empty() == (status == 304));
        BOOST_TEST(m.result_int() ==
                   (status < 300 || status > 999 ? 500u : static_cast<unsigned>(status)));
    }
}

BOOST_AUTO_TEST_CASE(a_status_without_a_body_gets_none) {
    for (int const status : {100, 204, 304})
        BOOST_TEST(http::to_beast(http::response_message{status, {}, "{}"}).body().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace beast_test
