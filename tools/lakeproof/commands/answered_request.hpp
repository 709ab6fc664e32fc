// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/outcome.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

#include <string_view>

/// The request that responses are checked against: its form must be right, the rest is its own check.
lakeproof::outcome<lakeproof::create_custom_log_source_request> answered_request(std::string_view text);
