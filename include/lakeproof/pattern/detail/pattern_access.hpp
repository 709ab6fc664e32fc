// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/compiled_pattern.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/version.hpp>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What other layers of Lakeproof need of a constraint's pattern beside its public members.
///
/// Of a type that is no `pattern` (a closed set, or a user's own) nothing more is known.
template <class Pattern>
struct pattern_access {
    /// Whether the pattern is `^[…]*$`.
    static constexpr bool is_set = false;
    /// All bytes that a matching string can hold: of a plain set, that set.
    static constexpr byte_set bytes = byte_set{}.invert();
};

template <pattern_text Text>
struct pattern_access<pattern<Text>> {
    static constexpr bool is_set = facts_of<Text>.is_set;
    static constexpr byte_set bytes = facts_of<Text>.bytes;
};

} // namespace lakeproof::detail
