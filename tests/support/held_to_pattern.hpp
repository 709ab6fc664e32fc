// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/string_rules.hpp>

#include <string_view>

namespace lakeproof::test {

/// Whether a reader takes a whole string at first sight. It may miss a valid one.
template <class String>
constexpr bool accepted_at_sight(std::string_view text) {
    auto const start = detail::find_string<typename String::constraint>(text);
    return start.valid() && start.length == text.size();
}

/// Whether the accelerators of a string type find nothing at the start of a text that its length and pattern refuse, and
/// all of it where they accept it.
template <class String>
constexpr bool held_to_pattern(std::string_view text) {
    using constraint = typename String::constraint;
    // A string that is found has as many characters as bytes.
    auto const is_valid = [](std::string_view string) {
        auto const s = String::check(string);
        return s.ok() && s.length == string.size();
    };
    if constexpr (requires { constraint::match(text); }) {
        auto const size = constraint::match(text);
        if (size != 0 && !constraint::pattern::matches(text.substr(0, size))) return false;
        if (constraint::pattern::matches(text) != (size != 0 && size == text.size())) return false;
    }
    if constexpr (requires { constraint::find(text); })
        if (constraint::find(text) != std::string_view::npos && !is_valid(text)) return false;
    auto const start = detail::find_string<constraint>(text);
    return !start.valid() || is_valid(text.substr(0, start.length));
}

} // namespace lakeproof::test
