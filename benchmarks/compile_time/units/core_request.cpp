// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/lakeproof.hpp>

namespace lp = lakeproof;

constexpr lp::create_custom_log_source_request request{
    .configuration =
        {.crawler_configuration = {.role_arn =
                                       "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
         .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .event_classes = {lp::ocsf::event_class::file_activity,
                      lp::ocsf::event_class::process_activity},
    .source_name = "acme-edr",
    .source_version = lp::source_version{"1.0"}};
static_assert(lp::check(request, {.regions = {lp::regions::us_east_1}}).ok());
