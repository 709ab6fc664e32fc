// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/model/member.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The longest time that can be set, in milliseconds: an hour.
inline constexpr std::int64_t longest_delay = 3'600'000;
/// Above what anybody reaches.
inline constexpr std::int64_t highest_source_limit = 1'000'000'000;

/// A Region in which no lake is enabled.
struct missing_lake {
    lakeproof::region region;
    std::int32_t status = 404; ///< 404 or 403: what a request there is answered

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{"region", &missing_lake::region},
        lakeproof::member{"status", &missing_lake::status, {.least = 403, .most = 404}});
};

/// How the service behaves: what the command line sets at first, and a test at any time. A member
/// without a value changes nothing.
struct mock_settings {
    std::optional<std::int64_t> change_time{};  ///< in milliseconds
    std::optional<std::int64_t> source_limit{}; ///< in an account; 0: none
    std::optional<bool> leftovers{};            ///< whether deleted sources leave something behind
    std::optional<std::vector<missing_lake>> missing_lakes{};
    std::optional<std::vector<lakeproof::role_arn>> roles{}; ///< that exist; at first all do
    std::optional<std::int64_t> role_delay{};                ///< in milliseconds
    std::optional<std::vector<std::string>> inject{};        ///< as `--inject` has it

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{
            "changeTime", &mock_settings::change_time, {.least = 0, .most = longest_delay}},
        lakeproof::member{"sourceLimit",
                          &mock_settings::source_limit,
                          {.least = 0, .most = highest_source_limit}},
        lakeproof::member{"leftovers", &mock_settings::leftovers},
        lakeproof::member{"missingLakes", &mock_settings::missing_lakes},
        lakeproof::member{"roles", &mock_settings::roles},
        lakeproof::member{
            "roleDelay", &mock_settings::role_delay, {.least = 0, .most = longest_delay}},
        lakeproof::member{"inject", &mock_settings::inject});
};
