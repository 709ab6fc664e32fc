// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/region.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <boost/regex.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace region_test {

using lakeproof::find_region;
using lakeproof::partition;
using lakeproof::partition_of;
using lakeproof::region;
using lakeproof::rule;
using lakeproof::test::held_to_pattern;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::text_buffer;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct published_region {
    std::string_view code;
    lakeproof::partition partition;
    bool security_lake;
    std::string_view description;
    std::size_t max_source_name;
};

/// The Regions that botocore 1.43.67 lists, and 35 less the length of each.
constexpr published_region all[] = {
    {"af-south-1", partition::aws, false, "Africa (Cape Town)", 25},
    {"ap-east-1", partition::aws, false, "Asia Pacific (Hong Kong)", 26},
    {"ap-east-2", partition::aws, false, "Asia Pacific (Taipei)", 26},
    {"ap-northeast-1", partition::aws, true, "Asia Pacific (Tokyo)", 21},
    {"ap-northeast-2", partition::aws, true, "Asia Pacific (Seoul)", 21},
    {"ap-northeast-3", partition::aws, true, "Asia Pacific (Osaka)", 21},
    {"ap-south-1", partition::aws, true, "Asia Pacific (Mumbai)", 25},
    {"ap-south-2", partition::aws, false, "Asia Pacific (Hyderabad)", 25},
    {"ap-southeast-1", partition::aws, true, "Asia Pacific (Singapore)", 21},
    {"ap-southeast-2", partition::aws, true, "Asia Pacific (Sydney)", 21},
    {"ap-southeast-3", partition::aws, false, "Asia Pacific (Jakarta)", 21},
    {"ap-southeast-4", partition::aws, false, "Asia Pacific (Melbourne)", 21},
    {"ap-southeast-5", partition::aws, false, "Asia Pacific (Malaysia)", 21},
    {"ap-southeast-6", partition::aws, false, "Asia Pacific (New Zealand)", 21},
    {"ap-southeast-7", partition::aws, false, "Asia Pacific (Thailand)", 21},
    {"ca-central-1", partition::aws, true, "Canada (Central)", 23},
    {"ca-west-1", partition::aws, false, "Canada West (Calgary)", 26},
    {"eu-central-1", partition::aws, true, "Europe (Frankfurt)", 23},
    {"eu-central-2", partition::aws, false, "Europe (Zurich)", 23},
    {"eu-north-1", partition::aws, true, "Europe (Stockholm)", 25},
    {"eu-south-1", partition::aws, false, "Europe (Milan)", 25},
    {"eu-south-2", partition::aws, false, "Europe (Spain)", 25},
    {"eu-west-1", partition::aws, true, "Europe (Ireland)", 26},
    {"eu-west-2", partition::aws, true, "Europe (London)", 26},
    {"eu-west-3", partition::aws, true, "Europe (Paris)", 26},
    {"il-central-1", partition::aws, false, "Israel (Tel Aviv)", 23},
    {"me-central-1", partition::aws, false, "Middle East (UAE)", 23},
    {"me-south-1", partition::aws, false, "Middle East (Bahrain)", 25},
    {"me-west-1", partition::aws, false, "Middle East (Saudi Arabia)", 26},
    {"mx-central-1", partition::aws, false, "Mexico (Central)", 23},
    {"sa-east-1", partition::aws, true, "South America (Sao Paulo)", 26},
    {"sa-west-1", partition::aws, false, "South America (Chile)", 26},
    {"us-east-1", partition::aws, true, "US East (N. Virginia)", 26},
    {"us-east-2", partition::aws, true, "US East (Ohio)", 26},
    {"us-west-1", partition::aws, true, "US West (N. California)", 26},
    {"us-west-2", partition::aws, true, "US West (Oregon)", 26},
    {"cn-north-1", partition::aws_cn, false, "China (Beijing)", 25},
    {"cn-northwest-1", partition::aws_cn, false, "China (Ningxia)", 21},
    {"eusc-de-east-1", partition::aws_eusc, false, "AWS European Sovereign Cloud (Germany)", 21},
    {"us-iso-east-1", partition::aws_iso, false, "US ISO East", 22},
    {"us-iso-west-1", partition::aws_iso, false, "US ISO WEST", 22},
    {"us-isob-east-1", partition::aws_iso_b, false, "US ISOB East (Ohio)", 21},
    {"us-isob-west-1", partition::aws_iso_b, false, "US ISOB West", 21},
    {"eu-isoe-west-1", partition::aws_iso_e, false, "EU ISOE West", 21},
    {"us-isof-east-1", partition::aws_iso_f, false, "US ISOF EAST", 21},
    {"us-isof-south-1", partition::aws_iso_f, false, "US ISOF SOUTH", 20},
    {"us-gov-east-1", partition::aws_us_gov, true, "AWS GovCloud (US-East)", 22},
    {"us-gov-west-1", partition::aws_us_gov, true, "AWS GovCloud (US-West)", 22},
};

