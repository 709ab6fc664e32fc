// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::event_class_undocumented
#include <lakeproof/lakeproof.hpp>

namespace lp = lakeproof;
lp::create_custom_log_source_request const sent{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/Crawler"},
                      .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .event_classes = {"FILE_ACTVITY"}, // HERE
    .source_name = "acme-edr"};
