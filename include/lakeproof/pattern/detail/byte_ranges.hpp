// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Bytes from `first` to `last`, both included.
struct byte_range {
    std::uint8_t first = 0;
    std::uint8_t last = 0;
};

/// A set of bytes as its ranges: what vectors compare with.
///
/// A set of more than 8 ranges is not worth a vector, and has none here (`fits` is false).
struct byte_ranges {
    static constexpr std::size_t most = 8;

    byte_range range[most]{};
    std::size_t count = 0;
    bool fits = true;

    constexpr byte_ranges() = default;
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

} // namespace lakeproof::detail
