// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/policy.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI {

class runtime_rules;

/// Bounds on a document that is read from text.
struct limits {
    std::size_t bytes = 1024 * 1024; ///< of the whole text
    std::size_t depth = 32;          ///< of nested objects and arrays; `most_depth` if larger

    /// No text is read any deeper: Boost.JSON's parser recurs, with some 100 bytes of stack a level
    /// where it is optimized, 500 where it is not.
    static constexpr std::size_t most_depth = 1000;

    /// How deep a text may nest.
    [[nodiscard]] constexpr std::size_t levels() const noexcept {
        return depth < most_depth ? depth : most_depth;
    }

    friend constexpr bool operator==(limits const&, limits const&) noexcept = default;
};

/// The context of a check; `{}` is the default everywhere.
///
/// No check changes anything behind it, so one may serve several threads at once.
/// \code
/// auto const report = lakeproof::check(request, {.regions = {lakeproof::regions::us_east_1}});
/// \endcode
struct options {
    region_list regions{};    ///< where the request is meant to be sent
    lakeproof::policy policy{};
    lakeproof::limits limits{};
    /// A team's own patterns (`house_rules`), or null. Must outlive the check.
    runtime_rules const* house_rules = nullptr;
};

/// What `{}` gives, made once: one for each call would cost 30 instructions of 3,900.
inline constexpr options default_options{};

} // namespace lakeproof
