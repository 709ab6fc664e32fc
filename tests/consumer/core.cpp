// SPDX-License-Identifier: BSL-1.0
// The core alone: the standard library, no Boost.
#include <lakeproof/lakeproof.hpp>

#include <iostream>

int main() {
    constexpr lakeproof::source_name name = "acme-edr";
    constexpr auto role = lakeproof::provider_role_name(name, lakeproof::regions::us_east_1);
    std::cout << role.size() << '\n';
}
