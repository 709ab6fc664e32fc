// SPDX-License-Identifier: BSL-1.0
// EXPECT: a name in the query is that of a member of the input
#include <lakeproof/http.hpp>

struct get_source {
    using input = lakeproof::delete_custom_log_source_request;
    using output = lakeproof::delete_custom_log_source_response;
    static constexpr lakeproof::http_binding binding{"GET", "/sources{?source}"};
};

auto sent(get_source::input const& input) {
    return lakeproof::http::encode<get_source>(input); // HERE
}
