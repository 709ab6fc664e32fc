// SPDX-License-Identifier: BSL-1.0
#include <nlohmann/json.hpp>

#include <string_view>

bool legal(std::string_view text) {
    auto const value = nlohmann::json::parse(text, nullptr, false);
    return !value.is_discarded() && value.is_object() && value.contains("sourceName");
}
