// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>

#include <optional>
#include <string_view>

/// Whether this module has Boost.Regex.
#ifdef LAKEPROOF_WEB_HOUSE_RULES
inline constexpr bool has_house_rules = true;
#else
inline constexpr bool has_house_rules = false;
#endif

/// What a check is called with, from JSON: `{"regions": [...], "severities": [{"rule": ..., "severity": ...}],
/// "houseRules": [...]}`. Nothing, after `refuse`, where it is wrong.
///
/// House rules in them are those of the last text that was read.
std::optional<lakeproof::options> read_options(std::string_view text);
