// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/word.hpp>

#include <cstdint>
#include <string_view>

namespace lakeproof::detail {

/// A name's size and bytes as words: equal for equal names, and for no others of up to 24 bytes.
struct name_words {
    std::uint64_t first = 0;
    std::uint64_t middle = 0;
    std::uint64_t last = 0;
    std::uint64_t size = 0;

    constexpr name_words() noexcept = default;
    constexpr explicit name_words(std::string_view name) noexcept : size{name.size()} {
        auto const* const p = name.data();
        if (size >= 8) {
            first = load_word(p);
            last = load_word(p + size - 8);
            if (size >= 16) middle = load_word(p + 8);
            if (size > 24) size = 0; // equal to no other: compare the names
        } else if (size >= 4) {
            first = load_half(p);
            last = load_half(p + size - 4);
        } else {
            for (char const c : name) first = first << 8 | static_cast<unsigned char>(c);
        }
    }

    /// Whether these are a name's words. Never so for names of over 24 bytes, or none.
    friend constexpr bool operator==(name_words const& a, name_words const& b) noexcept {
        return a.size == b.size && a.first == b.first && a.last == b.last && a.middle == b.middle &&
               a.size != 0;
    }
};

} // namespace lakeproof::detail
