// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using test::acme;
using test::crawled_by;
using test::listed;
using test::named;
using test::run;
using test::twice;
using test::twice_for_each;
using test::twice_in_words;
using test::twice_in_words_for_each;

BOOST_AUTO_TEST_SUITE(derived_roles)

BOOST_AUTO_TEST_CASE(no_region_no_length) {
    twice([] { return check(named(run(64, 'n'))).count(rule::provider_role_length) == 0; });
}

BOOST_AUTO_TEST_CASE(the_longest_name_for_a_region_fits_and_one_more_does_not) {
    twice([] {
        options const o{.regions = {regions::us_east_1}};
        auto const r = check(named(run(27, 'n')), o);
        return check(named(run(26, 'n')), o).count(rule::provider_role_length) == 0 &&
               r.count(rule::provider_role_length) == 1 &&
               r[1].rule() == rule::provider_role_length && r[1].region() == "us-east-1" &&
               r[1].length() == 65 && r[1].bound() == 64 && r[1].text() == run(27, 'n').view();
    });
    for (auto const& known : known_regions()) {
        region const in{known.code};
        options const o{.regions = {in}};
        auto const longest = max_source_name_length(in);
        BOOST_TEST(longest == 35 - known.code.size());
        BOOST_TEST(check(named(std::string(longest, 'n')), o).count(rule::provider_role_length) ==
                       0u,
                   known.code);
        BOOST_TEST(
            check(named(std::string(longest + 1, 'n')), o).count(rule::provider_role_length) == 1u,
            known.code);
    }
}

BOOST_AUTO_TEST_CASE(each_region_has_a_violation_of_its_own) {
    // 21 characters fit in ap-southeast-2, and not in us-isof-south-1.
    twice_in_words([] {
        options const o{.regions = {regions::ap_southeast_2, regions::us_east_1}};
        return listed(check(named(run(21, 'n')), o)) ==
               "error source-name-documented-limit /sourceName";
    });
    twice_in_words([] {
        options const o{.regions = {regions::ap_southeast_2, regions::us_east_1}};
        return listed(check(named(run(22, 'n')), o)) ==
               "error source-name-documented-limit /sourceName; "
               "error provider-role-length /sourceName in ap-southeast-2";
    });
    twice_in_words([] {
        options const o{.regions = {regions::us_east_1, regions::ap_southeast_2}};
        auto const r = check(named(run(27, 'n')), o);
        return listed(r) == "error source-name-documented-limit /sourceName; "
                            "error provider-role-length /sourceName in us-east-1; "
                            "error provider-role-length /sourceName in ap-southeast-2" &&
               r[1].length() == 65 && r[2].length() == 70;
    });
}

BOOST_AUTO_TEST_CASE(the_longest_region_leaves_the_documented_20) {
    twice([] {
        options const o{.regions = {regions::us_isof_south_1}};
        return check(named(run(20, 'n')), o).count(rule::provider_role_length) == 0 &&
               check(named(run(21, 'n')), o).count(rule::provider_role_length) == 1;
    });
}

BOOST_AUTO_TEST_CASE(the_longest_legal_region_code_leaves_ten) {
    twice([] {
        options const o{.regions = {"aaaa-bbbbbbbbbb-cccccc-99"}};
        return check(named(run(10, 'n')), o).count(rule::provider_role_length) == 0 &&
               check(named(run(11, 'n')), o).count(rule::provider_role_length) == 1;
    });
}

constexpr std::string_view refused[] = {"a:b", "a/b", "a\\b", ":", "/", "\\", "acme:", ":/\\"};
constexpr std::string_view allowed[] = {"a-b", "a_b", "a.b", "-", "0", "aZ09"};

BOOST_AUTO_TEST_CASE(characters_that_iam_refuses_are_reported_once_without_a_region) {
    twice_for_each<refused>([](std::string_view name) {
        auto const r = check(named(name));
        return r.size() == 1 && r.errors() == 1 && r[0].text() == name &&
               r[0].rule() == rule::provider_role_characters;
    });
    twice_for_each<allowed>([](std::string_view name) { return check(named(name)).empty(); });
    twice_in_words([] {
        auto const r = check(named("a:b"), {.regions = {regions::us_east_1, regions::us_east_2}});
        return listed(r) == "error provider-role-characters /sourceName";
    });
}

