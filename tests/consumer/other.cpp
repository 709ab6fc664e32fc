// SPDX-License-Identifier: BSL-1.0
// A second translation unit with the same headers: a function that is not inline would be defined twice.
#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>

#include <cstddef>
#include <string_view>

std::size_t role_length(std::string_view text) {
    auto const request = lakeproof::json::parse_request(text);
    return request ? lakeproof::provider_role_name(request->source_name, lakeproof::regions::us_east_1).size() : 0;
}
