// SPDX-License-Identifier: BSL-1.0
// A second translation unit, with the light header: what it calls, reader.cpp compiles. Everything else
// that both units include would be defined twice if it were not inline.
#include <lakeproof/json/light.hpp>
#include <lakeproof/lakeproof.hpp>

#include <cstddef>
#include <string_view>

std::size_t role_length(std::string_view text) {
    auto const request = lakeproof::json::parse_request(text);
    return request ? lakeproof::provider_role_name(request->source_name, lakeproof::regions::us_east_1).size() : 0;
}
