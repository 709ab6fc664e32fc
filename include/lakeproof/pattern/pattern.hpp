// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/compiled_pattern.hpp>
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
    using compiled = detail::compiled_pattern<Text>;
    static_assert(sizeof(compiled) != 0); // that is, it compiles

public:
    /// The pattern as the service writes it.
    [[nodiscard]] static constexpr std::string_view text() noexcept { return Text.view(); }

    /// Whether only ASCII strings can match, whose bytes are their characters.
    static constexpr bool ascii = compiled::bytes.ascii();

    /// Whether the whole string matches.
    [[nodiscard]] static constexpr bool matches(std::string_view string) noexcept {
        return compiled::matches(string);
    }
};

} // namespace lakeproof
