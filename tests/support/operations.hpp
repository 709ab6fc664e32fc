// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// More operations of the service, as its model of 2018-05-10 describes them, with two exceptions: `sourceName` has the
// pattern of the API reference, and Regions are well-formed codes. An optional list is a std::optional, so that an
// empty one is not taken for none.
namespace service {
using lakeproof::member, lakeproof::member_table, lakeproof::json::tag_invoke;

using account_id = lakeproof::bounded_string<"^[0-9]{12}$", 12, 12>;
using amazon_resource_name = lakeproof::bounded_string<
    R"(^arn:(aws|aws-us-gov|aws-cn):securitylake:[A-Za-z0-9_/.\-]{0,63}:[A-Za-z0-9_/.\-]{0,63}:[A-Za-z0-9][A-Za-z0-9_/.\-]{0,127}$)",
    1, 1011>;
using aws_log_source_name = lakeproof::enum_string<"ROUTE53", "VPC_FLOW", "SH_FINDINGS", "CLOUD_TRAIL_MGMT",
                                                   "LAMBDA_EXECUTION", "S3_DATA", "EKS_AUDIT", "WAF">;
using aws_log_source_version = lakeproof::bounded_string<R"(^(latest|[0-9]\.[0-9])$)", 0, 32>; // the pattern's are 3 to 6 long
using next_token = lakeproof::bounded_string<R"(^[\s\S]*$)", 0, 2048>;
using s3_uri = lakeproof::bounded_string<R"(^s3[an]?://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/[^/].*)+$)", 0, 1024>;

// --- a source, as a request names it

struct aws_log_source_resource {
    std::optional<aws_log_source_name> source_name{};
    std::optional<aws_log_source_version> source_version{};

    static constexpr auto members = member_table(member{"sourceName", &aws_log_source_resource::source_name},
                                                 member{"sourceVersion", &aws_log_source_resource::source_version});
    friend bool operator==(aws_log_source_resource const&, aws_log_source_resource const&) = default;
};

struct custom_log_source_attributes {
    std::optional<amazon_resource_name> crawler_arn{};
    std::optional<amazon_resource_name> database_arn{};
    std::optional<amazon_resource_name> table_arn{};

    static constexpr auto members = member_table(member{"crawlerArn", &custom_log_source_attributes::crawler_arn},
                                                 member{"databaseArn", &custom_log_source_attributes::database_arn},
                                                 member{"tableArn", &custom_log_source_attributes::table_arn});
    friend bool operator==(custom_log_source_attributes const&, custom_log_source_attributes const&) = default;
};

struct custom_log_source_provider {
    std::optional<s3_uri> location{};
    std::optional<lakeproof::role_arn> role_arn{};

    static constexpr auto members = member_table(member{"location", &custom_log_source_provider::location},
                                                 member{"roleArn", &custom_log_source_provider::role_arn});
    friend bool operator==(custom_log_source_provider const&, custom_log_source_provider const&) = default;
};

struct custom_log_source_resource {
    std::optional<custom_log_source_attributes> attributes{};
    std::optional<custom_log_source_provider> provider{};
    std::optional<lakeproof::source_name> source_name{};
    std::optional<lakeproof::source_version> source_version{};

    static constexpr auto members = member_table(member{"attributes", &custom_log_source_resource::attributes},
                                                 member{"provider", &custom_log_source_resource::provider},
                                                 member{"sourceName", &custom_log_source_resource::source_name},
                                                 member{"sourceVersion", &custom_log_source_resource::source_version});
    friend bool operator==(custom_log_source_resource const&, custom_log_source_resource const&) = default;
};

struct log_source_resource {
    std::optional<aws_log_source_resource> aws_log_source{};
    std::optional<custom_log_source_resource> custom_log_source{};

    static constexpr bool one_of = true;
    static constexpr auto members = member_table(member{"awsLogSource", &log_source_resource::aws_log_source},
                                                 member{"customLogSource", &log_source_resource::custom_log_source});
    friend bool operator==(log_source_resource const&, log_source_resource const&) = default;
};

// --- DeleteCustomLogSource

struct delete_custom_log_source_request {
    lakeproof::source_name source_name;
    std::optional<lakeproof::source_version> source_version{};

    static constexpr auto members =
        member_table(member{"sourceName", &delete_custom_log_source_request::source_name},
                     member{"sourceVersion", &delete_custom_log_source_request::source_version});
    friend bool operator==(delete_custom_log_source_request const&,
                           delete_custom_log_source_request const&) = default;
};

struct delete_custom_log_source_response {
    static constexpr bool open = true;
    static constexpr auto members = member_table();
    friend bool operator==(delete_custom_log_source_response const&,
                           delete_custom_log_source_response const&) = default;
};

// --- ListLogSources

struct list_log_sources_request {
    std::optional<std::vector<account_id>> accounts{};
    std::optional<std::int32_t> max_results{};
    std::optional<service::next_token> next_token{};
    std::optional<std::vector<lakeproof::region>> regions{};
    std::optional<std::vector<log_source_resource>> sources{};

