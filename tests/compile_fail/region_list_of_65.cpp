// SPDX-License-Identifier: BSL-1.0
// EXPECT: more_than_64_regions
#include <lakeproof/check/region_list.hpp>

#include <utility>

constexpr lakeproof::region numbered(std::size_t i) {
    char const code[]{'a', 'a', '-', 'a', '-', static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return lakeproof::region{std::string_view{code, sizeof code}};
}
template <std::size_t... I>
constexpr lakeproof::region_list numbered(std::index_sequence<I...>) {
    return lakeproof::region_list{numbered(I)...};
}

constexpr auto all = numbered(std::make_index_sequence<65>{}); // HERE
