// SPDX-License-Identifier: BSL-1.0
// The core, imported: the same request is proved at compile time and checked at run time.
#include <iostream>

import lakeproof;

namespace lp = lakeproof;

lp::source_name included_name(); // module_other.cpp

constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
                      .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .event_classes = {lp::ocsf::event_class::process_activity},
    .source_name = "acme-edr"};
static_assert(lp::proved(request, {.regions = {lp::regions::us_east_1}}) == request);

int main() {
    auto changed = request;
    changed.source_name = "CrowdStrike_PROCESS_ACTIVITY";
    if (lp::check(changed, {.regions = {lp::regions::us_east_1}}).errors() != 2) return 1;
    if (included_name() != request.source_name) return 1;
    std::cout << lp::provider_role_name(included_name(), lp::regions::us_east_1).size() << '\n';
}
