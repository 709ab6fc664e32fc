// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What a string type demands of its text: a length in Unicode scalar values and a pattern, both of the
/// whole string, and nothing else.
///
/// It may name the two rules that a string breaks (`length_rule`, `pattern_rule`; else the generic
/// `string-length` and `string-pattern`). Two members may accelerate the checks and change no result:
/// `match(text)`, for an ASCII pattern that refuses an empty string: the length (`std::size_t`) of a string at the start
/// of a text, which may go on far behind it, or 0 if there is none. A whole string satisfies the pattern if that is its
/// length, and only then; and
/// `find(string)`, the index of the string in a vocabulary of valid ASCII names (or `std::string_view::npos`), which
/// rules get.
/// \code
/// struct alias_constraint {
///     using pattern = lakeproof::pattern<"^[a-z]*$">;
///     static constexpr std::size_t min_length = 1;
///     static constexpr std::size_t max_length = 32;
/// };
/// using alias = lakeproof::constrained_string<alias_constraint>;
/// \endcode
template <class Constraint>
concept string_constraint = requires {
    { Constraint::min_length } -> std::convertible_to<std::size_t>;
    { Constraint::max_length } -> std::convertible_to<std::size_t>;
    { Constraint::pattern::matches(std::string_view{}) } -> std::same_as<bool>;
};

/// The rule that a string of the wrong length breaks.
template <string_constraint Constraint>
inline constexpr rule length_rule = [] {
    if constexpr (requires { Constraint::length_rule; })
        return Constraint::length_rule;
    else
        return rule::string_length;
}();

/// The rule that a string off the pattern breaks.
template <string_constraint Constraint>
inline constexpr rule pattern_rule = [] {
    if constexpr (requires { Constraint::pattern_rule; })
        return Constraint::pattern_rule;
    else
        return rule::string_pattern;
}();

/// How a string stands to a constraint: which bound it breaks, and its number.
struct constraint_status {
    std::size_t length = 0; ///< of the string, in Unicode scalar values
    std::size_t bound = 0;  ///< the bound of `length` that is broken, if one is
    bool length_ok = true;
    bool pattern_ok = true;
    std::optional<rule> broken{}; ///< the first broken rule, if one is

    [[nodiscard]] constexpr bool ok() const noexcept { return length_ok && pattern_ok; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return ok(); }

    /// Whether the string is shorter than the least length (as opposed to longer than the greatest).
    [[nodiscard]] constexpr bool too_short() const noexcept { return !length_ok && length < bound; }

    friend constexpr bool operator==(constraint_status const&,
                                     constraint_status const&) noexcept = default;
};

namespace detail {

/// A constraint of a closed set of strings (`enum_string`): what is none of it breaks no length too.
template <class Constraint>
inline constexpr bool is_closed_set = requires { Constraint::values; };

/// How many bytes the longest valid string can take.
template <string_constraint Constraint>
inline constexpr std::size_t capacity_of =
    Constraint::max_length * std::size_t{Constraint::pattern::ascii ? 1 : 4};

/// What a reader needs to know of a string, in two registers.
struct string_status {
    std::size_t length; ///< in Unicode scalar values
    bool length_ok;
    bool pattern_ok;

    [[nodiscard]] constexpr bool ok() const noexcept { return length_ok && pattern_ok; }
};

/// Whether the whole string satisfies the pattern of its type.
template <string_constraint Constraint>
constexpr bool satisfies_pattern(std::string_view string) noexcept {
    if constexpr (requires { Constraint::match(string); }) {
        auto const size = Constraint::match(string);
        return size != 0 && size == string.size();
    } else {
        return Constraint::pattern::matches(string);
    }
}

/// `ascii`: the text is known to be so, and its bytes are its characters.
template <string_constraint Constraint>
constexpr string_status check_string(std::string_view text, bool ascii) noexcept {
    bool const pattern_ok = satisfies_pattern<Constraint>(text);
    // What matches an ASCII pattern has as many characters as bytes.
    ascii = ascii || (pattern_ok && Constraint::pattern::ascii);
    auto const length = ascii ? text.size() : count_scalar_values(text);
    constexpr std::size_t least = Constraint::min_length, most = Constraint::max_length;
    return {length, is_closed_set<Constraint> || (length >= least && length <= most), pattern_ok};
}

} // namespace detail

/// How `text` stands to a constraint, looked at as a whole, however long.
///
/// Complexity: linear. Never throws.
template <string_constraint Constraint>
[[nodiscard]] constexpr constraint_status check_text(std::string_view text) noexcept {
    auto const found = detail::check_string<Constraint>(text, false);
    constraint_status s{.length = found.length, .length_ok = found.length_ok, .pattern_ok = found.pattern_ok};
    if (!s.length_ok) {
        s.bound = s.length < std::size_t{Constraint::min_length} ? Constraint::min_length : Constraint::max_length;
        s.broken = length_rule<Constraint>;
    } else if (!s.pattern_ok) {
        s.broken = pattern_rule<Constraint>;
    }
    return s;
}

} // namespace lakeproof
