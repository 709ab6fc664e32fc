// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>

#include <optional>
#include <string_view>

/// What a check is called with, from JSON: `{"regions": [...], "severities": [{"rule": ..., "severity": ...}],
/// "houseRules": [...]}`. Nothing, after `refuse`, where it is wrong.
///
/// House rules in them are those of the last text that was read.
std::optional<lakeproof::options> read_options(std::string_view text);

/// For responses: house rules and Regions concern requests.
std::optional<lakeproof::options> read_response_options(std::string_view text);
