// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/byte_ranges.hpp>
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

#ifdef LAKEPROOF_SSE2

/// Sixteen bytes at a time, by SSE2. What it answers is what the portable code answers.
struct vector_bytes {
    static constexpr std::size_t width = 16;
    __m128i bytes;

    static vector_bytes load(char const* p) noexcept {
        return {_mm_loadu_si128(reinterpret_cast<__m128i const*>(p))};
    }

    /// Some arrangement of the `n` bytes at `p`, each at least once, without a look beyond them.
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

    /// A bit per byte that is in the range `Range`.
    template <byte_range Range>
    __m128i in() const noexcept {
        if constexpr (Range.first == Range.last) {
            return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(Range.first)));
        } else if constexpr (Range.last - Range.first == 255) {
            return _mm_set1_epi8(-1);
        } else {
            // Moved so that the range ends at the greatest signed byte, one comparison is enough.
            auto const moved =
                _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(127 - Range.last)));
            return _mm_cmpgt_epi8(
                moved, _mm_set1_epi8(static_cast<char>(126 - (Range.last - Range.first))));
        }
    }

    template <byte_ranges Set, std::size_t... I>
    __m128i in_any(std::index_sequence<I...>) const noexcept {
        auto found = in<Set.range[0]>();
        ((found = _mm_or_si128(found, in<Set.range[I + 1]>())), ...);
        return found;
    }

    /// Whether all bytes are in a set.
    template <byte_ranges Set>
    __m128i members() const noexcept {
        return in_any<Set>(std::make_index_sequence<Set.count - 1>{});
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

/// Whether all `n` bytes at `p` are in a set of ranges.
template <byte_ranges Set>
bool all_in_set_by_vector(char const* p, std::size_t n) noexcept {
    using v = vector_bytes;
    if (n < v::width) return n == 0 || all(v::load_any(p, n).template members<Set>());
    char const* const last = p + n - v::width;
    for (; last - p >= 32; p += 32) // two at once, for one look at the result
        if (!all(_mm_and_si128(v::load(p).template members<Set>(),
                               v::load(p + 16).template members<Set>())))
            return false;
    for (; p < last; p += v::width)
        if (!all(v::load(p).template members<Set>())) return false;
    return all(v::load(last).template members<Set>()); // overlaps what has been seen
}

#endif

/// Whether all bytes of a text are in a set, one by one.
template <byte_set Set>
constexpr bool all_in_set_by_byte(std::string_view text) noexcept {
    for (char const c : text)
        if (!Set.contains(static_cast<unsigned char>(c))) return false;
    return true;
}

/// Whether all bytes of a text are in a set.
template <byte_set Set>
constexpr bool all_in_set(std::string_view text) noexcept {
#ifdef LAKEPROOF_SSE2
    constexpr byte_ranges ranges{Set};
    if constexpr (ranges.fits && ranges.count != 0)
        if (!std::is_constant_evaluated())
            return all_in_set_by_vector<ranges>(text.data(), text.size());
#endif
    return all_in_set_by_byte<Set>(text);
}

} // namespace lakeproof::detail