struct named_region {
    region constant;
    std::string_view code;
};

constexpr named_region constants[] = {
    {lakeproof::regions::af_south_1, "af-south-1"},
    {lakeproof::regions::ap_east_1, "ap-east-1"},
    {lakeproof::regions::ap_east_2, "ap-east-2"},
    {lakeproof::regions::ap_northeast_1, "ap-northeast-1"},
    {lakeproof::regions::ap_northeast_2, "ap-northeast-2"},
    {lakeproof::regions::ap_northeast_3, "ap-northeast-3"},
    {lakeproof::regions::ap_south_1, "ap-south-1"},
    {lakeproof::regions::ap_south_2, "ap-south-2"},
    {lakeproof::regions::ap_southeast_1, "ap-southeast-1"},
    {lakeproof::regions::ap_southeast_2, "ap-southeast-2"},
    {lakeproof::regions::ap_southeast_3, "ap-southeast-3"},
    {lakeproof::regions::ap_southeast_4, "ap-southeast-4"},
    {lakeproof::regions::ap_southeast_5, "ap-southeast-5"},
    {lakeproof::regions::ap_southeast_6, "ap-southeast-6"},
    {lakeproof::regions::ap_southeast_7, "ap-southeast-7"},
    {lakeproof::regions::ca_central_1, "ca-central-1"},
    {lakeproof::regions::ca_west_1, "ca-west-1"},
    {lakeproof::regions::eu_central_1, "eu-central-1"},
    {lakeproof::regions::eu_central_2, "eu-central-2"},
    {lakeproof::regions::eu_north_1, "eu-north-1"},
    {lakeproof::regions::eu_south_1, "eu-south-1"},
    {lakeproof::regions::eu_south_2, "eu-south-2"},
    {lakeproof::regions::eu_west_1, "eu-west-1"},
    {lakeproof::regions::eu_west_2, "eu-west-2"},
    {lakeproof::regions::eu_west_3, "eu-west-3"},
    {lakeproof::regions::il_central_1, "il-central-1"},
    {lakeproof::regions::me_central_1, "me-central-1"},
    {lakeproof::regions::me_south_1, "me-south-1"},
    {lakeproof::regions::me_west_1, "me-west-1"},
    {lakeproof::regions::mx_central_1, "mx-central-1"},
    {lakeproof::regions::sa_east_1, "sa-east-1"},
    {lakeproof::regions::sa_west_1, "sa-west-1"},
    {lakeproof::regions::us_east_1, "us-east-1"},
    {lakeproof::regions::us_east_2, "us-east-2"},
    {lakeproof::regions::us_west_1, "us-west-1"},
    {lakeproof::regions::us_west_2, "us-west-2"},
    {lakeproof::regions::cn_north_1, "cn-north-1"},
    {lakeproof::regions::cn_northwest_1, "cn-northwest-1"},
    {lakeproof::regions::eusc_de_east_1, "eusc-de-east-1"},
    {lakeproof::regions::us_iso_east_1, "us-iso-east-1"},
    {lakeproof::regions::us_iso_west_1, "us-iso-west-1"},
    {lakeproof::regions::us_isob_east_1, "us-isob-east-1"},
    {lakeproof::regions::us_isob_west_1, "us-isob-west-1"},
    {lakeproof::regions::eu_isoe_west_1, "eu-isoe-west-1"},
    {lakeproof::regions::us_isof_east_1, "us-isof-east-1"},
    {lakeproof::regions::us_isof_south_1, "us-isof-south-1"},
    {lakeproof::regions::us_gov_east_1, "us-gov-east-1"},
    {lakeproof::regions::us_gov_west_1, "us-gov-west-1"},
};

constexpr std::string_view well_formed[] = {
    "ab-c-0", "abcd-e-f-g-9", "us-east-1", "us-east-12345", "xx-yy-1", "eusc-de-east-1",
};

constexpr std::string_view malformed[] = {
    "",           "-",           "us",           "us-1",       "us-east",     "us-east-",
    "u-east-1",   "abcde-e-1",   "us--1",        "us-east--1", "-us-east-1",  "us-east-1-",
    "US-EAST-1",  "us-East-1",   "us-east-1a",   "us-ea5t-1",  "us_east_1",   " us-east-1",
    "us-east-1 ", "us-east-1\n", "us-east-\xb2", "u5-east-1",  "us-east-1-1", "us east 1",
};