// --- the partition

BOOST_AUTO_TEST_CASE(the_role_must_be_in_the_partition_of_each_region) {
    twice_in_words([] {
        auto const r = check(acme, {.regions = {regions::us_east_1, regions::us_gov_west_1,
                                                regions::us_gov_east_1}});
        return listed(r) == "error role-arn-partition /configuration/crawlerConfiguration/roleArn "
                            "in us-gov-west-1; "
                            "error role-arn-partition /configuration/crawlerConfiguration/roleArn "
                            "in us-gov-east-1" &&
               r[0].detail() == "aws-us-gov" &&
               r[0].text() == acme.configuration.crawler_configuration.role_arn.view();
    });
    twice_in_words([] {
        auto const gov = crawled_by("arn:aws-us-gov:iam::123456789012:role/x");
        return check(gov, {.regions = {regions::us_gov_west_1}}).empty() &&
               listed(check(gov, {.regions = {regions::eu_west_1}})) ==
                   "error role-arn-partition /configuration/crawlerConfiguration/roleArn in "
                   "eu-west-1";
    });
}

BOOST_AUTO_TEST_CASE(a_partition_is_compared_as_a_whole) {
    twice([] { // neither a prefix of the other
        auto const r = check(crawled_by("arn:aws-us:iam::123456789012:role/x"),
                             {.regions = {regions::us_east_1, regions::us_gov_west_1}});
        return r.count(rule::role_arn_partition) == 2 && r.size() == 2;
    });
}

BOOST_AUTO_TEST_CASE(an_arn_without_a_partition_is_in_none) {
    twice_in_words([] {
        return listed(check(crawled_by("arn::iam::123456789012:role/x"),
                            {.regions = {regions::us_gov_west_1}})) ==
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn";
    });
}

BOOST_AUTO_TEST_CASE(an_unknown_region_has_the_partition_whose_pattern_it_matches) {
    twice_in_words([] {
        return listed(check(acme, {.regions = {"us-gov-south-9"}})) ==
               "error role-arn-partition /configuration/crawlerConfiguration/roleArn in "
               "us-gov-south-9; warning region-unknown in us-gov-south-9";
    });
    twice_in_words([] {
        return listed(check(acme, {.regions = {"us-south-9"}})) ==
               "warning region-unknown in us-south-9";
    });
    twice_in_words([] { // and none where no pattern matches
        return listed(check(crawled_by("arn:aws-cn:iam::123456789012:role/x"),
                            {.regions = {"xx-south-9"}})) == "warning region-unknown in xx-south-9";
    });
}

// --- the Regions themselves

BOOST_AUTO_TEST_CASE(regions_without_an_endpoint_are_reported) {
    for (auto const& known : known_regions()) {
        auto arn = "arn:" + std::string{to_string(known.partition)};
        arn += ":iam::123456789012:role/x";
        auto const r = check(crawled_by(arn), {.regions = {region{known.code}}});
        BOOST_TEST(listed(r) == (known.security_lake
                                     ? ""
                                     : "warning region-unsupported in " + std::string{known.code}));
    }
}

BOOST_AUTO_TEST_CASE(region_rules_come_in_the_order_given) {
    twice_in_words([] {
        return listed(check(acme, {.regions = {regions::ca_west_1, "us-nowhere-1",
                                               regions::us_east_1, regions::af_south_1}})) ==
               "warning region-unsupported in ca-west-1; warning region-unknown in us-nowhere-1; "
               "warning region-unsupported in af-south-1";
    });
}

BOOST_AUTO_TEST_CASE(a_repeated_region_counts_once) {
    twice_in_words([] {
        return listed(check(acme, {.regions = {regions::ca_west_1, regions::ca_west_1}})) ==
               "warning region-unsupported in ca-west-1";
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
