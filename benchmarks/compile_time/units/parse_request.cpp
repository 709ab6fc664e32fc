// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include <string_view>

bool legal(std::string_view text) { return lakeproof::json::parse_request(text).has_value(); }
