// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Out of line, where g++ 12 knows no bound of the size: with one it writes `rep movs` instead of a
/// call, and that alone takes longer than the rest of a model.
#if defined(__GNUC__) && !defined(__clang__)
[[gnu::noinline, gnu::noclone]]
#endif
inline void
copy_bytes(char* to, char const* from, std::size_t size) noexcept {
    if (size != 0) std::memcpy(to, from, size); // an empty text may have no data
}

/// Copies a text to where there is room for it, and returns its size.
constexpr std::size_t copy_text(char* to, std::string_view text) noexcept {
    if (std::is_constant_evaluated()) return text.copy(to, text.size());
    copy_bytes(to, text.data(), text.size());
    return text.size();
}

/// The same for one that is mostly short, as what stands in a report.
constexpr std::size_t copy_short_text(char* to, std::string_view text) noexcept {
    auto const size = text.size();
    if (std::is_constant_evaluated() || size < 8 || size > 16) return copy_text(to, text);
    char halves[16];
    std::memcpy(halves, text.data(), 8);
    std::memcpy(halves + 8, text.data() + size - 8, 8);
    std::memcpy(to, halves, 8);
    std::memcpy(to + size - 8, halves + 8, 8);
    return size;
}

} // namespace lakeproof::detail
