// SPDX-License-Identifier: BSL-1.0
#include "commands/rule_examples.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/rules/rule.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace {

namespace lp = lakeproof;
using lakeproof::rule;
using pieces = std::vector<std::string>;

constexpr rule_source api{
    "API reference of CreateCustomLogSource",
    "https://docs.aws.amazon.com/security-lake/latest/APIReference/API_CreateCustomLogSource.html"};
constexpr rule_source model{
    "AWS's service model of Security Lake, version 2018-05-10",
    "https://github.com/boto/botocore/tree/develop/botocore/data/securitylake/2018-05-10"};
constexpr rule_source custom_sources{
    "User Guide of Security Lake, collecting data from custom sources",
    "https://docs.aws.amazon.com/security-lake/latest/userguide/custom-sources.html"};
constexpr rule_source adding_sources{
    "User Guide of Security Lake, adding a custom source",
    "https://docs.aws.amazon.com/security-lake/latest/userguide/adding-custom-sources.html"};
constexpr rule_source iam{
    "User Guide of IAM, quotas and names",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"};
constexpr rule_source sts{
    "API reference of STS, AssumeRole",
    "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"};
constexpr rule_source partitions{
    "User Guide of IAM, ARNs and their partitions",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"};
constexpr rule_source endpoints{"General Reference of AWS, endpoints of Security Lake",
                                "https://docs.aws.amazon.com/general/latest/gr/securitylake.html"};
constexpr rule_source ocsf_schema{"OCSF 1.8.0, classes", "https://schema.ocsf.io/1.8.0/classes"};
constexpr rule_source json{"RFC 8259, the JSON format", "https://www.rfc-editor.org/rfc/rfc8259"};
constexpr rule_source dns{"RFC 1035, domain names", "https://www.rfc-editor.org/rfc/rfc1035"};
constexpr rule_source smithy{"Smithy 2.0, constraint traits",
                             "https://smithy.io/2.0/spec/constraint-traits.html"};
constexpr rule_source own{"Lakeproof's own bound", {}};

constexpr lp::region_list us{lp::regions::us_east_1};

std::string source_name(std::string_view name) {
    return "\"sourceName\": \"" + std::string{name} + '"';
}
std::string classes(std::string_view names) {
    return "\"eventClasses\": [" + std::string{names} + ']';
}

constexpr std::string_view usual_name = R"("sourceName": "acme-edr")";
constexpr std::string_view usual_version = R"("sourceVersion": "1.0")";
constexpr std::string_view usual_classes = R"("eventClasses": ["PROCESS_ACTIVITY"])";
constexpr std::string_view usual_arn =
    R"("roleArn": "arn:aws:iam::123456789012:role/SecurityLakeCrawler")";
constexpr std::string_view usual_principal = R"("principal": "123456789012")";
constexpr std::string_view usual_external_id = R"("externalId": "acme-2026")";
constexpr std::string_view usual_identity = R"("externalId": "acme-2026",
      "principal": "123456789012")";

/// A rule that one piece breaks in us-east-1, and which another keeps, mostly the usual one.
rule_example one(rule r, rule_source const& from, std::string_view usual, std::string broken,
                 std::string kept = {}) {
    if (kept.empty()) kept = usual;
    return {r, from, usual, {{std::move(broken)}, us}, {{std::move(kept)}, us}};
}
rule_example of_kind(example_kind kind, rule_example e) {
    e.kind = kind;
    return e;
}
rule_example in_regions(rule_example e, lp::region const& before, lp::region const& after) {
    e.before.regions = {before};
    e.after.regions = {after};
    return e;
}

/// Requests of one run, by their names.
pieces names(std::size_t count) {
    pieces all;
    for (std::size_t i = 1; i <= count; ++i)
        all.push_back(source_name("acme-" + std::to_string(i)));
    return all;
}

std::vector<rule_example> make_examples() {
    auto const response = [](rule r, std::string_view usual, std::string broken) {
        return of_kind(example_kind::response, one(r, custom_sources, usual, std::move(broken)));
    };
    auto const list = [](rule r, std::string_view usual, std::string broken) {
        return of_kind(example_kind::list_request, one(r, model, usual, std::move(broken)));
    };
    auto house = one(rule::house_rule, {"The rule of the team that checks", {}}, usual_name,
                     source_name("edr"));
    house.house_pattern = "acme-[a-z0-9-]+";
    return {
        one(rule::json_malformed, json, usual_version, std::string{usual_version} + ','),
        one(rule::json_limit, own, usual_version,
            "\"sourceVersion\": " + std::string(32, '[') + "\"1.0\"" + std::string(32, ']')),
        one(rule::member_type, api, usual_principal, R"("principal": 123456789012)"),
        one(rule::member_missing, api, usual_identity, std::string{usual_external_id}),
        one(rule::member_duplicate, json, usual_name,
            std::string{usual_name} + ",\n  " + source_name("acme-dns")),
        one(rule::member_unknown, api, usual_version, R"("sourceversion": "1.0")"),
        one(rule::source_name_length, api, usual_name, source_name("")),
        one(rule::source_name_pattern, api, usual_name, source_name("acme edr")),
        one(rule::source_name_documented_limit, api, usual_name,
            source_name("acme-edr-file-activity"), source_name("acme-edr-file")),
        one(rule::source_version_length, api, usual_version,
            R"("sourceVersion": "1.0-built-by-the-nightly-job-of-2026")"),
        one(rule::source_version_pattern, api, usual_version, R"("sourceVersion": "1.0+7")"),
        one(rule::event_class_pattern, api, usual_classes, classes(R"("Process Activity")")),
        one(rule::event_class_undocumented, adding_sources, usual_classes,
            classes(R"("PROCES_ACTIVITY")")),
        one(rule::event_class_not_in_api_reference, api, usual_classes,
            classes(R"("GROUP_MANAGEMENT")"), classes(R"("ACCOUNT_CHANGE")")),
        one(rule::event_class_not_in_user_guide, adding_sources, usual_classes,
            classes(R"("FILE_ACTIVITY")"), classes(R"("FILE_SYSTEM_ACTIVITY")")),
        one(rule::event_class_duplicate, api, usual_classes,
            classes(R"("PROCESS_ACTIVITY", "PROCESS_ACTIVITY")")),
        one(rule::event_class_retired, ocsf_schema, usual_classes, classes(R"("SECURITY_FINDING")"),
            classes(R"("DETECTION_FINDING")")),
        one(rule::event_classes_several, custom_sources, usual_classes,
            classes(R"("PROCESS_ACTIVITY", "DNS_ACTIVITY")")),
        one(rule::event_classes_limit, own, usual_classes,
            classes('"' + std::string(2049, 'A') + '"')),
        one(rule::role_arn_length, iam, usual_arn,
            R"("roleArn": "arn:aws:iam::123456789012:role/)" + std::string(2020, 'a') + '"'),
        one(rule::role_arn_pattern, model, usual_arn,
            R"("roleArn": "arn:aws:iam::123456789012:user/SecurityLakeCrawler")"),
        one(rule::role_arn_unresolvable, iam, usual_arn,
            R"("roleArn": "arn:aws:iam::123456789012:role//SecurityLakeCrawler")"),
        one(rule::principal_length, dns, usual_principal,
            "\"principal\": \"" + std::string(250, 'a') + ".amazonaws.com\""),
        one(rule::principal_pattern, model, usual_principal,
            R"("principal": "arn:aws:iam::123456789012:root")"),
        one(rule::principal_unresolvable, dns, usual_principal,
            R"("principal": "logs..amazonaws.com")", R"("principal": "logs.amazonaws.com")"),
        one(rule::external_id_length, sts, usual_external_id, R"("externalId": "a")"),
        one(rule::external_id_pattern, sts, usual_external_id, R"("externalId": "acme 2026")"),
        in_regions(one(rule::provider_role_length, iam, usual_name,
                       source_name("CrowdStrike_DNS_ACTIVITY"), source_name("CrowdStrike_DNS")),
                   lp::regions::ap_southeast_2, lp::regions::ap_southeast_2),
        one(rule::provider_role_characters, iam, usual_name, source_name("acme/edr")),
        in_regions(one(rule::role_arn_partition, partitions, usual_arn, std::string{usual_arn},
                       R"("roleArn": "arn:aws-us-gov:iam::123456789012:role/SecurityLakeCrawler")"),
                   lp::regions::us_gov_west_1, lp::regions::us_gov_west_1),
        in_regions(one(rule::region_unknown, endpoints, usual_name, std::string{usual_name}),
                   "us-esat-1", lp::regions::us_east_1),
        in_regions(one(rule::region_unsupported, endpoints, usual_name, std::string{usual_name}),
                   lp::regions::eu_south_1, lp::regions::eu_central_1),
        {rule::source_name_conflict,
         api,
         usual_name,
         {{source_name("acme-edr"), source_name("acme-edr")}, us},
         {{source_name("acme-edr"), source_name("acme-dns")}, us}},
        {rule::source_name_collision,
         iam,
         usual_name,
         {{source_name("acme-edr"), source_name("Acme_EDR")}, us},
         {{source_name("acme-edr"), source_name("acme-dns")}, us}},
        {rule::source_count_limit, custom_sources, usual_name, {names(51), us}, {names(50), us}},
        response(rule::response_source_mismatch, usual_name, source_name("acme-dns")),
        response(
            rule::response_role_mismatch,
            R"("roleArn": "arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-east-1")",
            R"("roleArn": "arn:aws:iam::123456789012:role/acme-edr")"),
        response(rule::response_location_mismatch,
                 R"("location": "s3://aws-security-data-lake-us-east-1/ext/acme-edr/")",
                 R"("location": "s3://aws-security-data-lake-us-east-1/ext/acme-dns/")"),
        response(rule::response_arn_mismatch,
                 R"("crawlerArn": "arn:aws:glue:us-east-1:123456789012:crawler/acme-edr")",
                 R"("crawlerArn": "arn:aws:glue:us-west-2:123456789012:crawler/acme-edr")"),
        list(rule::string_length, R"("nextToken": "bmV4dA==")",
             "\"nextToken\": \"" + std::string(2049, 'b') + '"'),
        list(rule::string_pattern, R"("accounts": ["123456789012"])",
             R"("accounts": ["12345678901O"])"),
        list(rule::string_enum, R"("awsLogSource": {"sourceName": "VPC_FLOW"})",
             R"("awsLogSource": {"sourceName": "VPC_FLOWS"})"),
        list(rule::number_range, R"("maxResults": 100)", R"("maxResults": 500)"),
        of_kind(example_kind::own_shape,
                one(rule::list_length, smithy, R"("names": ["acme-edr", "acme-dns"])",
                    R"("names": [])")),
        list(rule::union_members, R"({"awsLogSource": {"sourceName": "VPC_FLOW"}})", "{}"),
        house,
    };
}

} // namespace

rule_example const& example_of(rule r) {
    static auto const examples = make_examples();
    auto const found =
        std::find_if(examples.begin(), examples.end(), [&](auto const& e) { return e.rule == r; });
    if (found == examples.end()) throw std::logic_error{"a rule without an example"};
    return *found;
}
