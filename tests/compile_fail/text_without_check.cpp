// SPDX-License-Identifier: BSL-1.0
// Only a literal becomes a value without a word.
// EXPECT(gcc): conversion from 'std::string_view'
// EXPECT(clang): no viable conversion from 'std::string_view'
#include <lakeproof/aws/source_name.hpp>

#include <string_view>

lakeproof::source_name named(std::string_view text) {
    lakeproof::source_name name = text; // HERE
    return name;
}
