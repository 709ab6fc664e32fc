// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/fwd.hpp>
#include <lakeproof/http.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace lakeproof;

/// A name that the forward header gave to another type would not convert.
bool declared(http::decoded<create_custom_log_source_request> const*, http::endpoint_options const*,
              http::retry_advice const* advice, http::service_error const*) {
    return advice->how == http::retry{};
}

BOOST_AUTO_TEST_CASE(the_forward_header_agrees_with_the_http_layer) {
    http::retry_advice const advice{};
    BOOST_TEST(declared(nullptr, nullptr, &advice, nullptr));
}

} // namespace
