// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/byte_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace lakeproof::detail {

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

    std::array<byte_range, most> range{};
    std::size_t count = 0;
    bool fits = true;

    constexpr byte_ranges() = default;
    constexpr explicit byte_ranges(byte_set const& set) noexcept {
        for (int b = 0; b < 256; ++b) {
            if (!set.contains(static_cast<unsigned char>(b))) continue;
            int last = b;
            while (last < 255 && set.contains(static_cast<unsigned char>(last + 1))) ++last;
            if (count == most) {
                fits = false;
                return;
            }
            range[count++] = {static_cast<std::uint8_t>(b), static_cast<std::uint8_t>(last)};
            b = last;
        }
    }
};

} // namespace lakeproof::detail