struct partition_case {
    region code;
    std::optional<partition> expected;
};

/// Well-formed codes that no table has.
constexpr partition_case unknown_regions[] = {
    {"us-west-9", partition::aws},
    {"eu-nowhere-1", partition::aws},
    {"ap-x-0", partition::aws},
    {"mx-central-99", partition::aws},
    {"il-east-1", partition::aws},
    {"cn-south-1", partition::aws_cn},
    {"eusc-de-west-2", partition::aws_eusc},
    {"us-iso-south-1", partition::aws_iso},
    {"us-isob-south-1", partition::aws_iso_b},
    {"eu-isoe-east-1", partition::aws_iso_e},
    {"us-isof-west-1", partition::aws_iso_f},
    {"us-gov-north-1", partition::aws_us_gov},
    // What stands before the last word is no prefix of a partition.
    {"xx-east-1", std::nullopt},
    {"de-east-1", std::nullopt},
    {"eusc-east-1", std::nullopt},
    {"eusc-fr-east-1", std::nullopt},
    {"us-isoq-east-1", std::nullopt},
    {"us-east-west-1", std::nullopt},
    {"cn-gov-north-1", std::nullopt},
    {"us-gov-east-west-1", std::nullopt},
    {"gov-east-1", std::nullopt},
};

struct partition_pattern {
    partition value;
    char const* text;
};

/// botocore's own patterns.
constexpr partition_pattern region_patterns[] = {
    {partition::aws, R"(^(us|eu|ap|sa|ca|me|af|il|mx)\-\w+\-\d+$)"},
    {partition::aws_cn, R"(^cn\-\w+\-\d+$)"},
    {partition::aws_eusc, R"(^eusc\-(de)\-\w+\-\d+$)"},
    {partition::aws_iso, R"(^us\-iso\-\w+\-\d+$)"},
    {partition::aws_iso_b, R"(^us\-isob\-\w+\-\d+$)"},
    {partition::aws_iso_e, R"(^eu\-isoe\-\w+\-\d+$)"},
    {partition::aws_iso_f, R"(^us\-isof\-\w+\-\d+$)"},
    {partition::aws_us_gov, R"(^us\-gov\-\w+\-\d+$)"},
};

BOOST_AUTO_TEST_SUITE(aws_regions)

BOOST_AUTO_TEST_CASE(the_table_has_the_published_regions) {
    twice([] { return std::size(all) == 48 && std::size(lakeproof::known_regions()) == 48; });
    twice_for_each<all>([](published_region const& r) {
        auto const found = find_region(r.code);
        return found && found->code == r.code && found->partition == r.partition &&
               found->security_lake == r.security_lake && found->description == r.description;
    });
    twice([] {
        std::size_t i = 0;
        for (auto const& r : lakeproof::known_regions())
            if (r.code != all[i++].code) return false;
        return true;
    });
}

BOOST_AUTO_TEST_CASE(the_longest_source_name_per_region) {
    twice_for_each<all>([](published_region const& r) {
        return max_source_name_length(region{r.code}) == r.max_source_name;
    });
}

BOOST_AUTO_TEST_CASE(every_region_is_a_constant) {
    twice([] { return std::size(constants) == std::size(all); });
    twice_for_each<constants>([](named_region const& r) { return r.constant == r.code; });
}

BOOST_AUTO_TEST_CASE(other_codes_are_not_in_the_table) {
    twice([] { return !find_region("") && !find_region("us-east-3"); });
    twice([] { return !find_region("US-EAST-1"); });
    twice([] { return !find_region("us-east-1 "); });
    twice([] { return !find_region("aws-global"); });
    twice_for_each<unknown_regions>([](partition_case const& c) { return !find_region(c.code); });
}

BOOST_AUTO_TEST_CASE(any_well_formed_code_is_a_region) {
    twice_for_each<all>([](published_region const& r) { return region::check(r.code).ok(); });
    twice_for_each<well_formed>([](std::string_view t) { return region::check(t).ok(); });
    twice_for_each<malformed>([](std::string_view t) { return !region::check(t).pattern_ok; });
    twice_for_each<malformed>([](std::string_view t) { return !region::from(t); });
}

BOOST_AUTO_TEST_CASE(a_code_has_at_most_25_characters) {
    twice([] {
        return region::from(text_buffer{"us-"}.add(20, 'x').add("-1")).value().size() == 25;
    });
    twice([] {
        auto const s = region::check(text_buffer{"us-"}.add(21, 'x').add("-1"));
        return !s.length_ok && s.pattern_ok && s.length == 26 && s.bound == 25 &&
               s.broken == rule::string_length;
    });
    twice([] { return region::check("us").broken == rule::string_pattern; });
}

