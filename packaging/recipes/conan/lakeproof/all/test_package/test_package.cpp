#include <lakeproof/lakeproof.hpp>

#include <iostream>

int main() {
    constexpr lakeproof::source_name name = "acme-edr";
    std::cout << lakeproof::provider_role_name(name, lakeproof::regions::us_east_1) << '\n';
}
