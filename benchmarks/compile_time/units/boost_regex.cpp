// SPDX-License-Identifier: BSL-1.0
#include "six_patterns.hpp"

#include <boost/regex.hpp>

bool legal(char const* const (&texts)[6]) {
    static boost::regex const patterns[6]{
        boost::regex{benchmarks::six_patterns[0]}, boost::regex{benchmarks::six_patterns[1]},
        boost::regex{benchmarks::six_patterns[2]}, boost::regex{benchmarks::six_patterns[3]},
        boost::regex{benchmarks::six_patterns[4]}, boost::regex{benchmarks::six_patterns[5]}};
    bool all = true;
    for (int i = 0; i < 6; ++i) all &= boost::regex_match(texts[i], patterns[i]);
    return all;
}
