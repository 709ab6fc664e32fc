// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/create_custom_log_source_rules.hpp>

#include <lakeproof/check/check.hpp>

#include "../../support/listed.hpp"
#include "../../support/relaxed.hpp"
#include "../../support/requests.hpp"
#include "../../support/roles.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace create_custom_log_source_rules_test {

using namespace lakeproof;
using ocsf::event_class;
using test::acme;
using test::crawled_by;
using test::listed;
using test::named;
using test::run;
using test::twice;
using test::twice_for_each;
using test::twice_in_words;
using test::twice_in_words_for_each;

using request = create_custom_log_source_request;

constexpr create_custom_log_source_request for_principal(std::string_view name) {
    auto sent = acme;
    sent.configuration.provider_identity.principal = principal{name};
    return sent;
}

/// What a request under another name breaks, legal or not, in the order of a report; the rest is right.
constexpr report read_named(std::string_view name, options const& o = {}) {
    test::text_buffer text{"{`configuration`:{`crawlerConfiguration`:{`roleArn`:`arn:aws:iam::123456789012:"
                           "role/x`},`providerIdentity`:{`externalId`:`acme`,`principal`:`123456789012`}},"
                           "`sourceName`:`"};
    text.add(name).add("`}");
    return test::read<request>(text, o);
}

BOOST_AUTO_TEST_SUITE(rules_of_create_custom_log_source)

// --- the documented limit

BOOST_AUTO_TEST_CASE(the_documented_limit_is_20) {
    static_assert(source_name_documented_limit == 20);
    twice([] { return check(named(run(20, 'n'))).empty(); });
    twice([] {
        auto const r = check(named(run(21, 'n')));
        return r.size() == 1 && r[0].rule() == rule::source_name_documented_limit && r[0].length() == 21 &&
               r[0].bound() == 20 && r[0].text() == run(21, 'n').view();
    });
}

BOOST_AUTO_TEST_CASE(it_is_of_any_name_whatever_else_is_wrong_with_it) {
    constexpr auto limit = rule::source_name_documented_limit;
    static_assert(info(limit).default_severity == severity::error);
    twice_in_words([] {
        return listed(read_named(run(21, ' '))) ==
               "error source-name-pattern /sourceName; error source-name-documented-limit /sourceName";
    });
    twice_in_words([] {
        return listed(read_named(run(65, 'n'))) ==
               "error source-name-length /sourceName; error source-name-documented-limit /sourceName";
    });
    twice([] { return read_named(run(20, ' ')).count(rule::source_name_documented_limit) == 0; });
    twice([] { // 20 characters of two bytes each, and one more
        auto text = run(0, ' ');
        for (int i = 0; i < 20; ++i) text.add("\u00e9");
        auto const fits = read_named(text);
        auto const over = read_named(text.add("a"));
        return fits.count(rule::source_name_documented_limit) == 0 &&
               over.count(rule::source_name_documented_limit) == 1 && over[1].length() == 21;
    });
}

BOOST_AUTO_TEST_CASE(it_is_a_warning_where_the_role_fits_in_every_region_given) {
    twice_in_words([] {
        options const o{.regions = {regions::us_east_1, regions::ap_southeast_2}};
        return listed(check(named(run(21, 'n')), o)) == "warning source-name-documented-limit /sourceName" &&
               check(named(run(21, 'n')), o).ok();
    });
    twice_in_words([] { // in one of them it does not
        options const o{.regions = {regions::us_east_1, regions::ap_southeast_2}};
        return listed(check(named(run(22, 'n')), o)) ==
               "error source-name-documented-limit /sourceName; "
               "error provider-role-length /sourceName in ap-southeast-2";
    });
    twice_in_words([] { // and without a Region nobody knows
        return listed(check(named(run(21, 'n')))) == "error source-name-documented-limit /sourceName";
    });
    twice_in_words([] { // off its pattern too
        return listed(read_named(run(21, ' '), {.regions = {regions::us_east_1}})) ==
               "error source-name-pattern /sourceName; warning source-name-documented-limit /sourceName";
    });
}

// --- roles and principals

BOOST_AUTO_TEST_CASE(a_role_that_iam_cannot_have_is_reported) {
    static constexpr auto const& fine = test::resolvable_arns;
    static constexpr auto const& none = test::unresolvable_arns;
    twice_for_each<fine>([](std::string_view arn) { return check(crawled_by(arn)).empty(); });
    twice_in_words_for_each<none>([](std::string_view arn) {
        return listed(check(crawled_by(arn))) ==
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn";
    });
}

constexpr auto role_of(std::size_t path, std::size_t name) {
    return test::text_buffer{"arn:aws:iam::123456789012:role/"}.add(path - 2, 'p').add("/").add(name, 'n');
}
constexpr bool unresolvable(std::string_view arn) {
    auto const r = check(crawled_by(arn));
    return r.size() == 1 && r.count(rule::role_arn_unresolvable) == 1;
}

BOOST_AUTO_TEST_CASE(role_names_end_at_64_and_paths_at_512) {
    constexpr std::string_view start = "arn:aws:iam::123456789012:role/";
    static_assert(start.size() == 31);
    twice([] { return check(crawled_by(role_of(512, 64))).empty(); });
    twice([] { return unresolvable(role_of(512, 65)) && unresolvable(role_of(513, 64)); });
    twice([] { // without a path
        test::text_buffer const role{"arn:aws:iam::123456789012:role/"};
        return check(crawled_by(test::text_buffer{role}.add(64, 'n'))).empty() &&
               unresolvable(test::text_buffer{role}.add(65, 'n'));
    });
    twice([] { // of several segments
        test::text_buffer const role{"arn:aws:iam::123456789012:role/"};
        return check(crawled_by(test::text_buffer{role}.add(200, 'p').add("/").add(309, 'q').add("/n"))).empty() &&
               unresolvable(test::text_buffer{role}.add(200, 'p').add("/").add(310, 'q').add("/n"));
    });
}

