// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A string that a member may be, for an editor to offer.
struct schema_value {
    std::string_view value;
    std::string description{};
};

/// All strings that a string type may be, where they are known: those of a closed set, and those that no rule has
/// an error against by default.
template <string_constraint Constraint>
std::vector<schema_value> schema_values() {
    std::vector<schema_value> all;
    if constexpr (is_closed_set<Constraint>)
        for (auto const value : Constraint::values) all.push_back({value});
    else if constexpr (std::same_as<Constraint, ocsf::event_class_constraint>)
        for (auto const c : ocsf::event_classes())
            all.push_back(
                {to_string(c), std::string{caption(c)} + " (" + std::string{category(c)} + ')'});
    else if constexpr (std::same_as<Constraint, region_constraint>)
        for (auto const& r : known_regions()) all.push_back({r.code, std::string{r.description}});
    return all;
}

} // namespace lakeproof::inline LAKEPROOF_ABI::detail
