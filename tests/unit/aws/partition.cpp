// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/partition.hpp>

#include "../../support/twice.hpp"

#include <string_view>

namespace partition_test {

using lakeproof::partition;
using lakeproof::partition_from;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct published_partition {
    partition value;
    std::string_view id;
    std::string_view dns_suffix;
    std::string_view dual_stack_dns_suffix;
};

/// The partitions that botocore 1.43.67 lists.
constexpr published_partition all[] = {
    {partition::aws, "aws", "amazonaws.com", "api.aws"},
    {partition::aws_cn, "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
    {partition::aws_eusc, "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"},
    {partition::aws_iso, "aws-iso", "c2s.ic.gov", "api.aws.ic.gov"},
    {partition::aws_iso_b, "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"},
    {partition::aws_iso_e, "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
    {partition::aws_iso_f, "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
    {partition::aws_us_gov, "aws-us-gov", "amazonaws.com", "api.aws"},
};

BOOST_AUTO_TEST_SUITE(aws_partitions)

BOOST_AUTO_TEST_CASE(ids_go_both_ways) {
    twice_for_each<all>([](published_partition const& p) {
        return to_string(p.value) == p.id && partition_from(p.id) == p.value;
    });
}

BOOST_AUTO_TEST_CASE(dns_suffixes) {
    twice_for_each<all>(
        [](published_partition const& p) { return dns_suffix(p.value) == p.dns_suffix; });
    twice_for_each<all>([](published_partition const& p) {
        return dual_stack_dns_suffix(p.value) == p.dual_stack_dns_suffix;
    });
}

BOOST_AUTO_TEST_CASE(other_ids_name_none) {
    twice([] { return !partition_from("") && !partition_from("AWS") && !partition_from("aws-"); });
    twice([] { return !partition_from("aws-us") && !partition_from("aws_cn"); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace partition_test
