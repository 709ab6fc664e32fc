// SPDX-License-Identifier: BSL-1.0
// Whether a request or a response is to be encoded is told by its type.
// EXPECT: input_and_output_are_two_types
#include <lakeproof/http.hpp>

struct echo {
    struct text {
        std::string text;
        static constexpr auto members = lakeproof::member_table(lakeproof::member{"text", &text::text});
    };
    using input = text;
    using output = text;
    static constexpr lakeproof::http_binding binding{"POST", "/echo"};
};

auto const message = lakeproof::http::encode<echo>({.text = "which end?"}); // HERE
