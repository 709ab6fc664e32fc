// SPDX-License-Identifier: BSL-1.0
// Reads a request, as a service does, and prints the length of the role that is derived from it.
#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>

#include <cstddef>
#include <iostream>
#include <string_view>

std::size_t role_length(std::string_view text); // other.cpp

constexpr std::string_view text = R"({
    "configuration": {
        "crawlerConfiguration": {"roleArn": "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
        "providerIdentity": {"externalId": "acme-2026", "principal": "123456789012"}
    },
    "eventClasses": ["FILE_ACTIVITY"],
    "sourceName": "acme-edr"
})";

int main() {
    auto const request = lakeproof::json::parse_request(text);
    if (!request) {
        for (auto const& violation : request.report()) std::cerr << violation << '\n';
        return 1;
    }
    auto const role = lakeproof::provider_role_name(request->source_name, lakeproof::regions::us_east_1);
    if (role.size() != role_length(text)) return 1;
    std::cout << role.size() << '\n';
}
