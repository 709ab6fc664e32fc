// SPDX-License-Identifier: BSL-1.0
// EXPECT: lists nest at most 4 deep
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/check/check.hpp>

#include <vector>

namespace lp = lakeproof;

template <int Lists>
struct level {
    std::vector<level<Lists - 1>> lists{};
    static constexpr auto members = lp::member_table(lp::member{"lists", &level::lists});
};
template <>
struct level<1> {
    std::vector<lp::source_name> names{};
    static constexpr auto members = lp::member_table(lp::member{"names", &level::names});
};

bool ok(level<5> const& value) {
    return lp::check(value).ok(); // HERE
}
