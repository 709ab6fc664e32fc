// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/node.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

namespace core = lakeproof::detail;
using core::node;

/// A string as JSON writes it, with the escapes that it needs.
inline std::string json_string(std::string_view string) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string json{'"'};
    for (char const c : string) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') json += '\\';
        if (byte < ' ')
            (json += "\\u00") += {digits[byte >> 4], digits[byte & 15]};
        else
            json += c;
    }
    return json += '"';
}

/// A string as JSON writes it, with nothing but escapes.
inline std::string escaped(std::string_view string) {
    std::string json{'"'};
    auto const unit = [&](char32_t value) {
        json += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            json += "0123456789abcdef"[value >> shift & 15];
    };
    for (std::size_t i = 0; i < string.size();) {
        auto const c = core::next_scalar_value(string, i);
        if (c > 0xffff) unit(0xd800 + ((c - 0x10000) >> 10));
        unit(c > 0xffff ? 0xdc00 + ((c - 0x10000) & 0x3ff) : c);
    }
    return json += '"';
}

/// The same so many times.
inline std::string times(std::size_t n, std::string_view what, std::string_view between = {}) {
    std::string all;
    for (std::size_t i = 0; i < n; ++i) (all += i == 0 ? std::string_view{} : between) += what;
    return all;
}

/// Whether an object's table has a member of a name.
inline bool has_member(node const& object, std::string_view name) noexcept {
    for (std::size_t i = 0; i < object.count; ++i)
        if (object.first[i].name == name) return true;
    return false;
}
/// A name that no member of an object has: `name`, or a longer one.
inline std::string unused_name(node const& object, std::string name) {
    while (has_member(object, name)) name += 'x';
    return name;
}

} // namespace lakeproof::testing::detail
