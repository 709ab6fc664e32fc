// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Converts offsets in a UTF-8 text to those of JavaScript's strings, which count UTF-16 code units.
class utf16_offsets {
public:
    explicit utf16_offsets(std::string_view text) noexcept : text_{text} {}

    /// The earlier an offset, the sooner it is converted: linear in what lies between it and the last one, or the
    /// beginning if that is behind it.
    std::int64_t of(std::size_t offset) noexcept {
        if (offset < at_) {
            at_ = 0;
            units_ = 0;
        }
        for (; at_ < offset; ++at_) {
            auto const byte = static_cast<unsigned char>(text_[at_]);
            units_ += (byte & 0xc0) != 0x80; // begins a character
            units_ += byte >= 0xf0;          // of two units
        }
        return units_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t units_ = 0;
};
