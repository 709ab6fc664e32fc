// SPDX-License-Identifier: BSL-1.0
// EXPECT: the member table names all members, in the order of their declaration
#include <lakeproof/lakeproof.hpp>

struct sink {
    lakeproof::source_name name;
    lakeproof::source_version version;
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &sink::name});
};

bool ok(sink const& value) {
    return lakeproof::check(value).ok(); // HERE
}
