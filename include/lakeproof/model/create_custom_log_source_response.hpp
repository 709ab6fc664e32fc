// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <optional>
#include <string>

namespace lakeproof::inline LAKEPROOF_ABI {

// Responses are read leniently: every member is optional, members that the shape lacks are fine, and
// all strings are plain text, since the ARNs that the service returns do not match its own pattern.

/// What the service made for a custom source in AWS Glue.
struct custom_log_source_attributes {
    std::optional<std::string> crawler_arn{};
    std::optional<std::string> database_arn{};
    std::optional<std::string> table_arn{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"crawlerArn", &custom_log_source_attributes::crawler_arn},
                     member{"databaseArn", &custom_log_source_attributes::database_arn},
                     member{"tableArn", &custom_log_source_attributes::table_arn});
    friend bool operator==(custom_log_source_attributes const&,
                           custom_log_source_attributes const&) = default;
};

/// Where the log provider writes, and with which role.
struct custom_log_source_provider {
    std::optional<std::string> location{};
    std::optional<std::string> role_arn{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"location", &custom_log_source_provider::location},
                     member{"roleArn", &custom_log_source_provider::role_arn});
    friend bool operator==(custom_log_source_provider const&,
                           custom_log_source_provider const&) = default;
};

/// The created custom source.
struct custom_log_source_resource {
    std::optional<custom_log_source_attributes> attributes{};
    std::optional<custom_log_source_provider> provider{};
    std::optional<std::string> source_name{};
    std::optional<std::string> source_version{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"attributes", &custom_log_source_resource::attributes},
                     member{"provider", &custom_log_source_resource::provider},
                     member{"sourceName", &custom_log_source_resource::source_name},
                     member{"sourceVersion", &custom_log_source_resource::source_version});
    friend bool operator==(custom_log_source_resource const&,
                           custom_log_source_resource const&) = default;
};

/// The output of CreateCustomLogSource. Source: the API reference, and real responses.
struct create_custom_log_source_response {
    std::optional<custom_log_source_resource> source{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"source", &create_custom_log_source_response::source});
    friend bool operator==(create_custom_log_source_response const&,
                           create_custom_log_source_response const&) = default;
};

} // namespace lakeproof
