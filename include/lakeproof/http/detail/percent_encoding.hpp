// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/detail/parser_handler.hpp>
#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The characters that need no encoding anywhere in a URI. Source: RFC 3986, 2.3.
inline constexpr auto unreserved_bytes =
    byte_set{}.add('a', 'z').add('A', 'Z').add('0', '9').add('-').add('.').add('_').add('~');

/// Appends a string with every byte but the unreserved ones encoded: `a/b` as `a%2Fb`.
inline void append_percent_encoded(std::string& out, std::string_view s) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char const c : s) {
        auto const byte = static_cast<unsigned char>(c);
        if (unreserved_bytes.contains(byte)) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
}

/// The value of a hexadecimal digit, or -1.
constexpr int hexadecimal(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The byte that an escape at the start of a text stands for, or -1.
constexpr int escaped_byte(std::string_view text) noexcept {
    if (text.size() < 3 || text[0] != '%' || hexadecimal(text[1]) < 0 || hexadecimal(text[2]) < 0) return -1;
    return hexadecimal(text[1]) * 16 + hexadecimal(text[2]);
}

constexpr bool is_utf8(std::string_view text) noexcept {
    if (is_ascii(text)) return true;
    for (std::size_t at = 0; at < text.size();) {
        auto const before = at;
        if (next_scalar_value(text, at) >= 0x80 && at == before + 1) return false;
    }
    return true;
}

/// A part of a URI, decoded; or, where that is no text, what it is instead.
struct decoded_part {
    std::string_view text;
    std::string_view fault{};
};

/// Decodes what `append_percent_encoded` encodes, and any other way to encode it. A plus is a plus.
///
/// What has no escape is a view of itself, else of memory.
inline decoded_part percent_decoded(std::string_view part, string_memory& memory) {
    auto text = part;
    if (find_byte(part, '%') != std::string_view::npos) {
        for (std::size_t i = 0; i < part.size(); ++i)
            if (part[i] == '%' && escaped_byte(part.substr(i)) < 0)
                return {part, "a text with a broken percent escape"};
        for (std::size_t i = 0; i < part.size(); ++i) {
            int const byte = escaped_byte(part.substr(i));
            char const c = byte < 0 ? part[i] : static_cast<char>(byte);
            memory.append({&c, 1});
            if (byte >= 0) i += 2;
        }
        text = memory.finish();
    }
    if (!is_utf8(text)) return {text, "a text that is not in UTF-8"};
    return {text};
}

} // namespace lakeproof::detail
