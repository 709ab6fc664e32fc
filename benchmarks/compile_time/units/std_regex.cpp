// SPDX-License-Identifier: BSL-1.0
#include "six_patterns.hpp"

#include <regex>

bool legal(char const* const (&texts)[6]) {
    static std::regex const patterns[6]{
        std::regex{benchmarks::six_patterns[0]}, std::regex{benchmarks::six_patterns[1]},
        std::regex{benchmarks::six_patterns[2]}, std::regex{benchmarks::six_patterns[3]},
        std::regex{benchmarks::six_patterns[4]}, std::regex{benchmarks::six_patterns[5]}};
    bool all = true;
    for (int i = 0; i < 6; ++i) all &= std::regex_match(texts[i], patterns[i]);
    return all;
}
