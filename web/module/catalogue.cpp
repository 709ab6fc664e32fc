// SPDX-License-Identifier: BSL-1.0
// What Lakeproof knows: Regions, rules, event classes, schemas, and the role of a name.
#include "check_options.hpp"
#include "commands/derived_role.hpp"
#include "commands/suggest_name.hpp"
#include "exchange.hpp"

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <optional>
#include <vector>

namespace {

namespace lp = lakeproof;

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

/// (name, options): none for what is no source name
LAKEPROOF_EXPORT(roles) {
    auto const regions = chosen_regions();
    if (!regions) return;
    list_of<role_in_region> answer;
    if (auto const name = lp::source_name::from(argument(0)))
        for (auto const& r : derive(*name, *regions))
            answer.all.push_back({std::string{r.region.view()}, r.name, static_cast<std::int64_t>(r.name.size()), r.left, r.fits()});
    give(answer);
}

/// (name, options)
LAKEPROOF_EXPORT(suggest_name) {
    auto const regions = chosen_regions();
    if (!regions) return;
    one_text answer{::suggest_name(argument(0), *regions)};
    if (answer.text->empty()) answer.text.reset();
    give(answer);
}

LAKEPROOF_EXPORT(regions) {
    list_of<known_region> answer;
    for (auto const& r : lp::known_regions())
        answer.all.push_back({std::string{r.code}, std::string{r.description}, r.security_lake});
    give(answer);
}

LAKEPROOF_EXPORT(rules) {
    list_of<catalogued_rule> answer;
    for (auto const& r : lp::rules())
        answer.all.push_back({std::string{r.id}, std::string{to_string(r.default_severity)}, r.fixed,
                              std::string{r.title}, std::string{r.why}});
    give(answer);
}

LAKEPROOF_EXPORT(event_classes) {
    using lp::ocsf::class_list;
    list_of<listed_class> answer;
    for (auto const c : lp::ocsf::event_classes())
        answer.all.push_back({std::string{to_string(c)}, std::string{caption(c)}, std::string{category(c)},
                              is_listed(c, class_list::api_reference), is_listed(c, class_list::user_guide),
                              retired(c)});
    give(answer);
}

/// (what)
LAKEPROOF_EXPORT(schema) {
    static constexpr char of_request[] =
#include "request_schema.inc"
        ;
    static constexpr char of_response[] =
#include "response_schema.inc"
        ;
    if (argument(0) == "request") return give_text(of_request);
    if (argument(0) == "response") return give_text(of_response);
    refuse("a schema is that of a request or of a response");
}

LAKEPROOF_EXPORT(about) { give(module_facts{LAKEPROOF_VERSION_STRING, has_house_rules}); }
