// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Bytes as one word, the first the least significant: for constants and for other machines.
template <int Size>
constexpr std::uint64_t load_by_byte(char const* p) noexcept {
    std::uint64_t word = 0;
    for (int i = Size - 1; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(p[i]);
    return word;
}

/// Eight bytes as one word, the first the least significant.
constexpr std::uint64_t load_word(char const* p) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little)
        return load_by_byte<8>(p);
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

/// Four bytes as one word, the first the least significant.
constexpr std::uint64_t load_half(char const* p) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little)
        return load_by_byte<4>(p);
    std::uint32_t half;
    std::memcpy(&half, p, sizeof half);
    return half;
}

} // namespace lakeproof::detail
