// SPDX-License-Identifier: BSL-1.0
// The core without exceptions and RTTI, as a program that says nothing and returns 0.
#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/lakeproof.hpp>

#include <string_view>

namespace {

namespace lp = lakeproof;

#if defined(__cpp_exceptions) || defined(__cpp_rtti)
#error "compile this with -fno-exceptions -fno-rtti"
#endif

constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/x"},
                      .provider_identity = {.external_id = "acme-2026",
                                            .principal = "123456789012"}},
    .event_classes = {lp::ocsf::event_class::dns_activity},
    .source_name = "acme-edr",
    .source_version = lp::source_version{"1.0"}};
static_assert(lp::check(request, {.regions = {lp::regions::us_east_1}}).ok());
static_assert(lp::provider_role_name(request.source_name, lp::regions::us_east_1) ==
              "AmazonSecurityLake-Provider-acme-edr-us-east-1");

/// Hidden from the optimiser, so that everything really runs.
std::string_view at_run_time(char const* text) {
    char const* volatile hidden = text;
    return hidden;
}

bool strings_are_checked() {
    auto const name = lp::source_name::from(at_run_time("acme"));
    auto const status = lp::source_name::check(at_run_time(""));
    return name && *name == "acme" && !lp::source_name::from(at_run_time("a b")) &&
           status.broken == lp::rule::source_name_length && status.bound == 1 &&
           lp::region::from(at_run_time("us-east-1")) == lp::regions::us_east_1 &&
           !lp::provider_role_name::from(lp::source_name{at_run_time("a:b")},
                                         lp::regions::us_east_1);
}

bool requests_are_checked() {
    auto other = request;
    other.source_name = lp::source_name{at_run_time("a-name-of-27-characters-xyz")};
    lp::options o;
    o.regions.add(lp::region{at_run_time("us-east-1")});
    auto const report = lp::check(other, o);
    return lp::check(request, o).empty() && report.errors() == 2 &&
           report[0].rule() == lp::rule::source_name_documented_limit &&
           report[1].rule() == lp::rule::provider_role_length &&
           lp::message(report[1]).ends_with("26");
}

bool batches_and_responses_are_checked() {
    lp::request_batch batch;
    bool const first = batch.check(request).ok();
    auto const second = batch.check(request);
    lp::create_custom_log_source_response const response{
        .source = lp::custom_log_source_resource{.source_name = "other"}};
    auto const third = lp::check(response, request, lp::regions::us_east_1);
    return first && second.count(lp::rule::source_name_conflict) == 1 &&
           third.count(lp::rule::response_source_mismatch) == 1;
}

bool lists_are_bounded() {
    lp::ocsf::event_class_list classes;
    auto const name = lp::ocsf::event_class_name::from(at_run_time("NETWORK_ACTIVITY"));
    for (int i = 0; i < 128; ++i)
        if (!classes.try_push_back(*name)) return false;
    return !classes.try_push_back(*name) && classes.characters() == 2048;
}

} // namespace

int main() {
    return strings_are_checked() && requests_are_checked() && batches_and_responses_are_checked() &&
                   lists_are_bounded()
               ? 0
               : 1;
}
