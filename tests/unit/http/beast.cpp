// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>

#include "../../support/requests.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>

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
    auto const m =
        http::encode(http::service_error{.name = std::string(70'000, 'A'), .status = 400});
    BOOST_CHECK_THROW(static_cast<void>(http::to_beast(m)), std::length_error);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace beast_test
