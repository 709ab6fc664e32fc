#include <lakeproof/house_rules.hpp>
#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>

#include <iostream>
#include <string_view>

namespace lp = lakeproof;

// A service that takes requests for two Regions, with a rule of its own and one turned down.
int main() {
    lp::house_rules house;
    house.require("/sourceName", "acme-[a-z0-9-]+", "our sources start with acme-");
    lp::request_run run; // knows the names used so far, for conflicts

    lp::options options{.regions = {lp::regions::us_east_1, lp::regions::eu_west_1}};
    options.policy.set(lp::rule::event_class_undocumented, lp::severity::warning);
    options.house_rules = &house;
    options.run = &run;

    std::string_view const body = R"({
        "configuration": {
            "crawlerConfiguration": {"roleArn": "arn:aws:iam::123456789012:role/Crawler"},
            "providerIdentity": {"externalId": "acme-2026", "principal": "123456789012"}},
        "eventClasses": ["DETECTION_FINDING"],
        "sourceName": "edr"})";

    lp::report const report = lp::json::check_request(body, options); // no model, no allocation
    for (auto const& v : report) {
        std::cout << v << '\n';
        if (auto const at = lp::json::locate(body, v))
            std::cout << "  line " << at->line << ", column " << at->column << '\n';
    }

    // The DOM way, through Boost.JSON's own conversions.
    if (auto name = lp::source_name::from("acme-edr")) {
        boost::json::value const value = boost::json::value_from(*name);
        std::cout << boost::json::value_to<lp::source_name>(value) << '\n';
    }
    return report.ok() ? 0 : 1;
}
