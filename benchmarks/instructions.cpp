// SPDX-License-Identifier: BSL-1.0
// What instructions.py counts the instructions of:
//
//     instructions check_request|empty_handler PAYLOAD CALLS
//
// Without arguments it says how it was compiled.
#include "empty_handler.hpp"
#include "keep.hpp"
#include "payloads.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

constexpr char const* compilation =
#if !defined(__GNUC__) || defined(__clang__)
    "not g++";
#elif !defined(__OPTIMIZE__) || !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
    "not optimized";
#else
    "g++, optimized";
#endif

// Not inlined, so that no call is done less than in a user's program.
[[gnu::noinline]] void check_request(std::string_view text) {
    auto const report = lakeproof::json::check_request(text);
    benchmarks::keep(report);
}
[[gnu::noinline]] void empty_handler(std::string_view text) {
    bool const ok = benchmarks::parse_with_empty_handler(text);
    benchmarks::keep(ok);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::puts(compilation);
        return 0;
    }
    std::string_view const what = argv[1];
    for (auto const& p : benchmarks::payloads()) {
        if (p.name() != argv[2]) continue;
        for (int i = std::atoi(argv[3]); i > 0; --i)
            what == "check_request" ? check_request(p.text()) : empty_handler(p.text());
        return 0;
    }
    return 2;
}
