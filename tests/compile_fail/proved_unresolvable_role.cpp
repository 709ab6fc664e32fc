// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::role_arn_unresolvable
#include <lakeproof/lakeproof.hpp>

namespace lp = lakeproof;
constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/Crawler/"},
                      .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .source_name = "acme-edr"};

constexpr auto sent = lp::proved(request); // HERE
