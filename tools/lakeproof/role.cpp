// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "output.hpp"
#include "regions.hpp"

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/printable.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>

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
        out += std::to_string(r.name.size()) + " of " + std::to_string(lp::provider_role_name::capacity);
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

namespace {

/// The first character that a pattern does not allow anywhere, and which it is, from 1: `' ' (character 2)`.
template <class Pattern>
std::string first_refused(std::string_view name) {
    std::string out;
    std::size_t n = 0;
    for (std::size_t at = 0; at < name.size();) {
        auto const from = at;
        lp::detail::next_scalar_value(name, at);
        ++n;
        auto const character = name.substr(from, at - from);
        if (Pattern::matches(character)) continue;
        lp::append_quoted(out, character);
        return out + " (character " + std::to_string(n) + ')';
    }
    return out;
}

/// What is wrong with a string that is no source name, and what to do about it.
std::string what_is_wrong(std::string_view name) {
    using constraint = lp::source_name_constraint;
    auto const status = lp::source_name::check(name);
    std::string out;
    lp::append_quoted(out, name);
    out += " is no source name: ";
    if (name.empty())
        out += "it is empty";
    else if (!status.length_ok)
        out += "it has " + std::to_string(status.length) + " characters, and at most " +
               std::to_string(constraint::max_length) + " are allowed";
    if (!status.length_ok) out += " [" + std::string{to_string(constraint::length_rule)} + ']';
    if (!status.length_ok && !status.pattern_ok) out += "; ";
    if (!status.pattern_ok)
        out += first_refused<constraint::pattern>(name) +
               " is not allowed: use letters, digits, '.', '_' and '-' of ASCII [" +
               std::string{to_string(constraint::pattern_rule)} + ']';
    return out;
}

} // namespace

int run_role(role_arguments const& arguments) {
    auto const regions = parse_regions(arguments.regions);
    auto const name = lp::source_name::from(arguments.name);
    bool const json = arguments.format == "json";
    if (!name) {
        complain(what_is_wrong(arguments.name));
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
    using role_pattern = lp::provider_role_name_constraint::pattern;
    bool const refused = !role_pattern::matches(name->view());
    if (refused)
        complain("IAM refuses " + first_refused<role_pattern>(name->view()) +
                 " in a role name: use letters, digits, '.', '_' and '-' [provider-role-characters]");
    bool const all_fit = std::all_of(roles.begin(), roles.end(), [](auto const& r) { return r.fits(); });
    return all_fit && !refused ? exit_ok : exit_errors;
}