    static constexpr auto members =
        member_table(member{"accounts", &list_log_sources_request::accounts},
                     member{"maxResults", &list_log_sources_request::max_results, {.least = 1, .most = 100}},
                     member{"nextToken", &list_log_sources_request::next_token},
                     member{"regions", &list_log_sources_request::regions},
                     member{"sources", &list_log_sources_request::sources});
    friend bool operator==(list_log_sources_request const&, list_log_sources_request const&) = default;
};

/// A source in a response, where all strings are plain.
struct listed_aws_log_source {
    std::optional<std::string> source_name{};
    std::optional<std::string> source_version{};

    static constexpr bool open = true;
    static constexpr auto members = member_table(member{"sourceName", &listed_aws_log_source::source_name},
                                                 member{"sourceVersion", &listed_aws_log_source::source_version});
    friend bool operator==(listed_aws_log_source const&, listed_aws_log_source const&) = default;
};

/// Neither has a value where the source is of a kind that is newer than this.
struct listed_log_source {
    std::optional<listed_aws_log_source> aws_log_source{};
    std::optional<lakeproof::custom_log_source_resource> custom_log_source{};

    static constexpr bool open = true;
    static constexpr bool one_of = true;
    static constexpr auto members = member_table(member{"awsLogSource", &listed_log_source::aws_log_source},
                                                 member{"customLogSource", &listed_log_source::custom_log_source});
    friend bool operator==(listed_log_source const&, listed_log_source const&) = default;
};

struct log_source {
    std::optional<std::string> account{};
    std::optional<std::string> region{};
    std::vector<listed_log_source> sources{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"account", &log_source::account}, member{"region", &log_source::region},
                     member{"sources", &log_source::sources});
    friend bool operator==(log_source const&, log_source const&) = default;
};

struct list_log_sources_response {
    std::optional<std::string> next_token{};
    std::vector<log_source> sources{};

    static constexpr bool open = true;
    static constexpr auto members = member_table(member{"nextToken", &list_log_sources_response::next_token},
                                                 member{"sources", &list_log_sources_response::sources});
    friend bool operator==(list_log_sources_response const&, list_log_sources_response const&) = default;
};

// --- CreateAwsLogSource

struct aws_log_source_configuration {
    std::optional<std::vector<account_id>> accounts{};
    std::vector<lakeproof::region> regions{};
    aws_log_source_name source_name;
    std::optional<aws_log_source_version> source_version{};

    static constexpr auto members =
        member_table(member{"accounts", &aws_log_source_configuration::accounts},
                     member{"regions", &aws_log_source_configuration::regions, {.required = true}},
                     member{"sourceName", &aws_log_source_configuration::source_name},
                     member{"sourceVersion", &aws_log_source_configuration::source_version});
    friend bool operator==(aws_log_source_configuration const&, aws_log_source_configuration const&) = default;
};

struct create_aws_log_source_request {
    std::vector<aws_log_source_configuration> sources{};

    static constexpr auto members = member_table(member{
        "sources", &create_aws_log_source_request::sources, {.required = true, .least = 1, .most = 50}});
    friend bool operator==(create_aws_log_source_request const&, create_aws_log_source_request const&) = default;
};

// --- CreateSubscriber

struct tag {
    lakeproof::bounded_string<R"(^[\s\S]*$)", 1, 128> key;
    lakeproof::bounded_string<R"(^[\s\S]*$)", 0, 256> value;

    static constexpr auto members = member_table(member{"key", &tag::key}, member{"value", &tag::value});
    friend bool operator==(tag const&, tag const&) = default;
};

struct create_subscriber_request {
    std::optional<std::vector<lakeproof::enum_string<"LAKEFORMATION", "S3">>> access_types{};
    std::vector<log_source_resource> sources{};
    std::optional<std::string> subscriber_description{};
    lakeproof::aws_identity subscriber_identity;
    lakeproof::bounded_string<R"(^[\s\S]*$)", 0, 64> subscriber_name;
    std::optional<std::vector<tag>> tags{};

    static constexpr auto members =
        member_table(member{"accessTypes", &create_subscriber_request::access_types},
                     member{"sources", &create_subscriber_request::sources, {.required = true}},
                     member{"subscriberDescription", &create_subscriber_request::subscriber_description},
                     member{"subscriberIdentity", &create_subscriber_request::subscriber_identity},
                     member{"subscriberName", &create_subscriber_request::subscriber_name},
                     member{"tags", &create_subscriber_request::tags, {.most = 50}});
    friend bool operator==(create_subscriber_request const&, create_subscriber_request const&) = default;

    /// A pattern without a greatest length: no string type, which holds its text inline, but a plain string and a rule.
    static constexpr void check(lakeproof::document_view<create_subscriber_request> d, lakeproof::rule_sink& out) {
        using description = lakeproof::pattern<R"(^[\\\w\s\-_:/,.@=+]*$)">;
        auto const text = d[&create_subscriber_request::subscriber_description];
        if (text.valid() && !description::matches(text.view()))
            out.report(lakeproof::rule::string_pattern, text,
                       "{value} failed to satisfy constraint: Member must satisfy regular expression pattern: "
                       R"(^[\\\w\s\-_:/,.@=+]*$)");
    }
};

} // namespace service
