// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/create_custom_log_source_response_rules.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace create_custom_log_source_response_rules_test {

using namespace lakeproof;
using test::acme;
using test::listed;
using test::named;

/// What the service really answers to a request for `name` in us-west-2.
create_custom_log_source_response real(std::string const& name, std::string const& glue_name,
                                       std::string const& location_end = "/") {
    return {.source = custom_log_source_resource{
                .attributes =
                    custom_log_source_attributes{
                        .crawler_arn = "arn:aws:glue:us-west-2:123456789012:crawler/" + name,
                        .database_arn = "arn:aws:glue:us-west-2:123456789012:database/"
                                        "amazon_security_lake_glue_db_us_west_2",
                        .table_arn = "arn:aws:glue:us-west-2:123456789012:table/"
                                     "amazon_security_lake_table_us_west_2_ext_" +
                                     glue_name},
                .provider =
                    custom_log_source_provider{
                        .location = "s3://aws-security-data-lake-us-west-2-"
                                    "abcdefghijklmnopqrstuvwxyz0123/ext/" +
                                    name + location_end,
                        .role_arn = "arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-" +
                                    name + "-us-west-2"},
                .source_name = name}};
}

report checked(create_custom_log_source_response const& response) {
    return check(response, acme, regions::us_west_2);
}

/// What is said of a response to `acme` in us-west-2 with one member replaced.
template <class Part, class Text>
std::string with(Part custom_log_source_resource::*part, Text member, std::string_view text) {
    custom_log_source_resource source{};
    (source.*part).emplace();
    (*(source.*part)).*member = std::string{text};
    return listed(checked({.source = source}));
}
std::string with_location(std::string_view text) {
    return with(&custom_log_source_resource::provider, &custom_log_source_provider::location, text);
}
std::string with_role(std::string_view text) {
    return with(&custom_log_source_resource::provider, &custom_log_source_provider::role_arn, text);
}
std::string with_table(std::string_view text) {
    return with(&custom_log_source_resource::attributes, &custom_log_source_attributes::table_arn,
                text);
}

BOOST_AUTO_TEST_SUITE(response_rules)

BOOST_AUTO_TEST_CASE(real_responses_give_nothing) {
    BOOST_TEST(listed(checked(real("acme-edr", "acme_edr"))) == "");
    auto versioned = real("acme-edr", "acme_edr", "/1.0/");
    versioned.source->source_version = "1.0";
    BOOST_TEST(listed(checked(versioned)) == "");
    auto in_service_role = real("acme-edr", "acme_edr");
    in_service_role.source->provider->role_arn = "arn:aws:iam::123456789012:role/service-role/"
                                                 "AmazonSecurityLake-Provider-acme-edr-us-west-2";
    BOOST_TEST(listed(checked(in_service_role)) == "");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_not_looked_at) {
    BOOST_TEST(checked({}).empty());
    BOOST_TEST(checked({.source = custom_log_source_resource{}}).empty());
    BOOST_TEST(
        checked({.source = custom_log_source_resource{.attributes = custom_log_source_attributes{},
                                                     .provider = custom_log_source_provider{}}})
            .empty());
}

BOOST_AUTO_TEST_CASE(a_response_of_another_request_breaks_every_rule) {
    auto other = real("other", "other");
    other.source->source_version = "2.0";
    auto const r = check(other, acme, regions::us_east_1);
    BOOST_TEST(listed(r) == "warning response-source-mismatch /source/sourceName; "
                            "warning response-source-mismatch /source/sourceVersion; "
                            "warning response-role-mismatch /source/provider/roleArn in us-east-1; "
                            "warning response-location-mismatch /source/provider/location; "
                            "warning response-arn-mismatch /source/attributes/crawlerArn in "
                            "us-east-1; "
                            "warning response-arn-mismatch /source/attributes/databaseArn in "
                            "us-east-1; "
                            "warning response-arn-mismatch /source/attributes/tableArn in "
                            "us-east-1");
    BOOST_TEST(r.ok());
    BOOST_TEST(message(r[0]) ==
               "Value 'other' at 'source.sourceName' is not the requested one, 'acme-edr'");
    BOOST_TEST(r[0].text() == "other");
    BOOST_TEST(r[0].detail() == "acme-edr");
}

BOOST_AUTO_TEST_CASE(the_name_must_be_the_requested_one) {
    for (auto const* const name : {"acme-edR", "acme-ed", "acme-edrr", "", "acme_edr"}) {
        auto const r = checked({.source = custom_log_source_resource{.source_name = name}});
        BOOST_TEST(listed(r) == "warning response-source-mismatch /source/sourceName", name);
    }
}

BOOST_AUTO_TEST_CASE(the_version_must_be_the_requested_one) {
    BOOST_TEST(checked({.source = custom_log_source_resource{.source_version = "1.0"}}).empty());
    auto const other = checked({.source = custom_log_source_resource{.source_version = "1.00"}});
    BOOST_TEST(listed(other) == "warning response-source-mismatch /source/sourceVersion");
    BOOST_TEST(message(other[0]) ==
               "Value '1.00' at 'source.sourceVersion' is not the requested one, '1.0'");

    auto unversioned = acme;
    unversioned.source_version.reset();
    auto const unasked = check({.source = custom_log_source_resource{.source_version = "1.0"}},
                               unversioned, regions::us_west_2);
    BOOST_TEST(listed(unasked) == "warning response-source-mismatch /source/sourceVersion");
    BOOST_TEST(message(unasked[0]) == "Value '1.0' at 'source.sourceVersion' is not the requested "
                                      "one, since the request names none");
}

