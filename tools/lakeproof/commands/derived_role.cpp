// SPDX-License-Identifier: BSL-1.0
#include "commands/derived_role.hpp"

#include <lakeproof/aws/provider_role_name.hpp>

#include <boost/json/object.hpp>

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

boost::json::array as_json(std::vector<derived_role> const& roles) {
    boost::json::array all;
    for (auto const& r : roles)
        all.push_back(boost::json::object{
            {"region", r.region.c_str()},
            {"role", r.name},
            {"length", r.name.size()},
            {"left", r.left},
            {"fits", r.fits()},
        });
    return all;
}
