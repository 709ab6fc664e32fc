// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/automaton.hpp>
#include <lakeproof/pattern/detail/byte_classes.hpp>
#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/nfa.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/pattern/pattern_error.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Names the error and its offset in the diagnostic.
template <pattern_error Error, std::size_t Offset>
struct pattern_cannot_be_compiled_at {
    static_assert(Error == pattern_error::none,
                  "this pattern cannot be compiled: the arguments are the error and its offset");
};

/// What one pass over a pattern finds out.
struct pattern_facts {
    pattern_error error = pattern_error::none;
    std::size_t offset = 0;
    byte_set bytes{};        ///< all that a matching string can hold
    bool is_set = false;     ///< whether the pattern is `^[…]*$`: `bytes` decide, without an automaton
    std::size_t states = 0;  ///< the room to make the automaton in
    std::size_t classes = 0;
};

constexpr pattern_facts find_facts(std::string_view pattern) {
    syntax_tree const tree{pattern};
    pattern_facts facts{.error = tree.error, .offset = tree.offset, .is_set = tree.is_set()};
    for (std::uint16_t i = 0; i < tree.set_count; ++i) facts.bytes.add(tree.sets.at[i]);
    if (facts.error == pattern_error::none && !facts.is_set) {
        nfa const states{tree};
        byte_classes const classes{tree};
        if (states.overflow() || classes.overflow) facts.error = pattern_error::too_many_states;
        facts.states = 2u * states.count + 16;
        facts.classes = classes.count;
    }
    if (facts.error != pattern_error::none) facts.is_set = true; // no further diagnostics
    return facts;
}

/// The automaton of a pattern, with room to spare; without states if there is too little.
template <std::size_t States, std::size_t Classes>
constexpr automaton<States, Classes> determinize(std::string_view pattern) {
    syntax_tree const tree{pattern};
    nfa const states{tree};
    byte_classes const classes{tree};
    automaton<States, Classes> result;
    determinizer const made{states, classes, States, result.next};
    if (made.overflow) return result;
    for (std::size_t byte = 0; byte < 256; ++byte) result.class_of[byte] = classes.of[byte];
    for (std::size_t s = 0; s < made.count; ++s) result.accepts[s] = made.accepts(s);
    result.state_count = made.count;
    return result;
}

/// The first `Exact` states of an automaton.
template <std::size_t Exact, std::size_t States, std::size_t Classes>
constexpr automaton<Exact, Classes> trim(automaton<States, Classes> const& wide) {
    automaton<Exact, Classes> result;
    for (std::size_t byte = 0; byte < 256; ++byte) result.class_of[byte] = wide.class_of[byte];
    for (std::size_t s = 0; s < Exact; ++s) {
        result.accepts[s] = wide.accepts[s];
        for (std::size_t c = 0; c < Classes; ++c)
            result.next[c * Exact + s] = wide.next[c * States + s];
    }
    result.state_count = Exact;
    return result;
}

template <pattern_text Text>
inline constexpr pattern_facts facts_of = find_facts(Text.view());

template <pattern_text Text>
constexpr auto make_automaton() {
    constexpr auto wide = determinize<facts_of<Text>.states, facts_of<Text>.classes>(Text.view());
    constexpr bool fits = wide.state_count != 0;
    constexpr auto error = fits ? pattern_error::none : pattern_error::too_many_states;
    static_assert(sizeof(pattern_cannot_be_compiled_at<error, 0>) != 0);
    return trim<fits ? wide.state_count : 2>(wide);
}

template <pattern_text Text>
inline constexpr auto automaton_of = make_automaton<Text>();

/// What is made of a pattern at compile time: a set of bytes or an automaton.
template <pattern_text Text>
struct compiled_pattern {
    static constexpr auto const& facts = facts_of<Text>;
    static_assert(sizeof(pattern_cannot_be_compiled_at<facts.error, facts.offset>) != 0);

    static constexpr bool is_set = facts.is_set;
    static constexpr byte_set const& bytes = facts.bytes;

    [[nodiscard]] static constexpr bool matches(std::string_view string) noexcept {
        if constexpr (is_set)
            return all_in_set<facts.bytes>(string);
        else
            return automaton_of<Text>.matches(string);
    }
};

} // namespace lakeproof::detail
