// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/request_batch.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <type_traits>

namespace request_batch_test {

using namespace lakeproof;
using test::listed;
using test::named;

/// Several requests, of which the names matter.
class several {
public:
    report next(std::string_view name, region_list const& regions, std::string_view document = {}) {
        return batch_.check(named(name), {.regions = regions}, document);
    }

private:
    request_batch batch_;
};

constexpr region_list here{regions::us_east_1};
constexpr region_list there{regions::eu_west_1};
constexpr region_list both{regions::eu_west_1, regions::us_east_1};

static_assert(!std::is_copy_constructible_v<request_batch> && std::is_move_constructible_v<request_batch>);

BOOST_AUTO_TEST_SUITE(request_batches)

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
    request_batch batch;
    auto const lax = policy{}
                         .set(rule::source_name_conflict, severity::note)
                         .set(rule::source_name_collision, severity::off);
    BOOST_TEST(batch.check(named("acme"), {.policy = lax}).empty());
    BOOST_TEST(listed(batch.check(named("acme"), {.policy = lax})) == "note source-name-conflict /sourceName");
    BOOST_TEST(batch.check(named("ACME"), {.policy = lax}).empty());
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

BOOST_AUTO_TEST_CASE(more_than_50_names_in_a_region_are_too_many) {
    static_assert(request_batch::max_sources == 50);
    several run;
    for (int i = 0; i < 50; ++i) BOOST_TEST(run.next("n" + std::to_string(i), here).empty());
    BOOST_TEST(run.next("n0", there).empty()); // another Region has its own
    BOOST_TEST(listed(run.next("n49", here)) == "error source-name-conflict /sourceName in us-east-1");
    auto const r = run.next("one-more", both);
    BOOST_TEST(listed(r) == "warning source-count-limit /sourceName in us-east-1");
    BOOST_TEST(r[0].bound() == 50u);
    BOOST_TEST(message(r[0]) == "Value 'one-more' at 'sourceName' is one source too many in us-east-1: an "
                                "account has at most 50");
    // Once a Region, at the request that passes it.
    BOOST_TEST(run.next("and-another", both).empty());
    BOOST_TEST(listed(run.next("AND-another", here)) ==
               "warning source-name-collision /sourceName in us-east-1");
}

BOOST_AUTO_TEST_CASE(without_a_region_50_names_are_the_most_too) {
    several run;
    for (int i = 0; i < 50; ++i) run.next("n" + std::to_string(i), {});
    auto const r = run.next("one-more", {});
    BOOST_TEST(listed(r) == "warning source-count-limit /sourceName");
    BOOST_TEST(message(r[0]) == "Value 'one-more' at 'sourceName' is one source too many: an account has at "
                                "most 50");
}

BOOST_AUTO_TEST_CASE(each_rule_goes_over_all_regions_in_catalogue_order) {
    several run;
    run.next("acme", here, "a.json");
    run.next("ACME", there, "b.json");
    BOOST_TEST(listed(run.next("acme", both, "c.json")) ==
               "error source-name-conflict /sourceName in us-east-1; "
               "warning source-name-collision /sourceName in eu-west-1");
}

BOOST_AUTO_TEST_CASE(ascii_letters_alone_have_a_case) {
    several run;
    std::string alike;
    for (int b = 0; b < 256; ++b) {
        std::string const name(1, static_cast<char>(b));
        if (!source_name::from(name)) continue;
        auto const r = run.next(name, here, name);
        BOOST_TEST(r.count(rule::source_name_conflict) == 0u);
        for (auto const v : r)
            if (v.rule() == rule::source_name_collision) alike += std::string{v.detail()} + name;
    }
    BOOST_TEST(alike == "-_AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz");
}

BOOST_AUTO_TEST_CASE(two_batches_know_nothing_of_each_other) {
    several one, two;
    BOOST_TEST(one.next("acme", here).empty());
    BOOST_TEST(two.next("acme", here).empty());
}

BOOST_AUTO_TEST_CASE(options_are_left_as_they_are) {
    // The first version changed what its const options pointed to.
    options const o{.regions = here};
    request_batch batch;
    BOOST_TEST(batch.check(named("acme"), o).empty());
    BOOST_TEST(check(named("acme"), o).empty());
    BOOST_TEST(listed(batch.check(named("acme"), o)) == "error source-name-conflict /sourceName in us-east-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace request_batch_test