BOOST_AUTO_TEST_CASE(the_partition_of_a_known_region) {
    twice_for_each<all>(
        [](published_region const& r) { return partition_of(region{r.code}) == r.partition; });
}

BOOST_AUTO_TEST_CASE(the_partition_of_an_unknown_region) {
    twice_for_each<unknown_regions>(
        [](partition_case const& c) { return partition_of(c.code) == c.expected; });
}

BOOST_AUTO_TEST_CASE(partitions_agree_with_the_published_patterns) {
    std::size_t found = 0;
    for (std::string const first :
         {"us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn", "eusc", "xx", "usc", "iso"})
        for (std::string const second :
             {"", "-iso", "-isob", "-isoe", "-isof", "-gov", "-de", "-east", "-is", "-us"})
            for (std::string const third : {"-east", "-x", "-gov", "-de"}) {
                auto const code = first + second + third + "-77";
                std::optional<partition> expected;
                for (auto const& p : region_patterns)
                    if (boost::regex_match(code, boost::regex{p.text})) expected = p.value;
                found += expected.has_value();
                BOOST_TEST((partition_of(region{code}) == expected), code);
            }
    BOOST_TEST(found > 60u);
}

BOOST_AUTO_TEST_CASE(a_code_is_held_to_its_pattern) {
    twice_for_each<well_formed>([](std::string_view t) { return held_to_pattern<region>(t); });
    twice_for_each<malformed>([](std::string_view t) { return held_to_pattern<region>(t); });
    twice([] { return held_to_pattern<region>(text_buffer{"us-"}.add(300, 'x').add("-1")); });
}

struct misspelt_code {
    std::string_view text;
    std::string_view meant;
};
constexpr misspelt_code misspelt_codes[] = {
    {"us-esat-1", "us-east-1"}, // a swap is two edits
    {"us-eest-1", "us-east-1"},
    {"us-east1", "us-east-1"},
    {"US-EAST-1", "us-east-1"},
    {"us-east-9", "us-east-1"}, // of several the first in the table
    {"eu-cntral-2", "eu-central-2"},
    {"eu-north-3", "eu-north-1"},
    {"us-gov-est-1", "us-gov-east-1"},
    {"xx-nowhere-9", ""},
    {"usest1", ""},
    {"", ""},
};

BOOST_AUTO_TEST_CASE(the_closest_code_is_suggested) {
    twice_for_each<misspelt_codes>(
        [](misspelt_code const& c) { return lakeproof::suggest_region(c.text) == c.meant; });
    for (auto const& r : all) BOOST_TEST(lakeproof::suggest_region(r.code) == r.code);
}

BOOST_AUTO_TEST_CASE(the_characters_of_a_code) {
    twice([] {
        for (int b = 0; b < 256; ++b) {
            bool const letter = b >= 'a' && b <= 'z';
            bool const digit = b >= '0' && b <= '9';
            auto const with = [&](std::string_view before, std::string_view after) {
                return region::check(text_buffer{before}.add(one(b)).add(after)).ok();
            };
            if (with("", "s-east-1") != letter || with("u", "-east-1") != letter ||
                with("us-", "-1") != letter || with("us-eas", "-1") != letter ||
                with("us-gov-", "-1") != letter || with("us-east-", "") != digit ||
                with("us-east-1", "") != digit)
                return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(the_words_of_a_code) {
    static constexpr std::string_view legal[] = {"ab-c-0", "abc-d-1", "abcd-e-2", "ab-c-d-3",
                                                 "ab-cdefgh-i-j-4567890"};
    static constexpr std::string_view illegal[] = {"a-b-0",   "abcde-f-1", "ab-2",    "ab-c",
                                                   "ab-c-",   "ab--3",     "ab-c--4", "ab--c-5",
                                                   "ab-c-d-", "-ab-c-6",   "abc6"};
    twice_for_each<legal>([](std::string_view t) { return region::check(t).ok(); });
    twice_for_each<illegal>([](std::string_view t) {
        auto const s = region::check(t);
        return !s.pattern_ok && s.length_ok;
    });
}

BOOST_AUTO_TEST_CASE(an_empty_code_is_too_short_as_well) {
    twice([] {
        auto const s = region::check("");
        return !s.length_ok && !s.pattern_ok && s.bound == 1 && s.broken == rule::string_length;
    });
    twice([] {
        auto const s = region::check("u");
        return s.length_ok && !s.pattern_ok && s.broken == rule::string_pattern;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace region_test
