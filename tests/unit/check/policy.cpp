// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/policy.hpp>

#include <lakeproof/check/check.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace policy_test {

using namespace lakeproof;
using test::listed;
using test::named;
using test::twice;
using test::twice_in_words;

constexpr auto off_in_ca_west = named("a:b");
constexpr report checked(policy const& p) {
    return check(off_in_ca_west, {.regions = {regions::ca_west_1}, .policy = p});
}

BOOST_AUTO_TEST_SUITE(policies)

BOOST_AUTO_TEST_CASE(the_default_is_the_catalogue) {
    for (auto const& r : rules()) BOOST_TEST((policy{}[r.value] == r.default_severity), r.id);
    twice_in_words([] {
        return listed(checked({})) == "error provider-role-characters /sourceName; "
                                     "warning region-unsupported in ca-west-1";
    });
}

BOOST_AUTO_TEST_CASE(a_rule_reports_what_it_is_set_to) {
    twice_in_words([] {
        auto const r = checked(policy{}.set(rule::provider_role_characters, severity::off));
        return r.ok() && r.size() == 1 && listed(r) == "warning region-unsupported in ca-west-1";
    });
    twice_in_words([] {
        auto const r = checked(policy{}.set(rule::provider_role_characters, severity::note));
        return r.ok() && r.notes() == 1 && r.warnings() == 1 &&
               listed(r[0]) == "note provider-role-characters /sourceName";
    });
    twice([] {
        auto const r = checked(policy{}.set(rule::provider_role_characters, severity::warning));
        return r.ok() && r.warnings() == 2;
    });
    twice([] {
        auto const r = checked(policy{}.set(rule::region_unsupported, severity::error));
        return !r.ok() && r.errors() == 2 && r.warnings() == 0;
    });
}

BOOST_AUTO_TEST_CASE(what_is_off_is_not_counted) {
    twice([] {
        auto const r = checked(policy{}
                                  .set(rule::provider_role_characters, severity::off)
                                  .set(rule::region_unsupported, severity::off));
        return r.ok() && r.empty() && r.omitted() == 0 && r.count(severity::off) == 0 &&
               r.errors() + r.warnings() + r.notes() == 0;
    });
}

constexpr severity severities[] = {severity::off, severity::note, severity::warning, severity::error};

BOOST_AUTO_TEST_CASE(a_fixed_rule_is_refused_visibly) {
    for (auto const& r : rules())
        for (auto const s : severities) {
            policy p;
            BOOST_TEST(p.try_set(r.value, s) == !r.fixed, r.id);
            BOOST_TEST((p[r.value] == (r.fixed ? severity::error : s)), r.id);
            BOOST_TEST((p == policy{}) == r.fixed);
            if (!r.fixed) {
                BOOST_TEST((policy{}.set(r.value, s) == p));
                continue;
            }
            BOOST_CHECK_EXCEPTION(p.set(r.value, s), std::invalid_argument, [&](std::invalid_argument const& e) {
                return e.what() == std::string{r.id} + " is fixed: no policy changes its severity";
            });
        }
    twice([] { return !policy{}.try_set(rule::member_type, severity::off); });
}

inline constexpr rule_info no_tmp{.id = "no-tmp", .default_severity = severity::warning};
inline constexpr rule_info same_id{.id = "no-tmp", .default_severity = severity::note};
inline constexpr rule_info other{.id = "other"};
inline constexpr rule_info settled{.id = "settled", .fixed = true};

BOOST_AUTO_TEST_CASE(rules_of_the_users_own_can_be_set) {
    twice([] { return policy{}[no_tmp] == severity::warning && policy{}[other] == severity::error; });
    twice([] {
        auto const p = policy{}.set(no_tmp, severity::off);
        return p[no_tmp] == severity::off && p[other] == severity::error && p != policy{};
    });
    twice([] { // by their id, whatever the object
        auto const p = policy{}.set(no_tmp, severity::error).set(same_id, severity::note);
        return p[no_tmp] == severity::note && p[same_id] == severity::note;
    });
    twice([] { return !policy{}.try_set(settled, severity::off) && policy{}[settled] == severity::error; });
    BOOST_CHECK_THROW(policy{}.set(settled, severity::off), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(no_rule_is_called_custom) {
    twice([] { return !policy{}.try_set(rule::custom, severity::off); });
    BOOST_CHECK_EXCEPTION(policy{}.set(rule::custom, severity::off), std::invalid_argument,
                          [](std::invalid_argument const& e) {
                              return std::string{e.what()}.starts_with("custom cannot be set");
                          });
}

BOOST_AUTO_TEST_CASE(sixteen_rules_of_the_users_own_are_the_most) {
    std::string const ids = "abcdefghijklmnopq";
    std::vector<rule_info> own;
    for (std::size_t i = 0; i < ids.size(); ++i) own.push_back({.id = std::string_view{ids}.substr(i, 1)});
    policy p;
    for (std::size_t i = 0; i < policy::max_custom_rules; ++i) BOOST_TEST(p.try_set(own[i], severity::note));
    BOOST_TEST(!p.try_set(own[16], severity::note));
    BOOST_TEST((p[own[16]] == severity::error));
    BOOST_TEST(p.try_set(own[0], severity::off)); // one of them again
    BOOST_TEST((p[own[0]] == severity::off && p[own[15]] == severity::note));
    BOOST_CHECK_EXCEPTION(p.set(own[16], severity::note), std::invalid_argument,
                          [](std::invalid_argument const& e) {
                              return e.what() ==
                                     std::string{"q cannot be set: a policy holds 16 rules of the user's own"};
                          });
}

BOOST_AUTO_TEST_CASE(a_setting_wins_over_what_a_rule_says_by_default) {
    constexpr auto limit = rule::source_name_documented_limit;
    static_assert(policy{}.of(info(limit), severity::warning) == severity::warning);
    twice([] { // even if it is the default
        auto const p = policy{}.set(rule::source_name_documented_limit, severity::error);
        return p.of(info(rule::source_name_documented_limit), severity::warning) == severity::error;
    });
    twice_in_words([] {
        auto const name = named("a-name-of-21-chars-xx");
        options const lax{.regions = {regions::us_east_1}};
        options const strict{.regions = {regions::us_east_1},
                             .policy = policy{}.set(rule::source_name_documented_limit, severity::error)};
        return listed(check(name, lax)) == "warning source-name-documented-limit /sourceName" &&
               listed(check(name, strict)) == "error source-name-documented-limit /sourceName";
    });
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

BOOST_AUTO_TEST_CASE(two_policies_serve_one_request_side_by_side) {
    constexpr auto strict = policy{}.set(rule::region_unsupported, severity::error);
    constexpr auto lax = policy{}.set(rule::provider_role_characters, severity::note);
    static_assert(checked(strict).errors() == 2 && checked(lax).ok());
    BOOST_TEST(listed(checked(strict)) == "error provider-role-characters /sourceName; "
                                         "error region-unsupported in ca-west-1");
    BOOST_TEST(listed(checked(lax)) == "note provider-role-characters /sourceName; "
                                      "warning region-unsupported in ca-west-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace policy_test
