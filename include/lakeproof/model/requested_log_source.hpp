// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>
#include <lakeproof/version.hpp>

#include <optional>

namespace lakeproof::inline LAKEPROOF_ABI {

// A log source as a request names it, which is read strictly; as a response names it, it is in
// <lakeproof/model/list_log_sources_response.hpp>. Source: the service model of 2018-05-10, apart from the pattern of
// `sourceName`.

/// A source that AWS supports natively.
using aws_log_source_name = enum_string<"ROUTE53", "VPC_FLOW", "SH_FINDINGS", "CLOUD_TRAIL_MGMT", "LAMBDA_EXECUTION",
                                        "S3_DATA", "EKS_AUDIT", "WAF">;

/// The version of such a source: `latest`, or two digits with a dot. The service names no length; the pattern's are 3
/// to 6.
using aws_log_source_version = bounded_string<R"(^(latest|[0-9]\.[0-9])$)", 0, 32>;

/// An ARN as the service's requests allow it.
using amazon_resource_name = bounded_string<
    R"(^arn:(aws|aws-us-gov|aws-cn):securitylake:[A-Za-z0-9_/.\-]{0,63}:[A-Za-z0-9_/.\-]{0,63}:[A-Za-z0-9][A-Za-z0-9_/.\-]{0,127}$)",
    1, 1011>;

/// The URI of a place in Amazon S3, as the service's requests allow it.
using s3_uri = bounded_string<R"(^s3[an]?://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/[^/].*)+$)", 0, 1024>;

/// A natively supported source in a request.
struct requested_aws_log_source {
    std::optional<aws_log_source_name> source_name{};
    std::optional<aws_log_source_version> source_version{};

    static constexpr auto members = member_table(member{"sourceName", &requested_aws_log_source::source_name},
                                                 member{"sourceVersion", &requested_aws_log_source::source_version});
    friend constexpr bool operator==(requested_aws_log_source const&, requested_aws_log_source const&) = default;
};

/// What the service made for a custom source in AWS Glue, in a request.
struct requested_custom_log_source_attributes {
    std::optional<amazon_resource_name> crawler_arn{};
    std::optional<amazon_resource_name> database_arn{};
    std::optional<amazon_resource_name> table_arn{};

    static constexpr auto members =
        member_table(member{"crawlerArn", &requested_custom_log_source_attributes::crawler_arn},
                     member{"databaseArn", &requested_custom_log_source_attributes::database_arn},
                     member{"tableArn", &requested_custom_log_source_attributes::table_arn});
    friend constexpr bool operator==(requested_custom_log_source_attributes const&,
                                     requested_custom_log_source_attributes const&) = default;
};

/// Where a log provider writes, and with which role, in a request.
struct requested_custom_log_source_provider {
    std::optional<s3_uri> location{};
    std::optional<lakeproof::role_arn> role_arn{};

    static constexpr auto members =
        member_table(member{"location", &requested_custom_log_source_provider::location},
                     member{"roleArn", &requested_custom_log_source_provider::role_arn});
    friend constexpr bool operator==(requested_custom_log_source_provider const&,
                                     requested_custom_log_source_provider const&) = default;
};

/// A custom source in a request.
struct requested_custom_log_source {
    std::optional<requested_custom_log_source_attributes> attributes{};
    std::optional<requested_custom_log_source_provider> provider{};
    std::optional<lakeproof::source_name> source_name{};
    std::optional<lakeproof::source_version> source_version{};

    static constexpr auto members =
        member_table(member{"attributes", &requested_custom_log_source::attributes},
                     member{"provider", &requested_custom_log_source::provider},
                     member{"sourceName", &requested_custom_log_source::source_name},
                     member{"sourceVersion", &requested_custom_log_source::source_version});
    friend constexpr bool operator==(requested_custom_log_source const&, requested_custom_log_source const&) = default;
};

/// A source in a request, the service's LogSourceResource: a union of the two kinds.
/// \code
/// constexpr lakeproof::requested_log_source waf{
///     .aws_log_source = lakeproof::requested_aws_log_source{.source_name = lakeproof::aws_log_source_name{"WAF"}}};
/// static_assert(lakeproof::check(waf).ok());
/// \endcode
struct requested_log_source {
    std::optional<requested_aws_log_source> aws_log_source{};
    std::optional<requested_custom_log_source> custom_log_source{};

    static constexpr bool one_of = true;
    static constexpr auto members = member_table(member{"awsLogSource", &requested_log_source::aws_log_source},
                                                 member{"customLogSource", &requested_log_source::custom_log_source});
    friend constexpr bool operator==(requested_log_source const&, requested_log_source const&) = default;
};

} // namespace lakeproof
