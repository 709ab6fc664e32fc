// SPDX-License-Identifier: BSL-1.0
// EXPECT: the_least_is_above_the_most
#include <lakeproof/lakeproof.hpp>

struct sink {
    int port;
    static constexpr auto members = lakeproof::member_table( // HERE
        lakeproof::member{"port", &sink::port, {.least = 10, .most = 1}});
};
