// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What a string type demands of its text: a length in Unicode scalar values and a pattern.
///
/// A constraint may name the two rules that it breaks (`length_rule`, `pattern_rule`; else the
/// generic `string-length` and `string-pattern`) and may judge texts further (`judge_further`).
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

/// The rule that a text of the wrong length breaks.
template <string_constraint Constraint>
inline constexpr rule length_rule = [] {
    if constexpr (requires { Constraint::length_rule; })
        return Constraint::length_rule;
    else
        return rule::string_length;
}();

/// The rule that a text off the pattern breaks.
template <string_constraint Constraint>
inline constexpr rule pattern_rule = [] {
    if constexpr (requires { Constraint::pattern_rule; })
        return Constraint::pattern_rule;
    else
        return rule::string_pattern;
}();

/// How a text stands to a constraint: which bound it breaks, and its number.
struct constraint_status {
    std::size_t length = 0; ///< of the text, in Unicode scalar values
    std::size_t bound = 0;  ///< the bound of `length` that is broken, if one is
    bool length_ok = true;
    bool pattern_ok = true;
    rule broken{}; ///< the first broken rule, if one is

    [[nodiscard]] constexpr bool ok() const noexcept { return length_ok && pattern_ok; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return ok(); }

    /// Whether the text is shorter than the least length (as opposed to longer than the greatest).
    [[nodiscard]] constexpr bool too_short() const noexcept { return !length_ok && length < bound; }

    friend constexpr bool operator==(constraint_status const&,
                                     constraint_status const&) noexcept = default;
};

namespace detail {

/// The status of a text of `length` scalar values that matches the pattern or doesn't.
template <string_constraint Constraint>
constexpr constraint_status status_of(std::size_t length, bool matches) noexcept {
    constraint_status s{.length = length, .pattern_ok = matches};
    if (length < std::size_t{Constraint::min_length})
        s.bound = Constraint::min_length;
    else if (length > std::size_t{Constraint::max_length})
        s.bound = Constraint::max_length;
    s.length_ok = length >= std::size_t{Constraint::min_length} &&
                  length <= std::size_t{Constraint::max_length};
    s.broken = !s.length_ok ? length_rule<Constraint> : pattern_rule<Constraint>;
    if (s.ok()) s.broken = rule{};
    return s;
}

/// The length of a text in scalar values, given whether it matches the pattern.
template <string_constraint Constraint>
constexpr std::size_t length_of(std::string_view text, bool matches) noexcept {
    // What matches an ASCII pattern has as many characters as bytes.
    return Constraint::pattern::ascii && matches ? text.size() : count_scalar_values(text);
}

/// How many bytes the longest legal text can take.
template <string_constraint Constraint>
inline constexpr std::size_t capacity_of =
    Constraint::max_length * std::size_t{Constraint::pattern::ascii ? 1 : 4};

} // namespace detail

/// How `text` stands to a constraint, judged on the whole of it, however long.
///
/// Complexity: linear. Never throws.
template <string_constraint Constraint>
[[nodiscard]] constexpr constraint_status check_text(std::string_view text) noexcept {
    bool const matches = Constraint::pattern::matches(text);
    return detail::status_of<Constraint>(detail::length_of<Constraint>(text, matches), matches);
}

} // namespace lakeproof
