// SPDX-License-Identifier: BSL-1.0
// The row of the member is the user's line.
// EXPECT: a member is a string type, std::string, an integer that fits 64 signed bits, bool, a shape
// EXPECT: member<sink, double>
#include <lakeproof/lakeproof.hpp>

struct sink {
    lakeproof::source_name name;
    double ratio;
    static constexpr auto members = lakeproof::member_table( //
        lakeproof::member{"name", &sink::name},
        lakeproof::member{"ratio", &sink::ratio}); // HERE
};