BOOST_AUTO_TEST_CASE(a_role_off_its_pattern_is_not_looked_at_further) {
    twice_in_words([] {
        return listed(test::read<custom_log_source_crawler_configuration>(
                   "{'roleArn':'arn::iam::123456789012:role//?'}")) == "error role-arn-pattern /roleArn";
    });
}

BOOST_AUTO_TEST_CASE(a_principal_with_an_empty_label_is_reported) {
    static constexpr auto const& fine = test::resolvable_principals;
    static constexpr auto const& none = test::unresolvable_principals;
    twice_for_each<fine>([](std::string_view name) { return check(for_principal(name)).empty(); });
    twice_in_words_for_each<none>([](std::string_view name) {
        auto const r = check(for_principal(name));
        return r.ok() && listed(r) == "warning principal-unresolvable /configuration/providerIdentity/principal";
    });
}

BOOST_AUTO_TEST_CASE(a_string_that_is_too_long_is_looked_at_for_its_meaning_too) {
    auto const document = [](std::string const& arn, std::string const& name) {
        return "{'configuration':{'crawlerConfiguration':{'roleArn':'" + arn +
               "'},'providerIdentity':{'externalId':'acme','principal':'" + name + "'}},'sourceName':'acme'}";
    };
    BOOST_TEST(listed(test::read<request>(document("arn:aws:iam::123456789012:role/" + std::string(2018, 'n'),
                                                   std::string(242, 'a') + "..amazonaws.com"))) ==
               "error role-arn-length /configuration/crawlerConfiguration/roleArn; "
               "error principal-length /configuration/providerIdentity/principal; "
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn; "
               "warning principal-unresolvable /configuration/providerIdentity/principal");
}

// --- the derived role

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
        return listed(check(named(run(21, 'n')), o)) == "warning source-name-documented-limit /sourceName";
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

BOOST_AUTO_TEST_CASE(a_name_off_its_pattern_has_a_length_and_no_characters) {
    twice_in_words([] {
        return listed(read_named(test::text_buffer{"a: b"}.add(24, 'n'), {.regions = {regions::us_east_1}})) ==
               "error source-name-pattern /sourceName; error source-name-documented-limit /sourceName; "
               "error provider-role-length /sourceName in us-east-1";
    });
    twice_in_words([] { // too long for its own constraint too
        return listed(read_named(test::text_buffer{":"}.add(run(64, 'n')), {.regions = {regions::us_east_1}})) ==
               "error source-name-length /sourceName; error source-name-documented-limit /sourceName; "
               "error provider-role-length /sourceName in us-east-1; error provider-role-characters /sourceName";
    });
    twice_in_words([] { // and what is no string, none
        return listed(test::read<request>("{'sourceName':[1]}", {.regions = {regions::us_east_1}})) ==
               "error member-type /sourceName; error member-missing /configuration";
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
               "us-gov-south-9; error region-unknown in us-gov-south-9";
    });
    twice_in_words([] {
        return listed(check(acme, {.regions = {"us-south-9"}})) ==
               "error region-unknown in us-south-9";
    });
    twice_in_words([] { // and none where no pattern matches
        return listed(check(crawled_by("arn:aws-cn:iam::123456789012:role/x"),
                            {.regions = {"xx-south-9"}})) == "error region-unknown in xx-south-9";
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
               "warning region-unsupported in ca-west-1; error region-unknown in us-nowhere-1; "
               "warning region-unsupported in af-south-1";
    });
}

BOOST_AUTO_TEST_CASE(a_repeated_region_counts_once) {
    twice_in_words([] {
        return listed(check(acme, {.regions = {regions::ca_west_1, regions::ca_west_1}})) ==
               "warning region-unsupported in ca-west-1";
    });
}

// --- the order of violations

BOOST_AUTO_TEST_CASE(rules_come_in_catalogue_order_and_regions_last) {
    twice_in_words([] {
        auto sent = named(test::text_buffer{":"}.add(run(26, 'n')));
        sent.configuration = {
            .crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:rolex"},
            .provider_identity = {.external_id = "acme", .principal = ".amazon.com"}};
        sent.event_classes = {event_class::cloud_api, event_class::cloud_api};
        auto const r = check(
            sent, {.regions = {"xx-nowhere-9", regions::us_isof_south_1, regions::us_east_1}});
        return listed(r) ==
               "error source-name-documented-limit /sourceName; "
               "note event-class-not-in-user-guide /eventClasses/0; "
               "note event-class-not-in-user-guide /eventClasses/1; "
               "warning event-class-duplicate /eventClasses/1; "
               "note event-class-retired /eventClasses/0; "
               "note event-class-retired /eventClasses/1; "
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn; "
               "warning principal-unresolvable /configuration/providerIdentity/principal; "
               "error provider-role-length /sourceName in xx-nowhere-9; "
               "error provider-role-length /sourceName in us-isof-south-1; "
               "error provider-role-length /sourceName in us-east-1; "
               "error provider-role-characters /sourceName; "
               "error role-arn-partition /configuration/crawlerConfiguration/roleArn in "
               "us-isof-south-1; "
               "error region-unknown in xx-nowhere-9; "
               "warning region-unsupported in us-isof-south-1";
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace create_custom_log_source_rules_test
