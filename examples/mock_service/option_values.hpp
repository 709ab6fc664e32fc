// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "faults.hpp"
#include "settings.hpp"

#include <lakeproof/aws/region.hpp>

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>
#include <vector>

// Reads what stands behind an option. What cannot be read is a `usage_error`, with the option's name.

[[noreturn]] void refuse(std::string_view flag, std::string_view value, std::string_view why);

/// Regions of known partitions, each once.
std::vector<lakeproof::region> parse_regions(std::vector<std::string> const& codes);

boost::asio::ip::address parse_address(std::string const&);

std::vector<fault> parse_injections(std::vector<std::string> const&);

/// `CODE` or `CODE=STATUS`, of Regions that are played.
std::vector<missing_lake> parse_missing_lakes(std::vector<std::string> const&,
                                              std::vector<lakeproof::region> const& played);
