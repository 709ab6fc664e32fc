// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What `sourceName` demands. Source: the API reference of CreateCustomLogSource.
struct source_name_constraint {
    using pattern = lakeproof::pattern<R"(^[\\\w\-_:/.]*$)">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 64;
    static constexpr rule length_rule = rule::source_name_length;
    static constexpr rule pattern_rule = rule::source_name_pattern;
};

/// The name of a custom source: 1 to 64 ASCII letters, digits, dots, backslashes and `_-:/`.
///
/// How long a name really may be depends on the Region: see `max_source_name_length`.
/// An invalid literal does not compile; an invalid run-time text throws or gives nothing.
/// \code
/// constexpr lakeproof::source_name name = "acme-edr";
/// \endcode
using source_name = constrained_string<source_name_constraint>;

} // namespace lakeproof
