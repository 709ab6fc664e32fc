// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

#ifdef LAKEPROOF_SSE2
#include <emmintrin.h>
#endif

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Whether two bytes `c` stand side by side: `//` in a path, `..` in a DNS name.
///
/// By vectors where there are some, since every request has an ARN: 5 instructions a byte without.
constexpr bool has_pair(std::string_view text, char c) noexcept {
    std::size_t i = 0;
#ifdef LAKEPROOF_SSE2
    if (!std::is_constant_evaluated()) {
        auto const wanted = _mm_set1_epi8(c);
        unsigned before = 0; // whether the byte before these is `c`
        for (; text.size() - i >= 16; i += 16) {
            auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(text.data() + i));
            auto const found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)));
            if ((found & (found << 1 | before)) != 0) return true;
            before = found >> 15;
        }
        if (i != 0) --i; // the byte before the rest
    }
#endif
    for (; i + 1 < text.size(); ++i)
        if (text[i] == c && text[i + 1] == c) return true;
    return false;
}

} // namespace lakeproof::detail
