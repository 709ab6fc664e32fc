// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::member_missing
#include <lakeproof/model/create_custom_log_source_request.hpp>

lakeproof::create_custom_log_source_request request{.source_name = "acme-edr"}; // HERE
