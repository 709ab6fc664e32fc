// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

/// Whether a JSON Pointer leads to the place of another, or to what is in it.
constexpr bool is_at_or_below(std::string_view pointer, std::string_view above) noexcept {
    return pointer.starts_with(above) && (pointer.size() == above.size() || pointer[above.size()] == '/');
}
