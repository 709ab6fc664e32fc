// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A text that is put together in constant expressions, in room for `Size` bytes; what has no room is left out.
template <std::size_t Size>
struct fixed_text {
    char text[Size]{};
    std::size_t size = 0;

    constexpr fixed_text& append(std::string_view part) noexcept {
        size += part.copy(text + size, Size - size);
        return *this;
    }
    constexpr fixed_text& append(std::int64_t number) noexcept {
        char digits[20]{};
        char* at = digits + 20;
        auto rest = number < 0 ? 0 - static_cast<std::uint64_t>(number)
                               : static_cast<std::uint64_t>(number);
        do *--at = static_cast<char>('0' + rest % 10);
        while ((rest /= 10) != 0);
        if (number < 0) *--at = '-';
        return append({at, static_cast<std::size_t>(digits + 20 - at)});
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text, size}; }
};

} // namespace lakeproof::detail
