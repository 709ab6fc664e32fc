// SPDX-License-Identifier: BSL-1.0
// EXPECT: a_name_needs_no_escapes
#include <lakeproof/lakeproof.hpp>

struct sink {
    int port;
    static constexpr auto members = lakeproof::member_table( // HERE
        lakeproof::member{"po\\rt", &sink::port});
};
