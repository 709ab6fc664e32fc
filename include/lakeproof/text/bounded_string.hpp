// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The constraint of a `bounded_string`; what breaks it breaks `string-length` or `string-pattern`.
template <pattern_text Pattern, std::size_t Least, std::size_t Most>
struct bounded_string_constraint {
    static_assert(Least <= Most, "the least length is more than the greatest");
    using pattern = lakeproof::pattern<Pattern>;
    static constexpr std::size_t min_length = Least;
    static constexpr std::size_t max_length = Most;
};

/// A string type in one line: the service's pattern, its least and its greatest length.
/// \code
/// using account_id = lakeproof::bounded_string<"^[0-9]{12}$", 12, 12>;
/// constexpr account_id id = "123456789012";
/// \endcode
template <pattern_text Pattern, std::size_t Least, std::size_t Most>
using bounded_string = constrained_string<bounded_string_constraint<Pattern, Least, Most>>;

} // namespace lakeproof
