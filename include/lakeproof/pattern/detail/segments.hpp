// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// `last_segment`, byte by byte.
template <byte_set Set, char Separator>
constexpr std::size_t last_segment_by_byte(std::string_view text, std::size_t from) noexcept {
    auto segment = from;
    for (auto i = from; i < text.size(); ++i) {
        if (!Set.contains(static_cast<unsigned char>(text[i]))) return 0;
        if (text[i] != Separator) continue;
        if (i == segment) return 0;
        segment = i + 1;
    }
    return segment == text.size() ? 0 : segment;
}

#ifdef LAKEPROOF_SSE2

/// `last_segment` of a text of at least 16 bytes, 16 at a time.
template <byte_set Set, char Separator>
std::size_t last_segment_by_vector(std::string_view text, std::size_t from) noexcept {
    static constexpr byte_ranges ranges{Set};
    auto segment = from;
    std::uint32_t before = 1; // whether a separator (or the start) stands right before
    // Judges the 16 bytes at `at`, of which the first `seen` were judged before.
    auto const judge = [&](std::size_t at, std::size_t seen) {
        auto const bytes = vector_bytes::load(text.data() + at);
        auto const foreign = ~_mm_movemask_epi8(bytes.template members<ranges>()) & 0xffff;
        auto const separators = static_cast<std::uint32_t>(_mm_movemask_epi8(
                                    _mm_cmpeq_epi8(bytes.bytes, _mm_set1_epi8(Separator)))) >>
                                seen;
        if (foreign >> seen != 0 || (separators & (separators << 1 | before)) != 0) return false;
        before = separators >> 15;
        if (separators != 0)
            segment = at + seen + static_cast<std::size_t>(std::bit_width(separators));
        return true;
    };
    for (; text.size() - from >= 16; from += 16)
        if (!judge(from, 0)) return 0;
    if (from != text.size() && !judge(text.size() - 16, from + 16 - text.size())) return 0;
    return segment == text.size() ? 0 : segment;
}

#endif

/// Where the last segment of a text starts, which is in segments from byte `from` on.
///
/// 0 if a byte is not in `Set` (to which the separator belongs), or if a segment is empty; `from`
/// is at least 1.
template <byte_set Set, char Separator>
constexpr std::size_t last_segment(std::string_view text, std::size_t from) noexcept {
#ifdef LAKEPROOF_SSE2
    constexpr byte_ranges ranges{Set};
    if constexpr (ranges.fits)
        if (!std::is_constant_evaluated() && text.size() >= vector_bytes::width)
            return last_segment_by_vector<Set, Separator>(text, from);
#endif
    return last_segment_by_byte<Set, Separator>(text, from);
}

} // namespace lakeproof::detail
