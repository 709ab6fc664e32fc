// SPDX-License-Identifier: BSL-1.0
// The S3 URI pattern of the service model on URIs that nearly match, in three engines: what Lakeproof
// compiles it to, Boost.Regex and std::regex.
//
//     backtracking   prints a table; an engine that once took longer than a second is not asked again
#include "keep.hpp"

#include <lakeproof/pattern/pattern.hpp>

#include "../tests/support/boost_pattern.hpp"

#include <boost/regex.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <regex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using lakeproof::test::s3_uri_pattern;

bool by_lakeproof(std::string const& text) {
    return lakeproof::pattern<s3_uri_pattern>::matches(text);
}
bool by_boost(std::string const& text) {
    static boost::regex const pattern{lakeproof::test::spelt_for_boost(s3_uri_pattern)};
    return boost::regex_match(text, pattern);
}
bool by_std(std::string const& text) {
    static std::regex const pattern{s3_uri_pattern, std::regex::optimize};
    return std::regex_match(text, pattern);
}

struct engine {
    std::string_view name;
    bool (*matches)(std::string const&);
    bool asked = true;

    /// Microseconds, the least of a few, or what became of it.
    std::string match(std::string const& text) {
        using clock = std::chrono::steady_clock;
        if (!asked) return "-";
        double least = 1e9;
        try {
            for (int i = 0; i < 5 && asked; ++i) {
                auto const start = clock::now();
                bool const matched = matches(text);
                benchmarks::keep(matched);
                std::chrono::duration<double> const took = clock::now() - start;
                least = std::min(least, took.count());
                asked = took.count() < 1;
            }
        } catch (std::runtime_error const&) { // of both libraries' errors
            return "gives up";
        }
        char shown[32];
        std::snprintf(shown, sizeof shown, "%.1f", least * 1e6);
        return shown;
    }
};

} // namespace

int main() {
    engine engines[] = {
        {"Lakeproof", by_lakeproof}, {"Boost.Regex", by_boost}, {"std::regex", by_std}};
    std::printf("s3://acme, then n times /a, then a line end: microseconds\n\n| %7s |", "n");
    for (auto const& e : engines) std::printf(" %11s |", std::string{e.name}.c_str());
    std::printf("\n|---:|---:|---:|---:|\n");
    for (std::size_t const n :
         {5u, 10u, 15u, 18u, 20u, 22u, 24u, 26u, 28u, 30u, 100u, 1'000u, 100'000u, 500'000u}) {
        std::string text = "s3://acme";
        for (std::size_t i = 0; i < n; ++i) text += "/a";
        text += '\n';
        std::printf("| %7zu |", n);
        for (auto& e : engines) std::printf(" %11s |", e.match(text).c_str());
        std::printf("\n");
        std::fflush(stdout);
    }
}
