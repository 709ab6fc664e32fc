// SPDX-License-Identifier: BSL-1.0
// In place of configuration/house_rules.cpp, which brings Boost.Regex.
#include "configuration/configuration.hpp"

#include <lakeproof/rules/rule_info.hpp>

namespace {
constexpr lakeproof::rule_info no_house_rules{
    .id = "house-rule-invalid",
    .title = "a house rule can be applied",
    .why = "A house rule that is passed over would pass whatever it is meant to stop.",
};
} // namespace

void house_rule::check(lakeproof::document_view<house_rule> d, lakeproof::rule_sink& out) {
    out.report(no_house_rules, d[&house_rule::pattern],
               "this module has no house rules: load the one that has them, lakeproof-house-rules.wasm");
}
