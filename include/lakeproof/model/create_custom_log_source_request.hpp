// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/external_id.hpp>
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/ocsf/event_class_list.hpp>
#include <lakeproof/version.hpp>

#include <optional>

namespace lakeproof::inline LAKEPROOF_ABI {

template <class T>
class document_view;
class rule_sink;

// A member named like its type needs the type qualified; the table stands after the members.

/// The role that lets Security Lake run the Glue crawler.
struct custom_log_source_crawler_configuration {
    lakeproof::role_arn role_arn;

    static constexpr auto members =
        member_table(member{"roleArn", &custom_log_source_crawler_configuration::role_arn,
                            {.description = "The ARN of the IAM role that the service's Glue crawler assumes."}});
    friend constexpr bool operator==(custom_log_source_crawler_configuration const&,
                                     custom_log_source_crawler_configuration const&) = default;
};

/// Who may assume the log provider's role.
struct aws_identity {
    lakeproof::external_id external_id;
    lakeproof::principal principal;

    static constexpr auto members =
        member_table(member{"externalId", &aws_identity::external_id,
                            {.description = "The external ID with which the log provider's role is assumed."}},
                     member{"principal", &aws_identity::principal,
                            {.description = "Who assumes it: the ID of an AWS account, or a service of AWS."}});
    friend constexpr bool operator==(aws_identity const&, aws_identity const&) = default;
};

/// The configuration of a third-party custom source.
struct custom_log_source_configuration {
    custom_log_source_crawler_configuration crawler_configuration;
    aws_identity provider_identity;

    static constexpr auto members = member_table(
        member{"crawlerConfiguration", &custom_log_source_configuration::crawler_configuration,
               {.description = "How the service's Glue crawler gets at the data."}},
        member{"providerIdentity", &custom_log_source_configuration::provider_identity,
               {.description = "Who writes the data."}});
    friend constexpr bool operator==(custom_log_source_configuration const&,
                                     custom_log_source_configuration const&) = default;
};

/// The input of CreateCustomLogSource. Source: the API reference.
///
/// Valid by construction member by member; `check` applies the rules about the whole in its Region.
struct create_custom_log_source_request {
    custom_log_source_configuration configuration;
    ocsf::event_class_list event_classes{}; ///< optional: empty and absent are one value
    lakeproof::source_name source_name;
    std::optional<lakeproof::source_version> source_version{};

    static constexpr auto members = member_table(
        member{"configuration", &create_custom_log_source_request::configuration,
               {.description = "The roles of the custom source."}},
        member{"eventClasses", &create_custom_log_source_request::event_classes,
               {.description = "The OCSF event classes of the data: best one for each source."}},
        member{"sourceName", &create_custom_log_source_request::source_name,
               {.description = "The name of the custom source, unique in its Region. A role is derived from it and "
                               "the Region, for which 20 characters fit anywhere."}},
        member{"sourceVersion", &create_custom_log_source_request::source_version,
               {.description = "The version of the custom source: data of another version is another source."}});

    /// Its rules, which <lakeproof/check/create_custom_log_source_rules.hpp> defines.
    static constexpr void check(document_view<create_custom_log_source_request> d, rule_sink& out);

    friend constexpr bool operator==(create_custom_log_source_request const&,
                                     create_custom_log_source_request const&) = default;
};

static_assert(sizeof(create_custom_log_source_request) < 8192);

} // namespace lakeproof
