// SPDX-License-Identifier: BSL-1.0
// Validates a name of which a byte was never written. On its way the byte is copied by the standard library's string,
// so that MemorySanitizer finds the core reading it only where libc++ and the core are instrumented.

#include <lakeproof/json.hpp>

#include <iostream>
#include <string>

int main() {
    char name[8];
    for (int i = 0; i < 7; ++i) name[i] = 'a';
    std::string text = R"({"sourceName":")";
    text.append(name, sizeof name).append(R"("})");
    std::cout << "not found: " << lakeproof::json::check_request(text).size() << " violations\n";
}
