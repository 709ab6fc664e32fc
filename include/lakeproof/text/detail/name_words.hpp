// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/word.hpp>
#include <lakeproof/version.hpp>

#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The size and bytes of a name of 4 to 24 bytes as words, equal for equal names and for no others.
struct name_words {
    static constexpr std::uint64_t no_size = ~std::uint64_t{0};

    std::uint64_t first = 0;
    std::uint64_t middle = 0;
    std::uint64_t last = 0;
    std::uint64_t size = no_size; ///< so, these are equal to no name's

    constexpr name_words() noexcept = default;
    constexpr explicit name_words(std::string_view name) noexcept : size{name.size()} {
        auto const* const p = name.data();
        if (size >= 8) {
            first = load_word(p);
            last = load_word(p + size - 8);
            if (size >= 16) middle = load_word(p + 8);
            if (size > 24) size = no_size;
        } else if (size >= 4) {
            first = load_half(p);
            last = load_half(p + size - 4);
        } else {
            size = no_size;
        }
    }

    /// Whether these are `name`'s words, found out with as few loads as its size needs. Never so
    /// for names of another size than the class is for.
    [[nodiscard]] constexpr bool match(std::string_view name) const noexcept {
        if (name.size() != size) return false;
        auto const* const p = name.data();
        if (size < 8) return first == load_half(p) && last == load_half(p + size - 4);
        if (first != load_word(p) || last != load_word(p + size - 8)) return false;
        return size < 16 || middle == load_word(p + 8);
    }

    /// Whether these are a name's words. Never so for names of another size.
    friend constexpr bool operator==(name_words const& a, name_words const& b) noexcept {
        return a.size == b.size && a.first == b.first && a.last == b.last && a.middle == b.middle &&
               a.size != no_size;
    }
};

} // namespace lakeproof::detail
