#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>

#include <iostream>
#include <iterator>
#include <string>

namespace lp = lakeproof;

// Written in C++: the compiler proves it. A literal that breaks a rule does not compile.
constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn =
                          "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
                      .provider_identity = {.external_id = "acme-2026",
                                            .principal = "123456789012"}},
    .event_classes = {lp::ocsf::event_class::process_activity},
    .source_name = "acme-edr"};
// In its Regions, too: what breaks a rule there does not compile, and the compiler names both.
static_assert(lp::proved(request, {.regions = {lp::regions::us_east_1}}) == request);
static_assert(lp::max_source_name_length(lp::regions::us_east_1) == 26);

// Arriving as JSON: checked in one pass, all violations at once.
int main() {
    std::string const text{std::istreambuf_iterator<char>{std::cin}, {}};
    auto const parsed = lp::json::parse_request(text, {.regions = {lp::regions::us_east_1}});
    for (auto const& violation : parsed.report()) std::cerr << violation << '\n';
    if (!parsed) return 1;
    std::cout << lp::json::serialize(*parsed) << '\n'
              << lp::provider_role_name(parsed->source_name, lp::regions::us_east_1) << '\n';
}
