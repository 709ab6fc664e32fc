// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/pattern_access.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
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
    string_status (*check)(std::string_view, bool ascii) noexcept;
    std::uint16_t (*index)(std::string_view) noexcept; ///< of a valid string in its vocabulary, or `no_index`
    std::string_view (*nearest)(std::string_view) noexcept; ///< of a closed set, or empty
};

/// The value of a closed set that a string is closest to, within distance 2 and half its length; or empty.
template <string_constraint Constraint>
constexpr std::string_view nearest_value([[maybe_unused]] std::string_view string) noexcept {
    std::string_view best;
    if constexpr (is_closed_set<Constraint>) {
        std::size_t nearest = 3;
        for (auto const value : Constraint::values) {
            auto const distance = edit_distance(value, string);
            if (distance >= nearest || 2 * distance > value.size()) continue;
            nearest = distance;
            best = value;
        }
    }
    return best;
}

/// The index of a valid string in the vocabulary of its type, or `no_index`.
template <string_constraint Constraint>
constexpr std::uint16_t index_of([[maybe_unused]] std::string_view string) noexcept {
    if constexpr (requires { Constraint::find(string); })
        return static_cast<std::uint16_t>(Constraint::find(string)); // npos is no_index
    else
        return no_index;
}

template <string_constraint Constraint>
inline constexpr string_rules string_rules_of{
    .least = Constraint::min_length,
    .most = Constraint::max_length,
    .capacity = capacity_of<Constraint>,
    .length = length_rule<Constraint>,
    .pattern = pattern_rule<Constraint>,
    .closed_set = is_closed_set<Constraint>,
    .pattern_text = Constraint::pattern::text(),
    .check = check_string<Constraint>,
    .index = index_of<Constraint>,
    .nearest = nearest_value<Constraint>,
};

/// What stands between the quotes of a JSON string that is ASCII and has no escape.
inline constexpr auto plain_ascii_bytes = byte_set{}.add(0x20, 127).remove('"').remove('\\');

/// A string at the start of a text, whose end is not known.
struct string_start {
    static constexpr std::uint32_t not_valid = 0x10000;

    std::size_t length; ///< of what may be the string, up to a byte that ends it or cannot be in it
    std::uint32_t index; ///< in the vocabulary, or `no_index`, or `not_valid`, which may also mean that this look was
                         ///< not enough

    [[nodiscard]] constexpr bool valid() const noexcept { return index < not_valid; }
};

/// Finds a string of a type at the start of a text: as far as bytes go that it can have and a JSON string without
/// escapes too, and not a byte further. So it is all of a string if that ends there.
template <string_constraint Constraint>
constexpr string_start find_string(std::string_view text) noexcept {
    using pattern = typename Constraint::pattern;
    // Whether a string of the type stands in JSON as it is: then what accelerates its check may look at the text.
    constexpr bool plain = pattern_access<pattern>::bytes.within(plain_ascii_bytes);
    if constexpr (!pattern::ascii) {
        return {0, string_start::not_valid}; // bytes are not characters
    } else {
        if constexpr (plain && requires { Constraint::find(text); }) {
            std::string_view const name{text.data(), length_in_set<byte_set{}.add('"').invert()>(text)};
            if (auto const i = Constraint::find(name); i < no_index)
                return {name.size(), static_cast<std::uint32_t>(i)};
        }
        constexpr bool has_match = plain && requires { Constraint::match(text); };
        std::string_view const string{text.data(), [text] {
            if constexpr (has_match)
                return std::size_t{Constraint::match(text)};
            else
                return length_in_set<byte_set{pattern_access<pattern>::bytes}.keep(plain_ascii_bytes)>(text);
        }()};
        bool valid = string.size() - Constraint::min_length <=
                     std::size_t{Constraint::max_length - Constraint::min_length};
        if constexpr (has_match)
            valid = valid && !string.empty();
        else if constexpr (!pattern_access<pattern>::is_set)
            valid = valid && satisfies_pattern<Constraint>(string);
        if (!valid) return {string.size(), string_start::not_valid};
        return {string.size(), plain ? no_index : index_of<Constraint>(string)};
    }
}

/// Where no string type is expected.
constexpr string_start find_no_string(std::string_view) noexcept { return {0, string_start::not_valid}; }

} // namespace lakeproof::detail
