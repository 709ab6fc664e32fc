// SPDX-License-Identifier: BSL-1.0
// The diagnostic names the rule, the Region and the line.
// EXPECT: rule::provider_role_length
// EXPECT: ap-southeast-2
#include <lakeproof/lakeproof.hpp>

namespace lp = lakeproof;
constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/Crawler"},
                      .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .source_name = "acme-endpoint-events-1"};

// Over 20 characters is an error of its own, which comes first.
constexpr auto policy = lp::policy{}.set(lp::rule::source_name_documented_limit, lp::severity::note);

constexpr auto sent = lp::proved(request, {.regions = {"us-east-1", "ap-southeast-2"}, .policy = policy}); // HERE
