// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/automaton.hpp>
#include <lakeproof/pattern/detail/byte_classes.hpp>
#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/nfa.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/pattern/pattern_error.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Stands in the diagnostic with the error and its offset.
template <pattern_error Error, std::size_t Offset>
struct pattern_cannot_be_compiled_at {
    static_assert(Error == pattern_error::none,
                  "this pattern cannot be compiled: the arguments are the error and its offset");
};

/// What is known of a pattern without its automaton.
struct pattern_facts {
    pattern_error error = pattern_error::none;
    std::size_t offset = 0;
    byte_set bytes{};    ///< all that a matching string can hold
    bool is_set = false; ///< whether the pattern is `^[…]*$`, and so `bytes` alone decide
};

constexpr pattern_facts find_facts(std::string_view pattern) {
    syntax_tree const tree{pattern};
    pattern_facts facts{.error = tree.error, .offset = tree.offset, .is_set = tree.is_set()};
    for (std::uint16_t i = 0; i < tree.set_count; ++i) facts.bytes.add(tree.sets.at[i]);
    if (facts.error != pattern_error::none)
        facts.is_set = true; // no automaton, no second diagnostic
    return facts;
}

template <pattern_text Text>
inline constexpr pattern_facts facts_of = find_facts(Text.view());

/// How much room the automaton of a pattern needs: no states where it would be too large. Found only for patterns that
/// something is matched with, since it costs as much as the rest of them.
struct automaton_room {
    std::size_t states = 0;
    std::size_t classes = 1;
};
constexpr automaton_room find_room(std::string_view pattern) {
    syntax_tree const tree{pattern};
    nfa const states{tree};
    byte_classes const classes{tree};
    if (states.overflow() || classes.overflow) return {};
    return {2u * states.count + 16, classes.count};
}

template <pattern_text Text>
inline constexpr automaton_room room_of = find_room(Text.view());

/// Makes an automaton of exactly the size of a pattern that is no set.
template <pattern_text Text>
consteval auto make_automaton() {
    constexpr auto wide = [] {
        if constexpr (constexpr auto& room = room_of<Text>; room.states != 0)
            return determinize<room.states, room.classes>(Text.view());
        else
            return automaton<2, 1>{};
    }();
    constexpr bool fits = wide.state_count != 0;
    constexpr auto error = fits ? pattern_error::none : pattern_error::too_many_states;
    static_assert(sizeof(pattern_cannot_be_compiled_at<error, 0>) != 0);
    constexpr std::size_t states = fits ? wide.state_count : 2;
    return trim<states>(wide);
}

template <pattern_text Text>
inline constexpr auto automaton_of = make_automaton<Text>();

} // namespace lakeproof::detail