BOOST_AUTO_TEST_CASE(the_role_is_the_last_segment_of_the_arn) {
    constexpr auto* mismatch =
        "warning response-role-mismatch /source/provider/roleArn in us-west-2";
    for (auto const* const fine :
         {"arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-west-2",
          "arn:aws:iam::123456789012:role/a/b/AmazonSecurityLake-Provider-acme-edr-us-west-2",
          "/AmazonSecurityLake-Provider-acme-edr-us-west-2"})
        BOOST_TEST(with_role(fine) == "", fine);
    for (auto const* const other :
         {"arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-east-1",
          "arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-west-2/",
          "arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-west-22",
          "arn:aws:iam::123456789012:role/xAmazonSecurityLake-Provider-acme-edr-us-west-2",
          "AmazonSecurityLake-Provider-acme-edr-us-west-2", "/", ""})
        BOOST_TEST(with_role(other) == mismatch, other);
    auto const r = checked({.source = custom_log_source_resource{
                               .provider = custom_log_source_provider{.role_arn = "x/y"}}});
    BOOST_TEST(message(r[0]) ==
               "Value 'x/y' at 'source.provider.roleArn' does not name the derived "
               "role 'AmazonSecurityLake-Provider-acme-edr-us-west-2'");
}

BOOST_AUTO_TEST_CASE(the_location_holds_the_source) {
    constexpr auto* mismatch = "warning response-location-mismatch /source/provider/location";
    for (auto const* const fine :
         {"s3://b/ext/acme-edr/", "s3a://b/ext/acme-edr/", "s3n://b/ext/acme-edr/",
          "s3://b/ext/acme-edr/1.0/", "s3://b/lake/ext/acme-edr/"})
        BOOST_TEST(with_location(fine) == "", fine);
    for (auto const* const other :
         {"s3://b/ext/acme-edr", "s3://b/ext/acme-edr2/", "s3://b/ext/other/", "s3://b/acme-edr/",
          "s3://b/ext/acme_edr/", "s3://ext/acme-edr/", "s3:///ext/acme-edr/",
          "s3x://b/ext/acme-edr/", "S3://b/ext/acme-edr/", "https://b/ext/acme-edr/",
          "b/ext/acme-edr/", "s3:/b/ext/acme-edr/", "s3://b", "s3://", ""})
        BOOST_TEST(with_location(other) == mismatch, other);
    auto const r = checked({.source = custom_log_source_resource{
                               .provider = custom_log_source_provider{.location = "s3://b/x/"}}});
    BOOST_TEST(message(r[0]) ==
               "Value 's3://b/x/' at 'source.provider.location' is no S3 URI whose "
               "path holds 'ext/acme-edr/'");
}

BOOST_AUTO_TEST_CASE(a_hostile_location_is_checked_at_once) {
    // The service model's pattern for it backtracks exponentially on such a text.
    std::string location = "s3://bbb";
    for (int i = 0; i < 100'000; ++i) location += "/a";
    BOOST_TEST(with_location(location + '\n') ==
               "warning response-location-mismatch /source/provider/location");
}

BOOST_AUTO_TEST_CASE(arns_are_of_glue_or_security_lake_in_the_region) {
    constexpr auto* mismatch =
        "warning response-arn-mismatch /source/attributes/tableArn in us-west-2";
    for (auto const* const fine :
         {"arn:aws:glue:us-west-2:123456789012:table/x", "arn:aws:securitylake:us-west-2:1:x",
          "arn:aws-cn:glue:us-west-2::", "arn:aws:glue:us-west-2:123456789012:table/a:b"})
        BOOST_TEST(with_table(fine) == "", fine);
    for (auto const* const other :
         {"arn:aws:glue:us-east-1:123456789012:table/x", "arn:aws:s3:us-west-2:123456789012:x",
          "arn:aws:glue:us-west-22:123456789012:table/x", "arn:aws:glue:us-west-:1:x",
          "arn:aws:glue::123456789012:table/x", "ARN:aws:glue:us-west-2:123456789012:x",
          "arn:aws:Glue:us-west-2:123456789012:x", "arn:aws:glue:us-west-2", "glue", ""})
        BOOST_TEST(with_table(other) == mismatch, other);
    auto const r = checked({.source = custom_log_source_resource{
                               .attributes = custom_log_source_attributes{.crawler_arn = "arn"}}});
    BOOST_TEST(message(r[0]) ==
               "Value 'arn' at 'source.attributes.crawlerArn' is no ARN of glue or "
               "securitylake in us-west-2");
}

BOOST_AUTO_TEST_CASE(a_policy_changes_what_they_report) {
    create_custom_log_source_response const response{
        .source = custom_log_source_resource{.source_name = "other"}};
    auto const r = check(response, acme, regions::us_west_2,
                         {.policy = policy{}.set(rule::response_source_mismatch, severity::error)});
    BOOST_TEST(listed(r) == "error response-source-mismatch /source/sourceName");
    BOOST_TEST(!r.ok());
}

BOOST_AUTO_TEST_CASE(a_role_over_64_characters_is_compared_in_whole) {
    // The request breaks provider-role-length; a service that took it would derive this.
    auto const name = std::string(40, 'n');
    BOOST_TEST(listed(check(real(name, name), named(name), regions::us_west_2)) == "");
}

BOOST_AUTO_TEST_CASE(an_empty_string_is_shown_as_one) {
    auto const r = checked({.source = custom_log_source_resource{.source_name = ""}});
    BOOST_TEST_REQUIRE(r.size() == 1u);
    BOOST_TEST(message(r[0]) ==
               "Value '' at 'source.sourceName' is not the requested one, 'acme-edr'");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace create_custom_log_source_response_rules_test
