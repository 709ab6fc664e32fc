// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A set of the 256 byte values.
struct byte_set {
    std::uint64_t words[4]{};

    [[nodiscard]] constexpr bool contains(unsigned char byte) const noexcept {
        return (words[byte >> 6] >> (byte & 63) & 1) != 0;
    }

    constexpr byte_set& add(unsigned char byte) noexcept {
        words[byte >> 6] |= std::uint64_t{1} << (byte & 63);
        return *this;
    }

    constexpr byte_set& add(unsigned char first, unsigned char last) noexcept {
        for (unsigned b = first; b <= last; ++b) words[b >> 6] |= std::uint64_t{1} << (b & 63);
        return *this;
    }

    constexpr byte_set& add(byte_set const& other) noexcept {
        for (int i = 0; i < 4; ++i) words[i] |= other.words[i];
        return *this;
    }

    constexpr byte_set& remove(unsigned char byte) noexcept {
        words[byte >> 6] &= ~(std::uint64_t{1} << (byte & 63));
        return *this;
    }

    constexpr byte_set& invert() noexcept {
        for (auto& word : words) word = ~word;
        return *this;
    }

    /// Whether all bytes of the set are in another.
    [[nodiscard]] constexpr bool within(byte_set const& other) const noexcept {
        for (std::size_t i = 0; i < 4; ++i)
            if ((words[i] & ~other.words[i]) != 0) return false;
        return true;
    }

    /// The first byte from `from` on that is in the set (or is not); 256 where there is none.
    [[nodiscard]] constexpr unsigned next(unsigned from, bool in = true) const noexcept {
        for (unsigned w = from >> 6; w < 4; ++w, from = w << 6) {
            auto const rest = (in ? words[w] : ~words[w]) >> (from & 63);
            if (rest != 0) return from + static_cast<unsigned>(std::countr_zero(rest));
        }
        return 256;
    }

    /// Whether no byte above 127 is in the set.
    [[nodiscard]] constexpr bool ascii() const noexcept { return (words[2] | words[3]) == 0; }

    friend constexpr bool operator==(byte_set const&, byte_set const&) noexcept = default;
};

/// `\d`, `\w`, `\s` (ASCII alone) and `.` (any byte but a line end).
inline constexpr byte_set digit_bytes = byte_set{}.add('0', '9');
inline constexpr byte_set word_bytes =
    byte_set{}.add('0', '9').add('A', 'Z').add('a', 'z').add('_');
inline constexpr byte_set space_bytes = byte_set{}.add('\t', '\r').add(' ');
inline constexpr byte_set dot_bytes = byte_set{}.add('\n').add('\r').invert();

} // namespace lakeproof::detail
