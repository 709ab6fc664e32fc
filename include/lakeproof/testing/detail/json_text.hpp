// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A text in JSON's quotes, with the escapes that it needs.
inline std::string quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string json{'"'};
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') json += '\\';
        if (byte < ' ')
            (json += "\\u00") += {digits[byte >> 4], digits[byte & 15]};
        else
            json += c;
    }
    return json += '"';
}

/// A text in JSON's quotes, written with nothing but escapes.
inline std::string escaped(std::string_view text) {
    std::string json{'"'};
    auto const unit = [&](char32_t value) {
        json += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            json += "0123456789abcdef"[value >> shift & 15];
    };
    for (std::size_t i = 0; i < text.size();) {
        auto const c = lakeproof::detail::next_scalar_value(text, i);
        if (c > 0xffff) unit(0xd800 + ((c - 0x10000) >> 10));
        unit(c > 0xffff ? 0xdc00 + ((c - 0x10000) & 0x3ff) : c);
    }
    return json += '"';
}

} // namespace lakeproof::testing::detail
