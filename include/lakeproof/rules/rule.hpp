// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/detail/catalogue.hpp>
#include <lakeproof/rules/rule_info.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// How many rules there are in the catalogue.
inline constexpr std::size_t rule_count = std::size(detail::rule_catalogue);

/// All rules with what the catalogue says of them, in catalogue order.
[[nodiscard]] constexpr rule_info const (&rules() noexcept)[rule_count] {
    return detail::rule_catalogue;
}

/// What the catalogue says of `r`; for `rule::custom`, which has no row, only that.
[[nodiscard]] constexpr rule_info const& info(rule r) noexcept {
    return r == rule::custom ? detail::custom_rule
                             : detail::rule_catalogue[static_cast<std::size_t>(r)];
}

/// The stable id of `r`: `source-name-length`.
[[nodiscard]] constexpr std::string_view to_string(rule r) noexcept { return info(r).id; }

/// The rule of the catalogue that an id names, or nothing.
[[nodiscard]] constexpr std::optional<rule> rule_from(std::string_view id) noexcept {
    for (auto const& r : detail::rule_catalogue)
        if (r.id == id) return r.value;
    return std::nullopt;
}

} // namespace lakeproof
