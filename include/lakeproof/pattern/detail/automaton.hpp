// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_classes.hpp>
#include <lakeproof/pattern/detail/determinizer.hpp>
#include <lakeproof/pattern/detail/nfa.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A deterministic automaton with room for `States` states and `Classes` classes of bytes.
///
/// State 0 is dead: no byte leads out of it.
template <std::size_t States, std::size_t Classes>
struct automaton {
    static constexpr std::uint16_t start = 1;

    std::uint32_t row_of[256]{}; ///< where in `next` the row of a byte's class starts
    /// By class, then by state, so that only an addition and a load lead from a state to the next.
    std::uint16_t next[Classes * States]{};
    bool accepts[States]{};
    std::size_t state_count = 0;

    [[nodiscard]] constexpr std::uint16_t step(std::size_t from, char byte) const noexcept {
        return next[row_of[static_cast<unsigned char>(byte)] + from];
    }

    [[nodiscard]] constexpr bool matches(std::string_view string) const noexcept {
        std::uint16_t state = start;
        for (char const c : string) {
            state = step(state, c);
            if (state == 0) return false;
        }
        return accepts[state];
    }
};

/// Makes the automaton of a pattern that was parsed without an error before; it has no states where
/// there is too little room.
template <std::size_t States, std::size_t Classes>
constexpr automaton<States, Classes> determinize(std::string_view pattern) {
    syntax_tree const tree{pattern};
    nfa const states{tree};
    byte_classes const classes{tree};
    automaton<States, Classes> result;
    determinizer const made{states, classes, States, result.next};
    if (made.overflow) return result;
    for (std::size_t byte = 0; byte < 256; ++byte)
        result.row_of[byte] = static_cast<std::uint32_t>(classes.of[byte] * States);
    for (std::size_t s = 0; s < made.count; ++s) result.accepts[s] = made.accepts(s);
    result.state_count = made.count;
    return result;
}

/// Copies an automaton without the room that its first `Exact` states do not need.
template <std::size_t Exact, std::size_t States, std::size_t Classes>
constexpr automaton<Exact, Classes> trim(automaton<States, Classes> const& wide) {
    automaton<Exact, Classes> result;
    for (std::size_t byte = 0; byte < 256; ++byte)
        result.row_of[byte] = static_cast<std::uint32_t>(wide.row_of[byte] / States * Exact);
    for (std::size_t s = 0; s < Exact; ++s) {
        result.accepts[s] = wide.accepts[s];
        for (std::size_t c = 0; c < Classes; ++c)
            result.next[c * Exact + s] = wide.next[c * States + s];
    }
    result.state_count = Exact;
    return result;
}

} // namespace lakeproof::detail
