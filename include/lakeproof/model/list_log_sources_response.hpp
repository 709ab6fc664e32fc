// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A natively supported source in a response.
struct aws_log_source_resource {
    std::optional<std::string> source_name{};
    std::optional<std::string> source_version{};

    static constexpr bool open = true;
    static constexpr auto members = member_table(member{"sourceName", &aws_log_source_resource::source_name},
                                                 member{"sourceVersion", &aws_log_source_resource::source_version});
    friend bool operator==(aws_log_source_resource const&, aws_log_source_resource const&) = default;
};

/// A source in a response: a union, of which neither member has a value where the source is of a kind that is newer
/// than Lakeproof.
struct log_source_resource {
    std::optional<aws_log_source_resource> aws_log_source{};
    std::optional<custom_log_source_resource> custom_log_source{};

    static constexpr bool open = true;
    static constexpr bool one_of = true;
    static constexpr auto members = member_table(member{"awsLogSource", &log_source_resource::aws_log_source},
                                                 member{"customLogSource", &log_source_resource::custom_log_source});
    friend bool operator==(log_source_resource const&, log_source_resource const&) = default;
};

/// The sources of one account in one Region.
struct log_source {
    std::optional<std::string> account{};
    std::optional<std::string> region{};
    std::vector<log_source_resource> sources{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"account", &log_source::account}, member{"region", &log_source::region},
                     member{"sources", &log_source::sources});
    friend bool operator==(log_source const&, log_source const&) = default;
};

/// The output of ListLogSources: a page, and where the next one starts, if there is one.
struct list_log_sources_response {
    std::optional<std::string> next_token{};
    std::vector<log_source> sources{};

    static constexpr bool open = true;
    static constexpr auto members = member_table(member{"nextToken", &list_log_sources_response::next_token},
                                                 member{"sources", &list_log_sources_response::sources});
    friend bool operator==(list_log_sources_response const&, list_log_sources_response const&) = default;
};

} // namespace lakeproof
