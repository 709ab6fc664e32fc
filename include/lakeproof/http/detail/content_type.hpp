// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/header_field.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Whether a Content-Type is a media type, in any case and with any parameters.
constexpr bool is_media_type(std::string_view value, std::string_view type) noexcept {
    return same_header_name(trimmed(value.substr(0, value.find(';'))), type);
}

/// Whether there is a Content-Type, and each says JSON.
template <http::header_range Headers>
bool says_json(Headers&& headers) {
    bool typed = false;
    for (auto const& field : headers) {
        if (!same_header_name(header_name(field), "content-type")) continue;
        typed = is_media_type(header_value(field), "application/json");
        if (!typed) break;
    }
    return typed;
}

} // namespace lakeproof::detail
