// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

#ifdef LAKEPROOF_SSE2
#include <emmintrin.h>
#endif

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Bytes from `first` to `last`, both included.
struct byte_range {
    std::uint8_t first = 0;
    std::uint8_t last = 0;
};

/// A set of bytes as ranges, which vectors compare with. More than 8 would be slower than a table.
struct byte_ranges {
    static constexpr std::size_t most = 8;

    byte_range range[most]{};
    std::size_t count = 0;
    bool fits = true;

    constexpr explicit byte_ranges(byte_set const& set) noexcept {
        for (auto first = set.next(0); first < 256;) {
            auto const end = set.next(first, false);
            if (count == most) {
                fits = false;
                return;
            }
            range[count++] = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(end - 1)};
            first = set.next(end);
        }
    }
};

#ifdef LAKEPROOF_SSE2

/// Sixteen bytes, compared at once by SSE2.
struct vector_bytes {
    static constexpr std::size_t width = 16;
    __m128i bytes;

    static vector_bytes load(char const* p) noexcept {
        return {_mm_loadu_si128(reinterpret_cast<__m128i const*>(p))};
    }

    /// The `n` bytes at `p`, from 1 to 15, in any order and some of them repeatedly: nothing behind
    /// them is read.
    static vector_bytes load_any(char const* p, std::size_t n) noexcept {
        if (n >= 8) return {_mm_set_epi64x(word<std::int64_t>(p + n - 8), word<std::int64_t>(p))};
        if (n >= 4) {
            auto const low = word<std::int32_t>(p);
            auto const high = word<std::int32_t>(p + n - 4);
            return {_mm_set_epi32(high, low, high, low)};
        }
        auto const a = static_cast<unsigned char>(p[0]);
        auto const b = static_cast<unsigned char>(p[n / 2]);
        auto const c = static_cast<unsigned char>(p[n - 1]);
        return {_mm_set1_epi32(a | b << 8 | c << 16 | a << 24)};
    }

    /// All bits of each byte that is in a range.
    LAKEPROOF_ALWAYS_INLINE __m128i in(byte_range range) const noexcept {
        auto const width_less_one = range.last - range.first;
        if (width_less_one == 0)
            return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(range.first)));
        if (width_less_one == 255) return _mm_set1_epi8(-1);
        // Moved so that the range ends at 127, the greatest signed byte, one comparison is enough.
        auto const moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(127 - range.last)));
        return _mm_cmpgt_epi8(moved, _mm_set1_epi8(static_cast<char>(126 - width_less_one)));
    }

    /// All bits of each byte that is in a set.
    template <byte_ranges Set>
    __m128i in() const noexcept {
        auto found = _mm_setzero_si128();
        // Not a loop: g++ 12 unrolls none at -O2.
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((found = _mm_or_si128(found, in(Set.range[I]))), ...);
        }
        (std::make_index_sequence<Set.count>{});
        return found;
    }

private:
    template <class Word>
    static Word word(char const* p) noexcept {
        Word w;
        std::memcpy(&w, p, sizeof w);
        return w;
    }
};

inline bool all(__m128i mask) noexcept { return _mm_movemask_epi8(mask) == 0xffff; }

template <byte_ranges Set>
bool all_in_set_by_vector(char const* p, std::size_t n) noexcept {
    using v = vector_bytes;
    if (n < v::width) return n == 0 || all(v::load_any(p, n).template in<Set>());
    char const* const last = p + n - v::width;
    for (; last - p >= 32; p += 32) // two at once, for one look at the result
        if (!all(_mm_and_si128(v::load(p).template in<Set>(), v::load(p + 16).template in<Set>())))
            return false;
    for (; p < last; p += v::width)
        if (!all(v::load(p).template in<Set>())) return false;
    return all(v::load(last).template in<Set>()); // overlaps what has been compared
}

#endif

constexpr bool all_in_set_by_byte(byte_set const& set, std::string_view string) noexcept {
    for (char const c : string)
        if (!set.contains(static_cast<unsigned char>(c))) return false;
    return true;
}

/// Whether all bytes of a string are in a set.
template <byte_set Set>
constexpr bool all_in_set(std::string_view string) noexcept {
#ifdef LAKEPROOF_SSE2
    constexpr byte_ranges ranges{Set};
    if constexpr (ranges.fits)
        if (!std::is_constant_evaluated())
            return all_in_set_by_vector<ranges>(string.data(), string.size());
#endif
    return all_in_set_by_byte(Set, string);
}

} // namespace lakeproof::detail
