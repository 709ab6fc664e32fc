// SPDX-License-Identifier: BSL-1.0
// The layers beside JSON: sends a request as a client does, and takes it as a server with a house rule.
#include <lakeproof/house_rules.hpp>
#include <lakeproof/http.hpp>
#include <lakeproof/testing.hpp>

#include <iostream>

namespace lp = lakeproof;

int main() {
    lp::house_rules house;
    house.require("/sourceName", "acme-.*", "our sources start with acme-");
    auto const sent = lp::http::encode(lp::create_custom_log_source_request{
        .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
                          .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
        .source_name = "acme-edr"});
    auto const got = lp::http::decode_request(sent.method, sent.target, sent.headers, sent.body,
                                              {.house_rules = &house});
    if (!got || lp::testing::boundaries<lp::create_custom_log_source_request>().empty()) return 1;
    std::cout << lp::provider_role_name(got->source_name, lp::regions::us_east_1).size() << '\n';
}
