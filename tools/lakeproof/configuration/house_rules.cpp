// SPDX-License-Identifier: BSL-1.0
#include "configuration/configuration.hpp"

#include <lakeproof/house_rules.hpp>
#include <lakeproof/rules/rule_info.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace {

constexpr lakeproof::rule_info invalid_house_rule{
    .id = "house-rule-invalid",
    .title = "a house rule can be applied",
    .why =
        "A house rule that no string can be held against would pass whatever it is meant to stop.",
};

/// What is wrong with a house rule, or empty.
std::string problem_of(std::string_view pointer, std::string_view pattern) {
    try {
        lakeproof::house_rules{}.require(pointer, pattern);
        return {};
    } catch (std::invalid_argument const& e) {
        return e.what();
    }
}

} // namespace

void house_rule::check(lakeproof::document_view<house_rule> d, lakeproof::rule_sink& out) {
    auto const pointer = d[&house_rule::pointer];
    auto const pattern = d[&house_rule::pattern];
    if (pointer.valid() && !problem_of(pointer.view(), "").empty())
        return out.report(
            invalid_house_rule, pointer,
            "{value} is not the JSON Pointer of a string of a request, or of a list of strings: "
            "/sourceName is one, for example");
    if (!pointer.valid() || !pattern.valid()) return;
    if (auto const problem = problem_of(pointer.view(), pattern.view()); !problem.empty())
        out.report(invalid_house_rule, pattern, "{value}: {detail}", {.detail = problem});
}

void add_requirements(lakeproof::house_rules& house, std::vector<house_rule> const& rules) {
    for (auto const& r : rules)
        house.require(r.pointer, r.pattern,
                      r.message ? std::string{r.message->view()} : std::string{},
                      r.severity ? *lakeproof::severity_from(r.severity->view()) : lakeproof::severity::error);
}
