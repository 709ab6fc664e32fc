// SPDX-License-Identifier: BSL-1.0
// Boundary documents say all that is wrong with them, so what a constraint judges must be known.
// EXPECT: a constraint judges further than by length and pattern, in a way of its own
#include <lakeproof/testing/boundary.hpp>

struct alias_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 32;
    static constexpr void judge_further(lakeproof::text_facts const&,
                                        lakeproof::text_verdict& v) noexcept {
        v.add(lakeproof::rule::source_name_documented_limit);
    }
};
struct sink {
    lakeproof::constrained_string<alias_constraint> name;
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &sink::name});
};

auto const all = lakeproof::testing::boundaries<sink>(); // HERE
