// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::member_missing
#include <lakeproof/model/create_custom_log_source_request.hpp>

namespace lp = lakeproof;

lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/a"},
                      .provider_identity = {.external_id = "acme", .principal = "123456789012"}},
}; // HERE
