// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/pattern_access.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// No index in a vocabulary.
inline constexpr std::uint16_t no_index = 0xffff;

/// A constraint without its type: what the one reader of all shapes works with.
struct string_rules {
    std::size_t least;
    std::size_t most;
    std::size_t capacity; ///< bytes of the longest valid string
    rule length;
    rule pattern;
    bool closed_set;
    std::string_view pattern_text;
    constraint_status (*check)(std::string_view) noexcept;
};

template <string_constraint Constraint>
inline constexpr string_rules string_rules_of{
    .least = Constraint::min_length,
    .most = Constraint::max_length,
    .capacity = capacity_of<Constraint>,
    .length = length_rule<Constraint>,
    .pattern = pattern_rule<Constraint>,
    .closed_set = is_closed_set<Constraint>,
    .pattern_text = Constraint::pattern::text(),
    .check = check_text<Constraint>,
};

/// Not 0 if a string is valid: one more than its index in the vocabulary, or than `no_index`. 0 may also
/// mean that this look was not enough. All bytes of the string are known to be some that the pattern can have.
template <string_constraint Constraint>
constexpr std::uint32_t accept_of_pattern_bytes(std::string_view string) noexcept {
    constexpr std::uint32_t valid = std::uint32_t{no_index} + 1;
    if constexpr (requires { Constraint::find(string); }) {
        auto const i = Constraint::find(string);
        return i < no_index ? static_cast<std::uint32_t>(i + 1) : 0;
    } else if constexpr (requires { Constraint::usual(string); }) {
        return Constraint::usual(string) ? valid : 0;
    } else if constexpr (!Constraint::pattern::ascii) {
        return 0; // bytes are not characters
    } else {
        bool const length_ok = string.size() - Constraint::min_length <=
                               std::size_t{Constraint::max_length - Constraint::min_length};
        if constexpr (pattern_access<typename Constraint::pattern>::is_set)
            return length_ok ? valid : 0;
        else
            return length_ok && Constraint::pattern::matches(string) ? valid : 0;
    }
}

/// The same for any string.
template <string_constraint Constraint>
constexpr std::uint32_t accept(std::string_view string) noexcept {
    using known = pattern_access<typename Constraint::pattern>;
    // A vocabulary compares all bytes, and so does an automaton.
    if constexpr (known::is_set || requires { Constraint::usual(string); })
        if (!all_in_set<known::bytes>(string)) return 0;
    return accept_of_pattern_bytes<Constraint>(string);
}

} // namespace lakeproof::detail
