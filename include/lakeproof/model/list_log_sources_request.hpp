// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/model/requested_log_source.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/version.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The ID of an AWS account: 12 digits.
using account_id = bounded_string<"^[0-9]{12}$", 12, 12>;

/// Where a list goes on, as the service gave it: up to 2,048 characters.
using next_token = bounded_string<R"(^[\s\S]*$)", 0, 2048>;

/// The input of ListLogSources: which accounts, Regions and sources to list, and how many of them at a time.
///
/// Without a filter all are listed. An empty list is sent as it is, and is not the same as none.
/// \code
/// constexpr lakeproof::list_log_sources_request first_page{.max_results = 100};
/// static_assert(lakeproof::check(first_page).ok());
/// \endcode
struct list_log_sources_request {
    std::optional<std::vector<account_id>> accounts{};
    std::optional<std::int32_t> max_results{}; ///< 1 to 100
    std::optional<lakeproof::next_token> next_token{};
    std::optional<std::vector<region>> regions{};
    std::optional<std::vector<requested_log_source>> sources{};

    static constexpr auto members =
        member_table(member{"accounts", &list_log_sources_request::accounts},
                     member{"maxResults", &list_log_sources_request::max_results, {.least = 1, .most = 100}},
                     member{"nextToken", &list_log_sources_request::next_token},
                     member{"regions", &list_log_sources_request::regions},
                     member{"sources", &list_log_sources_request::sources});
    friend constexpr bool operator==(list_log_sources_request const&, list_log_sources_request const&) = default;
};

} // namespace lakeproof
