// SPDX-License-Identifier: BSL-1.0
// Reads requests without compiling a JSON reader in each source file.
#include <lakeproof/json/light.hpp>

#include <string_view>

bool accepts(std::string_view text) {
    return lakeproof::json::parse_request(text, {.regions = {lakeproof::regions::eu_west_1}})
        .has_value();
}

// A program has this line in exactly one of its source files; here there is but this one.
#include <lakeproof/json/instantiate.hpp>

#include <iostream>
#include <iterator>
#include <string>

int main() {
    std::string const text{std::istreambuf_iterator<char>{std::cin}, {}};
    std::cout << (accepts(text) ? "accepted\n" : "refused\n");
    return accepts(text) ? 0 : 1;
}
