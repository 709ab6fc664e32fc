// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Whether a string has a placeholder left in: `<NAME>`, `${NAME}`, `{{NAME}}`, three or more `X` for an account
/// ID (a whole principal, or a whole field of an ARN), or the `string` of a generated skeleton. Linear in the string.
constexpr bool has_placeholder(std::string_view text) noexcept {
    auto const holds = [&](std::string_view open, std::string_view close) {
        auto const at = text.find(open);
        return at != text.npos && text.find(close, at + open.size() + 1) != text.npos;
    };
    auto const has_field_of_x = [&] {
        std::size_t letters = 0;
        bool all = true;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if (i == text.size() || text[i] == ':') {
                if (all && letters >= 3) return true;
                letters = 0;
                all = true;
            } else {
                ++letters;
                all = all && (text[i] == 'X' || text[i] == 'x');
            }
        }
        return false;
    };
    return text == "string" || holds("<", ">") || holds("${", "}") || holds("{{", "}}") || has_field_of_x();
}

} // namespace lakeproof::detail
