// SPDX-License-Identifier: BSL-1.0
// A legal source name that makes no legal role.
// EXPECT: rule::provider_role_characters
#include <lakeproof/aws/provider_role_name.hpp>

constexpr lakeproof::source_name name = "acme:edr";
constexpr lakeproof::provider_role_name role{name, lakeproof::regions::us_east_1}; // HERE
