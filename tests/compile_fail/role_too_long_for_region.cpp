// SPDX-License-Identifier: BSL-1.0
// A name of 22 characters, where 21 fit.
// EXPECT: rule::provider_role_length
#include <lakeproof/aws/provider_role_name.hpp>

constexpr lakeproof::source_name name = "acme-endpoint-response";
constexpr auto role = // HERE
    lakeproof::provider_role_name(name, lakeproof::regions::ap_southeast_2);
