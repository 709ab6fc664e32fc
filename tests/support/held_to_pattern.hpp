// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/string_rules.hpp>

#include <string_view>

namespace lakeproof::test {

/// Whether a reader takes a string at first sight. It may miss a valid one.
template <class String>
constexpr bool accepted_at_sight(std::string_view text) {
    return detail::accept<typename String::constraint>(text) != 0;
}

/// Whether the accelerators of a string type accept nothing of a string that its length and pattern refuse.
template <class String>
constexpr bool held_to_pattern(std::string_view text) {
    using constraint = typename String::constraint;
    auto const s = String::check(text);
    if constexpr (requires { constraint::usual(text); })
        if (constraint::usual(text) && !s.ok()) return false;
    if constexpr (requires { constraint::find(text); })
        if (constraint::find(text) != std::string_view::npos && !s.ok()) return false;
    // What is accepted at sight has as many characters as bytes.
    return !accepted_at_sight<String>(text) || (s.ok() && s.length == text.size());
}

} // namespace lakeproof::test
