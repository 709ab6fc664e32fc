// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/compiled_pattern.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What other layers need of a pattern beside its public members.
///
/// This is for a type of a user's own that a constraint has as its pattern: nothing is known of it.
template <class Pattern>
struct pattern_access {
    /// Whether all bytes of all strings that match are known to be in a set.
    [[nodiscard]] static constexpr bool within(byte_set const&) noexcept { return false; }
};

template <pattern_text Text>
struct pattern_access<pattern<Text>> {
    using state = std::uint16_t;

private:
    using compiled = compiled_pattern<Text>;

public:
    /// Whether the pattern is `^[…]*$`.
    static constexpr bool is_set = compiled::is_set;

    /// All bytes that a matching string can hold: of a plain set, that set.
    static constexpr byte_set bytes = compiled::bytes;

    [[nodiscard]] static constexpr bool within(byte_set const& set) noexcept {
        return bytes.within(set);
    }

    /// The state before the first byte. State 0 is the one that no byte leads out of.
    static constexpr state start = 1;

    /// The state after a byte.
    [[nodiscard]] static constexpr state step(state from, char byte) noexcept {
        if constexpr (is_set)
            return bytes.contains(static_cast<unsigned char>(byte)) ? from : state{0};
        else
            return automaton_of<Text>.step(from, byte);
    }

    /// Whether a string that ends in a state matches.
    [[nodiscard]] static constexpr bool accepts(state s) noexcept {
        if constexpr (is_set)
            return s != 0;
        else
            return automaton_of<Text>.accepts[s];
    }

    /// How many states there are, the dead one among them.
    [[nodiscard]] static constexpr std::size_t state_count() noexcept {
        if constexpr (is_set)
            return 2;
        else
            return automaton_of<Text>.state_count;
    }
};

} // namespace lakeproof::detail
