// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

/// The offset behind the value, or the member's name, that begins at an offset of a JSON text; at most the text's end.
inline std::size_t value_end(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    bool quoted = false;
    for (auto const begin = at; at < text.size(); ++at) {
        auto const c = text[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                quoted = false;
            if (!quoted && depth == 0) return at + 1;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) return at;
            if (--depth == 0) return at + 1;
        } else if (depth == 0 && at != begin &&
                   std::string_view{", \t\r\n"}.find(c) != std::string_view::npos) {
            return at;
        }
    }
    return text.size();
}

inline std::string_view value_at(std::string_view text, std::size_t at) {
    return text.substr(at, value_end(text, at) - at);
}
