// SPDX-License-Identifier: BSL-1.0
// The forward header and the whole, in both orders, agree.
#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/fwd.hpp>
#include <lakeproof/lakeproof.hpp>

#include "../../support/requests.hpp"
#include "declares.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <type_traits>

namespace lakeproof::test {

report checked(create_custom_log_source_request const& request, region const& in) {
    return check(request, {.regions = {in}});
}
bool breaks(create_custom_log_source_request const& request, region const& in, rule which) {
    return checked(request, in).count(which) != 0;
}
outcome<create_custom_log_source_request>
as_outcome(create_custom_log_source_request const& request) {
    outcome<create_custom_log_source_request> o;
    o.emplace([&] { return request; });
    return o;
}
provider_role_name role_of(source_name const& name, region const& in) { return {name, in}; }
severity severity_in(policy const& p, rule which) { return p[which]; }

} // namespace lakeproof::test

namespace {

using namespace lakeproof;

static_assert(std::is_same_v<source_name::constraint, source_name_constraint>);
static_assert(std::is_same_v<source_version::constraint, source_version_constraint>);
static_assert(std::is_same_v<role_arn::constraint, role_arn_constraint>);
static_assert(std::is_same_v<principal::constraint, principal_constraint>);
static_assert(std::is_same_v<external_id::constraint, external_id_constraint>);
static_assert(std::is_same_v<provider_role_name::constraint, provider_role_name_constraint>);
static_assert(std::is_same_v<region::constraint, region_constraint>);
static_assert(std::is_same_v<ocsf::event_class_name::constraint, ocsf::event_class_constraint>);

/// Everything that the forward header declares of the core is defined somewhere: a misspelt name would not be.
template <class... T>
constexpr bool complete = ((sizeof(T) > 0) && ...);
static_assert(complete<constraint_error, constraint_status, rule, rule_info, severity, partition, region_info>);
static_assert(complete<external_id, principal, provider_role_name, region, role_arn, source_name, source_version>);
static_assert(complete<ocsf::class_info, ocsf::class_list, ocsf::event_class, ocsf::event_class_list,
                       ocsf::event_class_name, ocsf::schema_version>);
static_assert(complete<aws_identity, create_custom_log_source_request, create_custom_log_source_response,
                       custom_log_source_attributes, custom_log_source_configuration,
                       custom_log_source_crawler_configuration, custom_log_source_provider,
                       custom_log_source_resource, service_error_code, service_error_details,
                       service_error_info, service_fault>);
static_assert(complete<aws_log_source_resource, delete_custom_log_source_request, delete_custom_log_source_response,
                       http_binding, list_log_sources_request, list_log_sources_response, log_source,
                       log_source_resource, requested_aws_log_source, requested_custom_log_source,
                       requested_custom_log_source_attributes, requested_custom_log_source_provider,
                       requested_log_source>);
static_assert(complete<operations::create_custom_log_source, operations::delete_custom_log_source,
                       operations::list_log_sources>);
static_assert(complete<document_view<create_custom_log_source_request>, invalid_document, limits, message_literal,
                       options, outcome<create_custom_log_source_request>, policy, region_list, report,
                       request_batch, rule_sink, runtime_rules, violation, violation_details>);
static_assert(std::is_base_of_v<std::invalid_argument, invalid_document>);

BOOST_AUTO_TEST_SUITE(forward_declarations)

BOOST_AUTO_TEST_CASE(units_that_only_declare_call_units_that_define) {
    BOOST_TEST(!test::passed_on(test::acme, regions::us_east_1, rule::provider_role_length));
    BOOST_TEST(test::checked(test::acme, regions::us_east_1).ok());
    BOOST_TEST(test::passed_on(test::named("twenty-eight-characters-long"), regions::us_east_1,
                               rule::provider_role_length));
    BOOST_TEST((test::same(test::acme) == test::acme));
    BOOST_TEST((test::same(ocsf::event_class::dns_activity) == ocsf::event_class::dns_activity));
    BOOST_TEST((*test::as_outcome(test::acme) == test::acme));
    BOOST_TEST(test::role_of(test::acme.source_name, regions::us_east_1).view() ==
               "AmazonSecurityLake-Provider-acme-edr-us-east-1");
    BOOST_TEST((test::severity_in(policy{}, rule::event_class_retired) == severity::note));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
