// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "output.hpp"
#include "regions.hpp"

#include <lakeproof/aws/provider_role_name.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace {

namespace lp = lakeproof;

/// The derived role of a name in one Region.
struct derived_role {
    lp::region region;
    std::string name;
    std::int64_t left; ///< characters up to IAM's 64; negative if it is too long

    [[nodiscard]] bool fits() const noexcept { return left >= 0; }
};

derived_role derive(lp::source_name const& name, lp::region const& region) {
    auto const role = lp::provider_role_name_constraint::compose(name, region);
    auto const left = static_cast<std::int64_t>(lp::provider_role_name::capacity) -
                      static_cast<std::int64_t>(role.size);
    return {region, std::string{role.view()}, left};
}

std::string as_json(std::vector<derived_role> const& roles) {
    boost::json::array all;
    for (auto const& r : roles)
        all.push_back(boost::json::object{
            {"region", r.region.c_str()},
            {"role", r.name},
            {"length", r.name.size()},
            {"left", r.left},
            {"fits", r.fits()},
        });
    return boost::json::serialize(all) + '\n';
}

std::string as_text(std::vector<derived_role> const& roles) {
    std::size_t region_width = 0;
    std::size_t role_width = 0;
    for (auto const& r : roles) {
        region_width = std::max(region_width, r.region.size());
        role_width = std::max(role_width, r.name.size());
    }
    std::string out;
    for (auto const& r : roles) {
        out += r.region.view();
        out.append(region_width - r.region.size() + 2, ' ');
        out += r.name;
        out.append(role_width - r.name.size() + 2, ' ');
        out += std::to_string(r.name.size()) + " of 64";
        if (r.left >= 0)
            out += ", " + std::to_string(r.left) + " left";
        else
            out += ", " + std::to_string(-r.left) + " too many: at most " +
                   std::to_string(lp::max_source_name_length(r.region)) + " characters fit";
        out += '\n';
    }
    return out;
}

} // namespace

int run_role(role_arguments const& arguments) {
    auto const regions = parse_regions(arguments.regions);
    auto const name = lp::source_name::from(arguments.name);
    bool const json = arguments.format == "json";
    if (!name) {
        auto const status = lp::source_name::check(arguments.name);
        std::string message;
        lp::append_quoted(message, arguments.name);
        message += " is no source name: ";
        message += lp::info(status.broken).title;
        complain(message + " [" + std::string{to_string(status.broken)} + ']');
        if (json) print("[]\n");
        return exit_errors;
    }
    std::vector<derived_role> roles;
    if (regions.empty()) {
        for (auto const& known : lp::known_regions())
            roles.push_back(derive(*name, *lp::region::from(known.code)));
    } else {
        for (std::size_t i = 0; i < regions.size(); ++i)
            roles.push_back(derive(*name, *lp::region::from(regions[i])));
    }
    print(json ? as_json(roles) : as_text(roles));
    bool const refused =
        name->view().find_first_of(lp::source_name_constraint::refused) != std::string_view::npos;
    if (refused)
        complain("IAM refuses \\, : and / in a role name [provider-role-characters]");
    bool const all_fit = std::all_of(roles.begin(), roles.end(), [](auto const& r) { return r.fits(); });
    return all_fit && !refused ? exit_ok : exit_errors;
}
