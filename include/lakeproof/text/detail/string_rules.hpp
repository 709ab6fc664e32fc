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

/// What stands between the quotes of a JSON string that is ASCII and has no escape.
inline constexpr auto plain_ascii_bytes = byte_set{}.add(0x20, 127).remove('"').remove('\\');

/// A valid string at the start of a text.
struct valid_start {
    std::size_t length;  ///< 0 if there is none, or this look was not enough
    std::uint16_t index; ///< in the vocabulary, or `no_index`
};

/// Finds a string of a type at the start of a text: in one pass as far as bytes go that it can have and a JSON string
/// without escapes too, and not a byte further. So it is all of a string if that ends there.
template <string_constraint Constraint>
constexpr valid_start find_valid_start(std::string_view text) noexcept {
    using pattern = typename Constraint::pattern;
    if constexpr (requires { Constraint::usual(text); }) {
        return {Constraint::usual(text), no_index};
    } else if constexpr (!pattern::ascii) {
        return {0, no_index}; // bytes are not characters
    } else {
        // A vocabulary compares all bytes, and so needs just the end.
        constexpr bool has_names = requires { Constraint::find(text); };
        constexpr auto bytes = has_names ? byte_set{}.add('"').invert()
                                         : byte_set{pattern_access<pattern>::bytes}.keep(plain_ascii_bytes);
        std::string_view const string{text.data(), length_in_set<bytes>(text)};
        if constexpr (has_names) {
            auto const i = Constraint::find(string);
            return {i < no_index ? string.size() : 0, static_cast<std::uint16_t>(i)};
        } else {
            bool const length_ok = string.size() - Constraint::min_length <=
                                   std::size_t{Constraint::max_length - Constraint::min_length};
            if constexpr (pattern_access<pattern>::is_set)
                return {length_ok ? string.size() : 0, no_index};
            else
                return {length_ok && pattern::matches(string) ? string.size() : 0, no_index};
        }
    }
}

/// Where no string type is expected.
constexpr valid_start find_no_start(std::string_view) noexcept { return {0, no_index}; }

} // namespace lakeproof::detail
