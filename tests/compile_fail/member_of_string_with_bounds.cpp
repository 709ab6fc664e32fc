// SPDX-License-Identifier: BSL-1.0
// EXPECT: bounds_are_for_lists_and_integers
#include <lakeproof/lakeproof.hpp>

struct sink {
    lakeproof::source_name name;
    static constexpr auto members = lakeproof::member_table( // HERE
        lakeproof::member{"name", &sink::name, {.most = 10}});
};
