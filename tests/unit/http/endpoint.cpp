// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <string_view>

namespace endpoint_test {

using namespace lakeproof;

struct published_endpoints {
    std::string_view code;
    std::string_view usual;
    std::string_view fips;
    std::string_view dual_stack;
    std::string_view both;
};

/// One Region of each partition.
constexpr published_endpoints rows[] = {
    {"us-east-1", "https://securitylake.us-east-1.amazonaws.com",
     "https://securitylake-fips.us-east-1.amazonaws.com", "https://securitylake.us-east-1.api.aws",
     "https://securitylake-fips.us-east-1.api.aws"},
    {"cn-north-1", "https://securitylake.cn-north-1.amazonaws.com.cn",
     "https://securitylake-fips.cn-north-1.amazonaws.com.cn",
     "https://securitylake.cn-north-1.api.amazonwebservices.com.cn",
     "https://securitylake-fips.cn-north-1.api.amazonwebservices.com.cn"},
    {"eusc-de-east-1", "https://securitylake.eusc-de-east-1.amazonaws.eu",
     "https://securitylake-fips.eusc-de-east-1.amazonaws.eu",
     "https://securitylake.eusc-de-east-1.api.amazonwebservices.eu",
     "https://securitylake-fips.eusc-de-east-1.api.amazonwebservices.eu"},
    {"us-iso-east-1", "https://securitylake.us-iso-east-1.c2s.ic.gov",
     "https://securitylake-fips.us-iso-east-1.c2s.ic.gov",
     "https://securitylake.us-iso-east-1.api.aws.ic.gov",
     "https://securitylake-fips.us-iso-east-1.api.aws.ic.gov"},
    {"us-isob-east-1", "https://securitylake.us-isob-east-1.sc2s.sgov.gov",
     "https://securitylake-fips.us-isob-east-1.sc2s.sgov.gov",
     "https://securitylake.us-isob-east-1.api.aws.scloud",
     "https://securitylake-fips.us-isob-east-1.api.aws.scloud"},
    {"eu-isoe-west-1", "https://securitylake.eu-isoe-west-1.cloud.adc-e.uk",
     "https://securitylake-fips.eu-isoe-west-1.cloud.adc-e.uk",
     "https://securitylake.eu-isoe-west-1.api.cloud-aws.adc-e.uk",
     "https://securitylake-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk"},
    {"us-isof-south-1", "https://securitylake.us-isof-south-1.csp.hci.ic.gov",
     "https://securitylake-fips.us-isof-south-1.csp.hci.ic.gov",
     "https://securitylake.us-isof-south-1.api.aws.hci.ic.gov",
     "https://securitylake-fips.us-isof-south-1.api.aws.hci.ic.gov"},
    {"us-gov-west-1", "https://securitylake.us-gov-west-1.amazonaws.com",
     "https://securitylake-fips.us-gov-west-1.amazonaws.com",
     "https://securitylake.us-gov-west-1.api.aws",
     "https://securitylake-fips.us-gov-west-1.api.aws"},
    // Not in the table, but of a partition's pattern.
    {"eu-west-9", "https://securitylake.eu-west-9.amazonaws.com",
     "https://securitylake-fips.eu-west-9.amazonaws.com", "https://securitylake.eu-west-9.api.aws",
     "https://securitylake-fips.eu-west-9.api.aws"},
};

BOOST_AUTO_TEST_SUITE(endpoints)

BOOST_AUTO_TEST_CASE(every_partition_with_and_without_fips_and_dual_stack) {
    std::set<partition> seen;
    for (auto const& row : rows) {
        region const r{row.code};
        seen.insert(*partition_of(r));
        BOOST_TEST(http::endpoint(r).value() == row.usual);
        BOOST_TEST(http::endpoint(r, {.fips = true}).value() == row.fips);
        BOOST_TEST(http::endpoint(r, {.dual_stack = true}).value() == row.dual_stack);
        BOOST_TEST(http::endpoint(r, {.fips = true, .dual_stack = true}).value() == row.both);
    }
    std::set<partition> all;
    for (auto const& r : known_regions()) all.insert(r.partition);
    BOOST_TEST((seen == all));
    BOOST_TEST(all.size() == std::size(detail::partition_table));
}

BOOST_AUTO_TEST_CASE(every_region_of_the_table_has_one) {
    for (auto const& r : known_regions())
        BOOST_TEST(http::endpoint(region{r.code}).value() ==
                   "https://securitylake." + std::string{r.code} + '.' +
                       std::string{dns_suffix(r.partition)});
}

BOOST_AUTO_TEST_CASE(a_region_of_no_known_partition_has_none) {
    for (std::string_view const code : {"xx-east-1", "us-isox-east-1", "eusc-fr-west-1", "aws-a-1"})
        for (bool const fips : {false, true})
            for (bool const dual_stack : {false, true}) {
                auto const url = http::endpoint(region{code}, {fips, dual_stack});
                BOOST_TEST_REQUIRE(url.has_error(), code);
                BOOST_TEST((url.error() == http::endpoint_error::unknown_partition));
                BOOST_TEST(url.error().message() == "The Region is of no known partition");
                BOOST_TEST(url.error().category().name() == "lakeproof.endpoint");
                BOOST_TEST(url.error().category().message(0) == "No error of an endpoint");
            }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace endpoint_test
