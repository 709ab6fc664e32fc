// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/vector_bytes.hpp>

#include "../../../support/twice.hpp"

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace vector_bytes_test {

using lakeproof::detail::all_in_set;
using lakeproof::detail::all_in_set_by_byte;
using lakeproof::detail::byte_range;
using lakeproof::detail::byte_ranges;
using lakeproof::detail::byte_set;
using lakeproof::detail::length_in_set;
using lakeproof::test::twice;

constexpr byte_set letters = byte_set{}.add('a', 'z').add('_');
constexpr byte_set every_other = [] {
    byte_set set;
    for (unsigned b = 0; b < 256; b += 2) set.add(static_cast<unsigned char>(b));
    return set;
}();

constexpr bool same(byte_range const& r, int first, int last) {
    return r.first == first && r.last == last;
}

BOOST_AUTO_TEST_SUITE(vectors_of_bytes)

BOOST_AUTO_TEST_CASE(all_bytes_of_a_string_are_in_a_set) {
    twice([] { return all_in_set<letters>("") && all_in_set<letters>("a_z"); });
    twice([] {
        return all_in_set<letters>("abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwxyz");
    });
    twice([] { return !all_in_set<letters>("-") && !all_in_set<letters>("abcdefghijklmnopq-"); });
    twice([] { return all_in_set<every_other>("bdf") && !all_in_set<every_other>("bdfa"); });
    twice([] { return all_in_set<byte_set{}>("") && !all_in_set<byte_set{}>("a"); });
}

BOOST_AUTO_TEST_CASE(one_by_one_too) {
    twice([] { return all_in_set_by_byte(letters, "") && all_in_set_by_byte(letters, "a_z"); });
    twice([] { return !all_in_set_by_byte(letters, "a-z"); });
}

BOOST_AUTO_TEST_CASE(bytes_in_a_set_are_counted_up_to_the_first_other) {
    twice([] { return length_in_set<letters>("") == 0 && length_in_set<letters>("a_z") == 3; });
    twice([] { return length_in_set<letters>("-") == 0 && length_in_set<letters>("ab-cd-") == 2; });
    twice([] { return length_in_set<letters>("abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwx\"") == 51; });
    for (std::size_t size = 1; size < 150; ++size) {
        std::string string(size, 'm');
        BOOST_TEST(length_in_set<letters>(string) == size);
        for (std::size_t at = 0; at < size; ++at) {
            string[at] = '"';
            if (at + 3 < size) string[at + 3] = '"'; // only the first counts
            BOOST_TEST(length_in_set<letters>(string) == at, size << ' ' << at);
            BOOST_TEST((length_in_set<byte_set{}.add('"').invert()>(string)) == at);
            string.assign(size, 'm');
        }
    }
}

BOOST_AUTO_TEST_CASE(a_foreign_byte_is_found_wherever_it_stands) {
    for (std::size_t size = 0; size < 100; ++size) {
        std::string string(size, 'm');
        BOOST_TEST(all_in_set<letters>(string), size);
        for (auto& byte : string) {
            byte = '\x80';
            BOOST_TEST(!all_in_set<letters>(string), size);
            byte = 'm';
        }
    }
}

/// Compares the vector path with the portable one, in memory that ends with the string.
template <byte_set Set>
void agrees_with_bytes() {
    std::string inside, outside;
    for (int b = 0; b < 256; ++b)
        (Set.contains(static_cast<unsigned char>(b)) ? inside : outside) += static_cast<char>(b);
    std::mt19937 random{7};
    std::size_t accepted = 0;
    constexpr std::size_t strings = 40'000;
    for (std::size_t i = 0; i < strings; ++i) {
        std::size_t const size = random() % 70;
        std::vector<char> memory(size);
        for (auto& byte : memory) byte = inside[random() % inside.size()];
        if (size != 0 && random() % 2 == 0)
            memory[random() % size] = outside[random() % outside.size()];
        std::string_view const string{memory.data(), size};
        bool const expected = all_in_set_by_byte(Set, string);
        BOOST_TEST_REQUIRE(all_in_set<Set>(string) == expected, string);
        auto const other = std::ranges::find_if(string, [](char c) { return !Set.contains(static_cast<unsigned char>(c)); });
        BOOST_TEST_REQUIRE(length_in_set<Set>(string) == static_cast<std::size_t>(other - string.begin()), string);
        accepted += expected;
    }
    BOOST_TEST(accepted > strings / 10);
    BOOST_TEST(accepted < strings - strings / 10);
}

BOOST_AUTO_TEST_CASE(vectors_agree_with_single_bytes_on_random_strings) {
    using namespace lakeproof::detail;
    agrees_with_bytes<letters>();
    agrees_with_bytes<every_other>();
    agrees_with_bytes<digit_bytes>();
    agrees_with_bytes<word_bytes>();
    agrees_with_bytes<dot_bytes>();
    agrees_with_bytes<byte_set{}.add(0)>();
    agrees_with_bytes<byte_set{}.add(0, 254)>();
    agrees_with_bytes<byte_set{}.add(0, 127)>();
    agrees_with_bytes<byte_set{}.add(100, 200).add(255)>();
    agrees_with_bytes<byte_set{}.add('a').add('c').add('e').add('g').add('i').add('k').add('m').add(
        'o')>(); // as many ranges as vectors take
}

BOOST_AUTO_TEST_CASE(a_set_falls_into_ranges_if_they_are_few) {
    twice([] {
        byte_ranges const ranges{byte_set{}.add('a', 'z').add('_').add(1).add(254)};
        return ranges.fits && ranges.count == 4 && !ranges.others && same(ranges.range[0], 1, 1) &&
               same(ranges.range[1], '_', '_') && same(ranges.range[2], 'a', 'z') &&
               same(ranges.range[3], 254, 254);
    });
    twice([] {
        byte_ranges const all{byte_set{}.invert()};
        return all.fits && all.others && all.count == 0;
    });
    twice([] { return byte_ranges{byte_set{}}.fits && byte_ranges{byte_set{}}.count == 0; });
    // Or what is not in it does.
    twice([] {
        byte_ranges const most{byte_set{}.add('"').invert()};
        return most.fits && most.others && most.count == 1 && same(most.range[0], '"', '"');
    });
    twice([] { return !byte_ranges{every_other}.fits; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace vector_bytes_test
