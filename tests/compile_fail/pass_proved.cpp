// SPDX-License-Identifier: BSL-1.0
// Warnings and notes are no errors, and neither is an error that a policy turns down.
#include <lakeproof/lakeproof.hpp>

namespace lp = lakeproof;
constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/Crawler"},
                      .provider_identity = {.external_id = "acme-2026", .principal = ".amazonaws.com"}},
    .event_classes = {lp::ocsf::event_class::file_activity, "DNS_ACTIVITY"},
    .source_name = "acme-edr-with-21-char"};

constexpr auto sent = lp::proved(request, {.regions = {lp::regions::us_east_1}});
constexpr auto anywhere = lp::proved(
    request, {.policy = lp::policy{}.set(lp::rule::source_name_documented_limit, lp::severity::note)});
static_assert(sent == request && anywhere == request);
