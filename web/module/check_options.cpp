// SPDX-License-Identifier: BSL-1.0
#include "check_options.hpp"
#include "configuration/configuration.hpp"
#include "exchange.hpp"

#include <lakeproof/check/message.hpp>
#include <lakeproof/json/parse.hpp>
#ifdef LAKEPROOF_WEB_HOUSE_RULES
#include <lakeproof/house_rules.hpp>
#endif

#include <string>
#include <vector>

namespace {

namespace lp = lakeproof;

/// What a rule reports.
struct chosen_severity {
    rule_name rule;
    severity_name severity;

    static constexpr auto members = lp::member_table(lp::member{"rule", &chosen_severity::rule},
                                                     lp::member{"severity", &chosen_severity::severity});
};

struct check_options {
    std::vector<lp::region> regions{};
    std::vector<chosen_severity> severities{};
    std::vector<house_rule> house_rules{};

    static constexpr auto members =
        lp::member_table(lp::member{"regions", &check_options::regions, {.most = 64}},
                         lp::member{"severities", &check_options::severities, {.most = 1000}},
                         lp::member{"houseRules", &check_options::house_rules, {.most = 1000}});
};

std::optional<check_options> read(std::string_view text) {
    lp::options strict;
    strict.policy.set(lp::rule::member_unknown, lp::severity::error); // an option that nobody reads
    auto parsed = lp::json::parse<check_options>(text, strict);
    if (parsed) return *std::move(parsed);
    std::string problem = "options";
    for (auto const& v : parsed.report()) problem += v.pointer() + ": " + message(v) + "; ";
    refuse(problem.substr(0, problem.size() - 2));
    return std::nullopt;
}

} // namespace

std::optional<lp::options> read_options(std::string_view text) {
    auto const c = read(text);
    if (!c) return std::nullopt;
    lp::options o;
    for (auto const& s : c->severities)
        o.policy.set(*lp::rule_from(s.rule.view()), *lp::severity_from(s.severity.view()));
    for (auto const& region : c->regions) static_cast<void>(o.regions.add(region));
#ifdef LAKEPROOF_WEB_HOUSE_RULES
    static lp::house_rules house;
    house = {};
    add_requirements(house, c->house_rules);
    if (house.size() != 0) o.house_rules = &house;
#endif
    return o;
}
