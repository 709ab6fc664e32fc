// SPDX-License-Identifier: BSL-1.0
// EXPECT: the members of a union are std::optional
#include <lakeproof/lakeproof.hpp>

struct either {
    std::optional<lakeproof::source_name> name{};
    bool flag = false;
    static constexpr bool one_of = true;
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &either::name},
                                                            lakeproof::member{"flag", &either::flag});
};

bool ok(either const& value) {
    return lakeproof::check(value).ok(); // HERE
}
