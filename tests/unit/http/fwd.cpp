// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/fwd.hpp>
#include <lakeproof/http.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace lakeproof;

/// Everything that the forward header declares of the HTTP layer is defined there.
template <class... T>
constexpr bool complete = ((sizeof(T) > 0) && ...);
static_assert(complete<http::decoded<create_custom_log_source_request>, http::endpoint_error,
                       http::endpoint_options, http::error_cause, http::header, http::next_step, http::request_message, http::response_message,
                       http::refusal_options, http::retry, http::retry_advice, http::service_error,
                       http::wording>);

BOOST_AUTO_TEST_CASE(the_forward_header_agrees_with_the_http_layer) {
    http::retry_advice const advice{};
    BOOST_TEST((advice.how == http::retry{}));
}

} // namespace
