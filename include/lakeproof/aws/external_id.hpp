// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What `externalId` demands. Source: the service model of 2018-05-10, and STS AssumeRole.
struct external_id_constraint {
    using pattern = lakeproof::pattern<R"(^[\w+=,.@:\/-]*$)">;
    static constexpr std::size_t min_length = 2;
    static constexpr std::size_t max_length = 1224;
    static constexpr rule length_rule = rule::external_id_length;
    static constexpr rule pattern_rule = rule::external_id_pattern;
};

/// The external ID that guards the provider role's trust: 2 to 1,224 ASCII letters, digits,
/// dots and `_+=,@:/-`.
///
/// An invalid literal does not compile; an invalid run-time text throws or gives nothing.
/// \code
/// constexpr lakeproof::external_id id = "acme-2026";
/// \endcode
using external_id = constrained_string<external_id_constraint>;

} // namespace lakeproof
