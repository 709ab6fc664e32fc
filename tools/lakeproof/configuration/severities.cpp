// SPDX-License-Identifier: BSL-1.0
#include "configuration/configuration.hpp"

#include <lakeproof/check/policy.hpp>

namespace lp = lakeproof;

void set_severities(lp::policy& policy, configuration const& c) {
    if (c.class_list == "api-reference" || c.class_list == "both")
        policy.set(lp::rule::event_class_not_in_api_reference, lp::severity::error);
    if (c.class_list == "user-guide" || c.class_list == "both")
        policy.set(lp::rule::event_class_not_in_user_guide, lp::severity::error);
    if (!c.severities) return;
    lp::detail::for_each_member<rule_severities>([&](auto const& m) {
        auto const& rule = lp::info(*lp::rule_from(m.name));
        if (auto const& severity = (*c.severities).*m.pointer; severity && !rule.fixed)
            policy.set(rule, *lp::severity_from(severity->view()));
    });
}
