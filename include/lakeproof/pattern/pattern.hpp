// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/compiled_pattern.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/pattern/pattern_error.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A pattern of a service model, compiled at compile time.
///
/// Matches a **whole** string, byte by byte: `\w`, `\d` and `\s` are ASCII, `.` is any byte but
/// `\n` and `\r`. The pattern may hold sets, escapes, groups, alternation, `* + ? {m} {m,n} {m,}`,
/// `.` and outer anchors; anything else does not compile, and the diagnostic shows the
/// `pattern_error` and its offset.
///
/// Complexity: linear in the string, without recursion or allocation. Never throws.
/// \code
/// static_assert(lakeproof::pattern<"^[a-z]{2,4}$">::matches("abc"));
/// \endcode
template <pattern_text Text>
class pattern {
    static constexpr auto const& facts_ = detail::facts_of<Text>;
    static_assert(sizeof(detail::pattern_cannot_be_compiled_at<facts_.error, facts_.offset>) != 0);

public:
    /// The pattern as the service writes it.
    [[nodiscard]] static constexpr std::string_view text() noexcept { return Text.view(); }

    /// Whether only ASCII strings can match, whose bytes are their characters.
    static constexpr bool ascii = facts_.bytes.ascii();

    /// Whether the whole string matches.
    [[nodiscard]] static constexpr bool matches(std::string_view string) noexcept {
        if constexpr (facts_.is_set)
            return detail::all_in_set<facts_.bytes>(string);
        else
            return detail::automaton_of<Text>.matches(string);
    }
};

} // namespace lakeproof
