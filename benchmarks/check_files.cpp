// SPDX-License-Identifier: BSL-1.0
// Checks each FILE as a request, and prints its least time in microseconds of some rounds, a line for each: for
// compare_versions.py, which compiles it with the headers of two versions.
#include <lakeproof/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

int main(int argc, char** argv) {
    constexpr auto any = std::numeric_limits<std::size_t>::max();
    lakeproof::options o;
    o.limits = {.bytes = any, .depth = any};
    for (int i = 1; i < argc; ++i) {
        std::ifstream file{argv[i], std::ios::binary};
        std::string const text{std::istreambuf_iterator<char>{file}, {}};
        double least = 1e9;
        std::size_t errors = 0;
        for (int round = 0; round < 7; ++round) {
            auto const start = std::chrono::steady_clock::now();
            errors += lakeproof::json::check_request(text, o).errors();
            std::chrono::duration<double, std::micro> const took = std::chrono::steady_clock::now() - start;
            least = std::min(least, took.count());
        }
        std::printf("%.3f %zu\n", least, errors);
    }
}
