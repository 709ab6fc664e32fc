// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/lakeproof.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/listed.hpp"
#include "../../support/twice.hpp"

#include <string>

namespace requested_log_source_test {

using namespace lakeproof;
using test::twice;
using test::twice_in_words;
using attributes = requested_custom_log_source_attributes;
using provider = requested_custom_log_source_provider;
using custom = requested_custom_log_source;
using native = requested_aws_log_source;

constexpr requested_log_source waf{.aws_log_source = native{.source_name = aws_log_source_name{"WAF"}}};
constexpr requested_log_source acme{.custom_log_source = custom{.source_name = source_name{"acme-edr"}}};
static_assert(proved(waf) == waf);
static_assert(proved(acme) == acme);

BOOST_AUTO_TEST_SUITE(requested_log_sources)

BOOST_AUTO_TEST_CASE(a_source_is_of_exactly_one_kind) {
    twice_in_words([] { return test::listed(check(requested_log_source{})) == "error union-members"; });
    twice_in_words([] {
        requested_log_source both = waf;
        both.custom_log_source = acme.custom_log_source;
        return test::listed(check(both)) == "error union-members";
    });
}

BOOST_AUTO_TEST_CASE(strings_are_as_the_service_model_has_them) {
    twice([] {
        return aws_log_source_name::from("EKS_AUDIT") && !aws_log_source_name::from("eks_audit") &&
               aws_log_source_version::from("latest") && aws_log_source_version::from("2.0") &&
               !aws_log_source_version::from("20") && !aws_log_source_version::from("");
    });
    BOOST_TEST(amazon_resource_name::from("arn:aws:securitylake:us-east-1:123456789012:crawler/a").has_value());
    BOOST_TEST(!amazon_resource_name::from("arn:aws:glue:us-east-1:123456789012:crawler/a").has_value());
    BOOST_TEST(s3_uri::from("s3://bucket/ext/acme/").has_value());
    BOOST_TEST(!s3_uri::from("s3://bucket").has_value());
    BOOST_TEST(!s3_uri::from("s3://bucket/" + std::string(1013, 'x')).has_value());
}

BOOST_AUTO_TEST_CASE(every_member_counts_in_a_comparison) {
    amazon_resource_name const arn{"arn:aws:securitylake:::x"};
    BOOST_TEST(test::all_differ<attributes>({{}, {.crawler_arn = arn}, {.database_arn = arn}, {.table_arn = arn}}));
    BOOST_TEST(test::all_differ<provider>(
        {{}, {.location = s3_uri{"s3://abc/x"}}, {.role_arn = role_arn{"arn:aws:iam::123456789012:role/x"}}}));
    BOOST_TEST(test::all_differ<custom>({{},
                                         {.attributes = attributes{}},
                                         {.provider = provider{}},
                                         {.source_name = source_name{"a"}},
                                         {.source_version = source_version{"a"}}}));
    BOOST_TEST(test::all_differ<native>({{},
                                         {.source_name = aws_log_source_name{"WAF"}},
                                         {.source_version = aws_log_source_version{"1.0"}}}));
    BOOST_TEST(test::all_differ<requested_log_source>({{}, waf, acme}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace requested_log_source_test
