// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What `sourceVersion` demands. Source: the API reference of CreateCustomLogSource.
struct source_version_constraint {
    using pattern = lakeproof::pattern<R"(^[A-Za-z0-9\-\.\_]*$)">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 32;
    static constexpr rule length_rule = rule::source_version_length;
    static constexpr rule pattern_rule = rule::source_version_pattern;
};

/// The version of a custom source: 1 to 32 characters of `[A-Za-z0-9\-._]`.
///
/// An invalid literal does not compile; an invalid run-time text throws or gives nothing.
/// \code
/// constexpr lakeproof::source_version version = "1.0";
/// \endcode
using source_version = constrained_string<source_version_constraint>;

} // namespace lakeproof
