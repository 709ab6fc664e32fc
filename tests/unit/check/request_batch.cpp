// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/request_run.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using test::listed;
using test::named;
using kind = request_run::earlier::kind;

/// A run of several requests.
class several {
public:
    report next(std::string_view name, region_list const& regions, std::string_view document = {}) {
        return check(named(name), {.regions = regions, .run = &run_, .document = document});
    }

private:
    request_run run_;
};

constexpr region_list here{regions::us_east_1};
constexpr region_list there{regions::eu_west_1};
constexpr region_list both{regions::eu_west_1, regions::us_east_1};

BOOST_AUTO_TEST_SUITE(request_runs)

BOOST_AUTO_TEST_CASE(different_names_do_not_meet) {
    several run;
    BOOST_TEST(run.next("acme", here).empty());
    BOOST_TEST(run.next("acme2", here).empty());
    BOOST_TEST(run.next("acm", here).empty());
    BOOST_TEST(run.next("ac-me", here).empty());
}

BOOST_AUTO_TEST_CASE(the_same_name_in_the_same_region_conflicts) {
    several run;
    BOOST_TEST(run.next("acme", here, "a.json").empty());
    auto const r = run.next("acme", here, "b.json");
    BOOST_TEST(listed(r) == "error source-name-conflict /sourceName in us-east-1");
    BOOST_TEST(r[0].detail() == "a.json");
    BOOST_TEST(message(r[0]) ==
               "Value 'acme' at 'sourceName' is already used in us-east-1 by a.json");
}

BOOST_AUTO_TEST_CASE(the_first_document_is_named_each_time) {
    several run;
    run.next("acme", here, "a.json");
    run.next("acme", here, "b.json");
    auto const r = run.next("acme", here, "c.json");
    BOOST_TEST(r.size() == 1u);
    BOOST_TEST(r[0].detail() == "a.json");
}

BOOST_AUTO_TEST_CASE(the_same_name_in_another_region_is_fine) {
    several run;
    BOOST_TEST(run.next("acme", here).empty());
    BOOST_TEST(run.next("acme", there).empty());
}

BOOST_AUTO_TEST_CASE(each_region_has_a_violation_of_its_own) {
    several run;
    BOOST_TEST(run.next("acme", here, "a.json").empty());
    BOOST_TEST(listed(run.next("acme", both, "b.json")) ==
               "error source-name-conflict /sourceName in us-east-1");
    auto const r = run.next("acme", both, "c.json");
    BOOST_TEST(listed(r) == "error source-name-conflict /sourceName in eu-west-1; "
                            "error source-name-conflict /sourceName in us-east-1");
    BOOST_TEST(r[0].detail() == "b.json");
    BOOST_TEST(r[1].detail() == "a.json");
}

BOOST_AUTO_TEST_CASE(without_a_region_all_are_in_one_unknown_region) {
    several run;
    BOOST_TEST(run.next("acme", {}, "a.json").empty());
    auto const r = run.next("acme", {}, "b.json");
    BOOST_TEST(listed(r) == "error source-name-conflict /sourceName");
    BOOST_TEST(message(r[0]) == "Value 'acme' at 'sourceName' is already used by a.json");
    BOOST_TEST(run.next("acme", here).empty()); // which is no known one
}

BOOST_AUTO_TEST_CASE(names_that_differ_in_case_collide) {
    several run;
    run.next("acme", here, "a.json");
    auto const r = run.next("ACme", here, "b.json");
    BOOST_TEST(listed(r) == "warning source-name-collision /sourceName in us-east-1");
    BOOST_TEST(r.ok());
    BOOST_TEST(message(r[0]) == "Value 'ACme' at 'sourceName' differs only in case, or in - and _, "
                                "from the name used in us-east-1 by a.json");
}

BOOST_AUTO_TEST_CASE(names_that_differ_in_dashes_collide) {
    several run;
    run.next("ac-me_x", {}, "a.json");
    auto const r = run.next("ac_me-X", {}, "b.json");
    BOOST_TEST(listed(r) == "warning source-name-collision /sourceName");
    BOOST_TEST(r[0].detail() == "a.json");
}

BOOST_AUTO_TEST_CASE(other_characters_do_not_fold) {
    several run;
    run.next("ac.me", {});
    BOOST_TEST(run.next("ac-me", {}).empty());
    BOOST_TEST(run.next("acme", {}).empty());
}

BOOST_AUTO_TEST_CASE(collisions_are_regional) {
    several run;
    run.next("acme", here);
    BOOST_TEST(run.next("ACME", there).empty());
}

BOOST_AUTO_TEST_CASE(an_equal_name_conflicts_even_where_another_is_alike) {
    several run;
    run.next("acme", here, "a.json");
    run.next("ACME", here, "b.json");
    auto const r = run.next("ACME", here, "c.json");
    BOOST_TEST(listed(r) == "error source-name-conflict /sourceName in us-east-1");
    BOOST_TEST(r[0].detail() == "b.json");
    auto const third = run.next("Acme", here, "d.json");
    BOOST_TEST(listed(third) == "warning source-name-collision /sourceName in us-east-1");
    BOOST_TEST(third[0].detail() == "a.json");
}

BOOST_AUTO_TEST_CASE(a_policy_lowers_both) {
    request_run run;
    auto const lax = policy{}
                         .set(rule::source_name_conflict, severity::note)
                         .set(rule::source_name_collision, severity::off);
    BOOST_TEST(check(named("acme"), {.policy = lax, .run = &run}).empty());
    BOOST_TEST(listed(check(named("acme"), {.policy = lax, .run = &run})) ==
               "note source-name-conflict /sourceName");
    BOOST_TEST(check(named("ACME"), {.policy = lax, .run = &run}).empty());
}

BOOST_AUTO_TEST_CASE(conflicts_come_after_the_derived_role_and_before_regions) {
    several run;
    region_list const regions{regions::ca_west_1, regions::us_gov_east_1};
    run.next("a:b", regions);
    BOOST_TEST(listed(run.next("a:b", regions)) ==
               "error provider-role-characters /sourceName; "
               "error role-arn-partition /configuration/crawlerConfiguration/roleArn in "
               "us-gov-east-1; "
               "error source-name-conflict /sourceName in ca-west-1; "
               "error source-name-conflict /sourceName in us-gov-east-1; "
               "warning region-unsupported in ca-west-1");
}

BOOST_AUTO_TEST_CASE(a_run_can_be_asked_directly) {
    request_run run;
    BOOST_TEST((run.add("acme", "us-east-1", "a").what == kind::none));
    auto const same = run.add("acme", "us-east-1", "b");
    BOOST_TEST((same.what == kind::same));
    BOOST_TEST(same.document == "a");
    auto const alike = run.add("ACME", "us-east-1", "c");
    BOOST_TEST((alike.what == kind::alike));
    BOOST_TEST(alike.document == "a");
    BOOST_TEST((run.add("acme", "", "d").what == kind::none));
}

BOOST_AUTO_TEST_CASE(ascii_letters_alone_have_a_case) {
    request_run run;
    std::string alike;
    for (int b = 0; b < 256; ++b) {
        std::string const name(1, static_cast<char>(b));
        auto const before = run.add(name, "us-east-1", name);
        BOOST_TEST((before.what != kind::same));
        if (before.what == kind::alike) alike += std::string{before.document} + name;
    }
    BOOST_TEST(alike == "-_AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
