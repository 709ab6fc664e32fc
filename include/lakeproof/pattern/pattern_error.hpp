// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Why a pattern does not compile; the diagnostic shows it together with the offset in the pattern.
enum class pattern_error : std::uint8_t {
    none,
    unterminated_set,
    empty_set,
    reversed_range,
    unterminated_group,
    unmatched_parenthesis,
    unsupported_group,
    unsupported_escape,
    nothing_to_repeat,
    unsupported_repeat,
    malformed_count,
    reversed_count,
    anchor_inside,
    too_many_states, ///< or more than 64 different sets of bytes; at offset 0
};

} // namespace lakeproof
