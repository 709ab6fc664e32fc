// SPDX-License-Identifier: BSL-1.0
// 41 members, three deep: places are counted in 16 bits.
// EXPECT: a shape has at most 65,535 places
#include <lakeproof/lakeproof.hpp>

namespace lp = lakeproof;

#define TEN(X, d) X(d##0) X(d##1) X(d##2) X(d##3) X(d##4) X(d##5) X(d##6) X(d##7) X(d##8) X(d##9)
#define FORTY(X) TEN(X, 1) TEN(X, 2) TEN(X, 3) TEN(X, 4)
#define MEMBER(n) Part m##n{};
#define ROW(n) lp::member{"m" #n, &of_41::m##n},

template <class Part>
struct of_41 {
    FORTY(MEMBER)
    Part last{};
    static constexpr auto members = lp::member_table(FORTY(ROW) lp::member{"last", &of_41::last});
};

bool ok(of_41<of_41<of_41<int>>> const& value) {
    return lp::check(value).ok(); // HERE
}
