// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Eight bytes as one word, the first the least significant: for constants and for other machines.
constexpr std::uint64_t load_by_byte(char const* p) noexcept {
    std::uint64_t word = 0;
    for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(p[i]);
    return word;
}

/// The same, by the machine where it can.
constexpr std::uint64_t load_word(char const* p) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little)
        return load_by_byte(p);
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

} // namespace lakeproof::detail
