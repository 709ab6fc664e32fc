// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/region_list.hpp>

#include <string>
#include <string_view>
#include <vector>

/// The Regions of a command line; throws `usage_error` for what is none, and for more than 64.
lakeproof::region_list parse_regions(std::vector<std::string> const& codes);

/// The code that was meant by a word that is none, such as `US_EAST_1`, `us-east-1a` or `Ireland`; or empty.
std::string_view region_meant_by(std::string_view word);
