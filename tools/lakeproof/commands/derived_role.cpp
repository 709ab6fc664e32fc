// SPDX-License-Identifier: BSL-1.0
#include "commands/derived_role.hpp"

#include <lakeproof/aws/provider_role_name.hpp>

std::vector<derived_role> derive(lakeproof::source_name const& name, std::vector<lakeproof::region> const& regions) {
    std::vector<derived_role> roles;
    for (auto const& region : regions) {
        auto const role = lakeproof::provider_role_name_constraint::compose(name, region);
        auto const left = static_cast<std::int64_t>(lakeproof::provider_role_name::capacity) -
                          static_cast<std::int64_t>(role.size);
        roles.push_back({region, std::string{role.view()}, left});
    }
    return roles;
}
