// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/pattern_access.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What stands between the quotes of a JSON string without escapes that is ASCII.
inline constexpr auto plain_ascii_bytes = byte_set{}.add(0x20, 127).remove('"').remove('\\');

/// A string that was looked for in a text, from its first byte to its quote.
struct found_string {
    char const* end;        ///< its quote, if it is accepted
    std::uint32_t accepted; ///< see `accept`; 0 if its end is not known either
};

/// Finds the end of a string of a type, and whether it is valid, in one pass: the bytes that the pattern can have
/// end at a quote. 16 bytes stand before `end`.
template <string_constraint Constraint>
found_string find_end(char const* p, char const* end) noexcept {
    constexpr auto bytes = byte_set{pattern_access<typename Constraint::pattern>::bytes}.keep(plain_ascii_bytes);
    auto const* const close = find_other<bytes>(p, end);
    if (close == end || *close != '"') return {close, 0};
    return {close, accept_of_pattern_bytes<Constraint>({p, static_cast<std::size_t>(close - p)})};
}

/// Where no string type is expected, none is accepted.
inline found_string find_no_end(char const* p, char const*) noexcept { return {p, 0}; }

} // namespace lakeproof::detail
