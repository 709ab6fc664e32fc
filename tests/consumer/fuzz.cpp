// SPDX-License-Identifier: BSL-1.0
// A fuzz target of a program that has Lakeproof as a package.
#include <lakeproof/testing/fuzz_target.hpp>

#include <cstdlib>
#include <string_view>

lakeproof::testing::fuzz_target const target{[](std::string_view text) {
    if (lakeproof::json::check_request(text).ok() && text.find('{') == text.npos) std::abort();
}};
