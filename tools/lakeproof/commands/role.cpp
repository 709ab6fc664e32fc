// SPDX-License-Identifier: BSL-1.0
#include "command_line/regions.hpp"
#include "commands/commands.hpp"
#include "commands/derived_role.hpp"
#include "commands/suggest_name.hpp"
#include "output/output.hpp"

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/create_custom_log_source_rules.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace lp = lakeproof;

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
        out += std::to_string(r.name.size()) + " of " +
               std::to_string(lp::provider_role_name::capacity);
        if (r.left >= 0)
            out += ", " + std::to_string(r.left) + " left";
        else
            out += ", " + std::to_string(-r.left) + " too many: at most " +
                   std::to_string(lp::max_source_name_length(r.region)) + " characters fit";
        out += '\n';
    }
    return out;
}

/// The Regions of the command line, else all known ones.
std::vector<lp::region> chosen_regions(std::vector<std::string> const& codes) {
    std::vector<lp::region> regions;
    for (auto const code : parse_regions(codes)) regions.push_back(*lp::region::from(code));
    if (regions.empty())
        for (auto const& known : lp::known_regions())
            regions.push_back(*lp::region::from(known.code));
    return regions;
}

std::string as_json(std::string const& name, std::string const& suggested) {
    boost::json::value suggestion = nullptr;
    if (!suggested.empty()) suggestion = suggested;
    return boost::json::serialize(
               boost::json::object{{"name", shown_name(name)}, {"suggestion", suggestion}}) +
           '\n';
}

/// The first character that a pattern does not allow anywhere, and which it is, from 1: `' ' (character 2)`.
template <class Pattern>
std::string first_refused(std::string_view name) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < name.size();) {
        auto const from = at;
        lp::detail::next_scalar_value(name, at);
        ++n;
        auto const character = name.substr(from, at - from);
        if (Pattern::matches(character)) continue;
        return in_quotes(character) + " (character " + std::to_string(n) + ')';
    }
    return {};
}

/// What is wrong with a string that is no source name, and what to do about it.
std::string what_is_wrong(std::string_view name) {
    using constraint = lp::source_name_constraint;
    auto const status = lp::source_name::check(name);
    auto out = in_quotes(name) + " is no source name: ";
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
    auto const regions = chosen_regions(arguments.regions);
    auto const suggested = suggest_name(arguments.name, regions);
    bool const json = arguments.format == "json";
    if (arguments.suggest) {
        if (json || !suggested.empty())
            print(json ? as_json(arguments.name, suggested) : suggested + '\n');
        if (!suggested.empty()) return exit_ok;
        complain("nothing can be made of " + in_quotes(arguments.name) +
                 ": give a name with a letter or a digit");
        return exit_errors;
    }
    auto const hint =
        suggested.empty() || suggested == arguments.name ? "" : "; " + suggested + " would do";
    auto const name = lp::source_name::from(arguments.name);
    if (!name) {
        complain(what_is_wrong(arguments.name) + hint);
        if (json) print("[]\n");
        return exit_errors;
    }
    auto const roles = derive(*name, regions);
    print(json ? as_json(roles) : as_text(roles));
    using role_pattern = lp::provider_role_name_constraint::pattern;
    bool const refused = !role_pattern::matches(name->view());
    bool const all_fit =
        std::all_of(roles.begin(), roles.end(), [](auto const& r) { return r.fits(); });
    if (refused)
        complain(
            "IAM refuses " + first_refused<role_pattern>(name->view()) +
            " in a role name: use letters, digits, '.', '_' and '-' [provider-role-characters]" +
            hint);
    else if (!all_fit)
        complain("the derived role is too long [provider-role-length]" + hint);
    return all_fit && !refused ? exit_ok : exit_errors;
}
