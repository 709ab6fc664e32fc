// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/runtime_rules.hpp>

#include <lakeproof/check/check.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace runtime_rules_test {

using namespace lakeproof;
using test::listed;
using test::named;

/// A rule that is known at run time only.
class begins_with_acme final : public runtime_rules {
    void apply(detail::document const& d, rule_sink& out) const override {
        using request = create_custom_log_source_request;
        auto const name = detail::view_access::make<request>(d)[&request::source_name];
        if (!name.view().starts_with("acme")) out.report(rule::house_rule, name, "{value}: ours start with acme");
    }
};

// Nobody owns rules by their base.
static_assert(!std::is_default_constructible_v<runtime_rules> && !std::is_destructible_v<runtime_rules>);

BOOST_AUTO_TEST_SUITE(rules_at_run_time)

BOOST_AUTO_TEST_CASE(they_come_after_a_shapes_own_and_before_those_about_regions) {
    begins_with_acme const ours;
    options const o{.regions = {regions::ca_west_1}, .house_rules = &ours};
    BOOST_TEST(listed(check(named("acme"), o)) == "warning region-unsupported in ca-west-1");
    BOOST_TEST(listed(check(named("a:b"), o)) ==
               "error provider-role-characters /sourceName; error house-rule /sourceName; "
               "warning region-unsupported in ca-west-1");
}

BOOST_AUTO_TEST_CASE(a_policy_sets_them) {
    begins_with_acme const ours;
    BOOST_TEST(listed(check(named("edr"), {.policy = policy{}.set(rule::house_rule, severity::note),
                                           .house_rules = &ours})) == "note house-rule /sourceName");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace runtime_rules_test
