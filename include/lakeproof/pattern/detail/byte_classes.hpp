// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The 256 bytes in classes: the bytes of a class are in the same sets of a pattern.
struct byte_classes {
    static constexpr std::size_t most = 64; ///< of classes, and of sets: there is a bit for each

    std::uint8_t of[256]{};
    std::uint64_t in_set[most]{}; ///< a bit for each class
    std::size_t count = 0;
    bool overflow = false;

    constexpr explicit byte_classes(syntax_tree const& tree) noexcept {
        if (tree.set_count > most) {
            overflow = true;
            return;
        }
        std::uint64_t changes[257]{}; // the sets that begin or end at each byte
        for (std::uint16_t i = 0; i < tree.set_count; ++i) {
            auto const& set = tree.sets.at[i];
            for (auto byte = set.next(0); byte < 256;) {
                auto const end = set.next(byte, false);
                changes[byte] |= std::uint64_t{1} << i;
                changes[end] |= std::uint64_t{1} << i;
                byte = set.next(end);
            }
        }
        std::uint64_t sets_of[most]{}; // of each class
        std::uint64_t sets = 0;
        std::size_t c = 0;
        for (unsigned byte = 0; byte < 256; ++byte) {
            if (byte == 0 || changes[byte] != 0) {
                sets ^= changes[byte];
                for (c = 0; c < count && sets_of[c] != sets;) ++c;
                if (c == most) {
                    overflow = true;
                    return;
                }
                if (c == count) sets_of[count++] = sets;
            }
            of[byte] = static_cast<std::uint8_t>(c);
        }
        for (c = 0; c < count; ++c)
            for (std::uint16_t i = 0; i < tree.set_count; ++i)
                in_set[i] |= (sets_of[c] >> i & 1) << c;
    }
};

} // namespace lakeproof::detail
