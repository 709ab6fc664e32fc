// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace lakeproof::detail {

/// Eight bytes as one word, the first the least significant.
constexpr std::uint64_t load_word(char const* p) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
        std::uint64_t word = 0;
        for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(p[i]);
        return word;
    }
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

/// Four bytes as one word, the first the least significant.
constexpr std::uint64_t load_half(char const* p) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
        std::uint64_t word = 0;
        for (int i = 3; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(p[i]);
        return word;
    }
    std::uint32_t half;
    std::memcpy(&half, p, sizeof half);
    return half;
}

} // namespace lakeproof::detail
