// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// How many characters of a value a message shows.
inline constexpr std::size_t shown_characters = 64;

/// Appends `text` so that it can do no harm in a log or a terminal: printable ASCII stays, quotes
/// and backslashes are escaped, everything else is `\u00e9` or `\u{1f600}`, a stray byte `\xff`.
///
/// Hostile text can forge no log line, no terminal sequence and no bidirectional trick with it.
constexpr void append_printable(std::string& out, std::string_view text) {
    auto const hex = [&out](char32_t value, int least_digits) {
        int digits = least_digits;
        while (digits < 6 && value >> (4 * digits) != 0) ++digits;
        while (digits-- > 0) out += "0123456789abcdef"[value >> (4 * digits) & 15];
    };
    for (std::size_t i = 0; i < text.size();) {
        auto const from = i;
        char32_t const c = detail::next_scalar_value(text, i);
        if (c >= U' ' && c < 127) {
            if (c == U'"' || c == U'\'' || c == U'\\') out += '\\';
            out += static_cast<char>(c);
        } else if (c > 127 && i - from == 1) {
            out += "\\x";
            hex(static_cast<unsigned char>(text[from]), 2);
        } else if (c > 0xffff) {
            out += "\\u{";
            hex(c, 5);
            out += '}';
        } else {
            out += "\\u";
            hex(c, 4);
        }
    }
}

/// A value as messages show it: in single quotes, cut to 64 characters, harmless.
constexpr void append_quoted(std::string& out, std::string_view text, bool cut = false) {
    auto const shown = detail::first_scalar_values(text, shown_characters);
    out += '\'';
    append_printable(out, shown);
    if (cut || shown.size() < text.size()) out += "...";
    out += '\'';
}

} // namespace lakeproof
