// SPDX-License-Identifier: BSL-1.0
// No library can say more: see `member_table`.
// EXPECT(gcc): incomplete type 'sink' used in nested name specifier
// EXPECT(clang): no member named 'name' in 'sink'
#include <lakeproof/lakeproof.hpp>

struct sink {
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"name", &sink::name}); // HERE
    lakeproof::source_name name;
};
