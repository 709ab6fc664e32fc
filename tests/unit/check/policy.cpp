// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/policy.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <string>

namespace {

using namespace lakeproof;
using test::listed;
using test::named;
using test::twice;
using test::twice_in_words;

constexpr auto off_in_ca_west = named("a:b");
constexpr report judged(policy const& p) {
    return check(off_in_ca_west, {.regions = {regions::ca_west_1}, .policy = p});
}

BOOST_AUTO_TEST_SUITE(policies)

BOOST_AUTO_TEST_CASE(the_default_is_the_catalogue) {
    for (auto const& r : rules()) BOOST_TEST((policy{}[r.value] == r.default_severity), r.id);
    twice_in_words([] {
        return listed(judged({})) == "error provider-role-characters /sourceName; "
                                     "warning region-unsupported in ca-west-1";
    });
}

BOOST_AUTO_TEST_CASE(a_rule_reports_what_it_is_set_to) {
    twice_in_words([] {
        auto const r = judged(policy{}.set(rule::provider_role_characters, severity::off));
        return r.ok() && r.size() == 1 && listed(r) == "warning region-unsupported in ca-west-1";
    });
    twice_in_words([] {
        auto const r = judged(policy{}.set(rule::provider_role_characters, severity::note));
        return r.ok() && r.notes() == 1 && r.warnings() == 1 &&
               listed(r[0]) == "note provider-role-characters /sourceName";
    });
    twice([] {
        auto const r = judged(policy{}.set(rule::provider_role_characters, severity::warning));
        return r.ok() && r.warnings() == 2;
    });
    twice([] {
        auto const r = judged(policy{}.set(rule::region_unsupported, severity::error));
        return !r.ok() && r.errors() == 2 && r.warnings() == 0;
    });
}

BOOST_AUTO_TEST_CASE(what_is_off_is_not_counted) {
    twice([] {
        auto const r = judged(policy{}
                                  .set(rule::provider_role_characters, severity::off)
                                  .set(rule::region_unsupported, severity::off));
        return r.ok() && r.empty() && r.omitted() == 0 && r.count(severity::off) == 0 &&
               r.errors() + r.warnings() + r.notes() == 0;
    });
}

BOOST_AUTO_TEST_CASE(fixed_rules_stay) {
    for (auto const& r : rules())
        for (auto const s : {severity::off, severity::note, severity::warning, severity::error})
            BOOST_TEST((policy{}.set(r.value, s)[r.value] == (r.fixed ? severity::error : s)),
                       r.id);
}

BOOST_AUTO_TEST_CASE(the_last_setting_counts_and_others_stay) {
    twice([] {
        auto const p = policy{}
                           .set(rule::member_unknown, severity::error)
                           .set(rule::member_unknown, severity::note);
        policy expected;
        expected.set(rule::member_unknown, severity::note);
        return p[rule::member_unknown] == severity::note && p == expected && p != policy{} &&
               p[rule::house_rule] == severity::error;
    });
}

BOOST_AUTO_TEST_CASE(two_policies_judge_one_request_side_by_side) {
    constexpr auto strict = policy{}.set(rule::region_unsupported, severity::error);
    constexpr auto lax = policy{}.set(rule::provider_role_characters, severity::note);
    static_assert(judged(strict).errors() == 2 && judged(lax).ok());
    BOOST_TEST(listed(judged(strict)) == "error provider-role-characters /sourceName; "
                                         "error region-unsupported in ca-west-1");
    BOOST_TEST(listed(judged(lax)) == "note provider-role-characters /sourceName; "
                                      "warning region-unsupported in ca-west-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
