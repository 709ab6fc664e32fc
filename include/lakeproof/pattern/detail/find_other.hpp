// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <bit>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The first byte from `p` on that is not in a set, or `end`. At least 16 bytes stand before `end`.
template <byte_set Set>
char const* find_other(char const* p, char const* end) noexcept {
#ifdef LAKEPROOF_SSE2
    static constexpr byte_ranges ranges{Set};
    if constexpr (ranges.fits && ranges.count != 0) {
        for (; end - p >= 16; p += 16) {
            auto const in = _mm_movemask_epi8(vector_bytes::load(p).template in<ranges>());
            if (in != 0xffff) return p + std::countr_one(static_cast<unsigned>(in));
        }
        auto const in = _mm_movemask_epi8(vector_bytes::load(end - 16).template in<ranges>());
        return p + std::countr_one(static_cast<unsigned>(in) >> (16 - (end - p)));
    }
#endif
    while (p != end && Set.contains(static_cast<unsigned char>(*p))) ++p;
    return p;
}

} // namespace lakeproof::detail
