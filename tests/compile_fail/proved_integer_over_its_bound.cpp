// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::number_range
#include <lakeproof/lakeproof.hpp>

struct listener {
    int port;
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"port", &listener::port, {.least = 1, .most = 1024}});
};

constexpr auto sent = lakeproof::proved(listener{.port = 8080}); // HERE
