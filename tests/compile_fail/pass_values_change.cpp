// SPDX-License-Identifier: BSL-1.0
// What users do with a model's values warns nowhere.
#include <lakeproof/lakeproof.hpp>

#include <utility>

namespace lp = lakeproof;

void empty(lp::create_custom_log_source_request& r) {
    r.event_classes = {};
    r.source_version = {};
}
void fill(lp::create_custom_log_source_request& r, lp::ocsf::event_class_name const& name) {
    r.event_classes = {lp::ocsf::event_class::dns_activity};
    r.event_classes.push_back(name);
    r.source_version = lp::source_version{"1.0"};
    r.source_name = "acme-edr";
}
lp::create_custom_log_source_request copied(lp::create_custom_log_source_request const& r) {
    auto copy = r;
    copy.event_classes = r.event_classes;
    copy = r;
    return copy;
}
void exchanged(lp::create_custom_log_source_request& a, lp::create_custom_log_source_request& b) {
    std::swap(a, b);
    std::swap(a.event_classes, b.event_classes);
}
auto checked(lp::create_custom_log_source_request const& r) {
    auto report = lp::check(r, {.regions = {lp::regions::us_east_1}});
    report = lp::check(r);
    return report;
}
int main() {
    lp::create_custom_log_source_request r{
        .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/x"},
                          .provider_identity = {.external_id = "ab", .principal = "123456789012"}},
        .source_name = "acme-edr"};
    empty(r);
    fill(r, "DNS_ACTIVITY");
    auto other = copied(r);
    exchanged(r, other);
    return checked(r).ok() ? 0 : 1;
}
