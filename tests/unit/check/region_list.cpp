// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/region_list.hpp>

#include "../../support/twice.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace region_list_test {

using lakeproof::region;
using lakeproof::region_list;
using lakeproof::test::twice;
namespace regions = lakeproof::regions;

static_assert(std::is_nothrow_copy_constructible_v<region_list>);
static_assert(std::is_nothrow_copy_assignable_v<region_list>);
static_assert(std::is_trivially_destructible_v<region_list>);

/// The `i`th of many Regions: aa-a-0, aa-a-1 …
constexpr region numbered(std::size_t i) {
    std::array<char, 7> code{
        'a', 'a', '-', 'a', '-', static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return region{std::string_view{code.data(), code.size()}};
}
template <std::size_t... I>
constexpr region_list of(std::index_sequence<I...>) {
    return region_list{numbered(I)...};
}
template <std::size_t... I>
constexpr region_list of_with_a_repeat(std::index_sequence<I...>) {
    return region_list{numbered(0), numbered(I)...};
}

BOOST_AUTO_TEST_SUITE(region_lists)

BOOST_AUTO_TEST_CASE(a_new_list_is_empty) {
    twice([] { return region_list{}.empty() && region_list{}.size() == 0; });
}

BOOST_AUTO_TEST_CASE(regions_stand_in_the_order_given) {
    twice([] {
        region_list const list{regions::us_east_1, "eu-west-1", regions::af_south_1};
        return list.size() == 3 && !list.empty() && list[0] == "us-east-1" &&
               list[1] == "eu-west-1" && list[2] == "af-south-1";
    });
}

BOOST_AUTO_TEST_CASE(a_repeated_region_counts_once) {
    twice([] {
        region_list list{regions::us_east_1, regions::eu_west_1, regions::us_east_1};
        bool const added = list.add(regions::eu_west_1);
        return added && list.size() == 2 && list[0] == "us-east-1" && list[1] == "eu-west-1";
    });
    twice([] { // a prefix is no repeat
        region_list list{region{"us-east-1"}, region{"us-east-10"}, region{"us-east-11"}};
        return list.size() == 3;
    });
}

BOOST_AUTO_TEST_CASE(sixty_four_fit) {
    twice([] {
        auto list = of(std::make_index_sequence<64>{});
        return list.size() == 64 && list[63] == "aa-a-63" && !list.add("aa-a-64") &&
               list.add("aa-a-63") && list.size() == 64 && list[0] == "aa-a-00";
    });
    twice([] { return of_with_a_repeat(std::make_index_sequence<64>{}).size() == 64; });
}

BOOST_AUTO_TEST_CASE(the_65th_throws_what_it_is) {
    BOOST_CHECK_EXCEPTION(of(std::make_index_sequence<65>{}), std::length_error, [](std::length_error const& e) {
        return e.what() == std::string{"a check takes at most 64 Regions"};
    });
}

BOOST_AUTO_TEST_CASE(copies_are_whole) {
    twice([] {
        auto const full = of(std::make_index_sequence<64>{});
        region_list copy{full};
        region_list list{regions::us_east_1};
        copy = list;
        list = full;
        auto const& self = list;
        list = self;
        return copy.size() == 1 && copy[0] == "us-east-1" && list.size() == 64 &&
               list[63] == "aa-a-63";
    });
}

BOOST_AUTO_TEST_CASE(codes_are_visited) {
    twice([] {
        region_list const list{regions::us_east_1, regions::eu_west_1};
        auto it = list.begin();
        auto const first = it++;
        return *first == "us-east-1" && *it == "eu-west-1" && ++it == list.end() && first != it;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace region_list_test
