// SPDX-License-Identifier: BSL-1.0
// What Lakeproof knows: Regions, rules, event classes, schemas, and the role of a name.
#include "check_options.hpp"
#include "commands/derived_role.hpp"
#include "commands/schema_of.hpp"
#include "commands/suggest_name.hpp"
#include "exchange.hpp"
#include "output/boosted.hpp"

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <optional>
#include <vector>

namespace {

namespace lp = lakeproof;
namespace json = boost::json;

/// The Regions of the options, else all known ones.
std::optional<std::vector<lp::region>> chosen_regions() {
    auto const o = read_options(argument(1));
    if (!o) return std::nullopt;
    std::vector<lp::region> regions;
    for (auto const code : o->regions) regions.push_back(*lp::region::from(code));
    if (regions.empty())
        for (auto const& known : lp::known_regions()) regions.push_back(*lp::region::from(known.code));
    return regions;
}

} // namespace

/// (name, options)
LAKEPROOF_EXPORT(roles) {
    auto const regions = chosen_regions();
    if (!regions) return;
    auto const name = lp::source_name::from(argument(0));
    give(name ? as_json(derive(*name, *regions)) : json::array{});
}

/// (name, options)
LAKEPROOF_EXPORT(suggest_name) {
    if (auto const regions = chosen_regions())
        give(string_or_null(::suggest_name(argument(0), *regions)));
}

LAKEPROOF_EXPORT(regions) {
    json::array all;
    for (auto const& r : lp::known_regions())
        all.push_back(json::object{{"code", boosted(r.code)},
                                   {"description", boosted(r.description)},
                                   {"securityLake", r.security_lake}});
    give(std::move(all));
}

LAKEPROOF_EXPORT(rules) {
    json::array all;
    for (auto const& r : lp::rules())
        all.push_back(json::object{{"id", boosted(r.id)},
                                   {"severity", boosted(to_string(r.default_severity))},
                                   {"fixed", r.fixed},
                                   {"title", boosted(r.title)},
                                   {"why", boosted(r.why)}});
    give(std::move(all));
}

LAKEPROOF_EXPORT(event_classes) {
    json::array all;
    for (auto const c : lp::ocsf::event_classes())
        all.push_back(json::object{{"name", boosted(to_string(c))},
                                   {"caption", boosted(caption(c))},
                                   {"category", boosted(category(c))},
                                   {"apiReference", is_listed(c, lp::ocsf::class_list::api_reference)},
                                   {"userGuide", is_listed(c, lp::ocsf::class_list::user_guide)},
                                   {"retired", retired(c)}});
    give(std::move(all));
}

/// (what)
LAKEPROOF_EXPORT(schema) {
    auto const of = argument(0);
    if (of == "request") return give(schema_of_request());
    if (of == "response") return give(schema_of_response());
    refuse("a schema is that of a request or of a response");
}

LAKEPROOF_EXPORT(about) {
#ifdef LAKEPROOF_WEB_HOUSE_RULES
    constexpr bool has_house_rules = true;
#else
    constexpr bool has_house_rules = false;
#endif
    give(json::object{{"version", LAKEPROOF_VERSION_STRING}, {"hasHouseRules", has_house_rules}});
}
