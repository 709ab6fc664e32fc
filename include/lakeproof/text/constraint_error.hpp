// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/raise.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Thrown where a run-time value breaks a rule of its type.
class constraint_error : public std::invalid_argument {
public:
    constraint_error(lakeproof::rule broken, std::size_t bound, std::size_t length)
        : std::invalid_argument{message(broken, bound, length)}, rule_{broken}, bound_{bound},
          length_{length} {}

    /// The rule that is broken.
    [[nodiscard]] lakeproof::rule rule() const noexcept { return rule_; }
    /// The bound that is broken, or 0 where the rule is none of length.
    [[nodiscard]] std::size_t bound() const noexcept { return bound_; }
    /// The length of the text, in Unicode scalar values.
    [[nodiscard]] std::size_t length() const noexcept { return length_; }

private:
    static std::string message(lakeproof::rule broken, std::size_t bound, std::size_t length) {
        std::string text{info(broken).title};
        text += " [";
        text += to_string(broken);
        text += "]; the length is ";
        text += std::to_string(length);
        if (bound != 0) text += length < bound ? ", the least is " : ", the most is ";
        if (bound != 0) text += std::to_string(bound);
        return text;
    }

    lakeproof::rule rule_;
    std::size_t bound_;
    std::size_t length_;
};

namespace detail {

/// Reached when a value breaks the rule in its name. Not constexpr, so that a compiler prints the
/// name where a constant expression breaks the rule; at run time it throws.
template <rule Rule>
[[noreturn]] inline void violates(std::size_t bound, std::size_t length) {
    raise<constraint_error>(Rule, bound, length);
}

/// Not constexpr, so that an array without a terminator, which is no literal, does not compile.
void literal_without_terminator(); // never defined

template <std::size_t N>
consteval std::string_view literal_text(char const (&literal)[N]) {
    if (literal[N - 1] != '\0') literal_without_terminator();
    return {literal, N - 1};
}

/// `text`, if it keeps the constraint.
///
/// A function of its own, called in a member initialiser: in the body of a templated consteval
/// constructor g++ 12 would say "confused by earlier errors" instead of the rule.
template <string_constraint Constraint>
constexpr std::string_view checked(std::string_view text) {
    auto const status = check_text<Constraint>(text);
    if (!status.length_ok) violates<length_rule<Constraint>>(status.bound, status.length);
    if (!status.pattern_ok) violates<pattern_rule<Constraint>>(0, status.length);
    return text;
}

} // namespace detail
} // namespace lakeproof
