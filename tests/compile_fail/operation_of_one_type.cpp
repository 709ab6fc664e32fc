// SPDX-License-Identifier: BSL-1.0
// Input and output are two types: `http::encode` would not know which is meant.
// EXPECT: ::input, typename
#include <lakeproof/lakeproof.hpp>

struct echo {
    struct text {
        std::string text;
        static constexpr auto members = lakeproof::member_table(lakeproof::member{"text", &text::text});
    };
    using input = text;
    using output = text;
    static constexpr lakeproof::http_binding binding{"POST", "/echo"};
};

static_assert(lakeproof::operation<echo>); // HERE
