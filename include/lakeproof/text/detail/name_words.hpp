// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/text/detail/word.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The size and bytes of a name of 8 to 32 bytes as words, to compare with others of at least 8.
struct name_words {
    static constexpr std::size_t shortest = 8;
    static constexpr std::size_t longest = 32;
    static constexpr std::uint64_t no_size = ~std::uint64_t{0}; ///< matches no name

    std::uint64_t first = 0;
    std::uint64_t last = 0;   ///< overlaps the first in a name of less than 16 bytes
    std::uint64_t second = 0; ///< these two are for names of more than 16 bytes
    std::uint64_t last_but_one = 0;
    std::uint64_t size = no_size;

    constexpr name_words() noexcept = default;
    constexpr explicit name_words(std::string_view name) noexcept {
        if (name.size() < shortest || name.size() > longest) return;
        size = name.size();
        auto const* const p = name.data();
        first = load_word(p);
        last = load_word(p + size - 8);
        if (size <= 16) return;
        second = load_word(p + 8);
        last_but_one = load_word(p + size - 16);
    }

    /// Whether these are the words of `name`, with as few loads as its size needs. One test of all differences: where
    /// sizes are compared by themselves, compilers go on with the table's, and a reader waits for the look-up to end.
    [[nodiscard]] LAKEPROOF_ALWAYS_INLINE constexpr bool match(std::string_view name) const noexcept {
        auto const n = name.size();
        auto const* const p = name.data();
        auto const differs = (size ^ n) | (first ^ load_word(p)) | (last ^ load_word(p + n - 8));
        if (n <= 16) return differs == 0;
        return (differs | (second ^ load_word(p + 8)) | (last_but_one ^ load_word(p + n - 16))) == 0;
    }
};

} // namespace lakeproof::detail
