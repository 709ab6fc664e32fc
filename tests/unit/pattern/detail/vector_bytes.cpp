// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/vector_bytes.hpp>

#include "../../../support/string_types.hpp"
#include "../../../support/twice.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
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

/// A byte that is not in the set, in every place of a string of each size up to some blocks, and a second one behind
/// it: the result is the first's place, whatever is behind it.
///
/// With the three tests of vectors below this is the induction to strings of any length. A step of a walk looks at one
/// block, or at two at once; its answer is a function of which of their bytes are in the set, proved for every answer.
/// Then the walk ends, or goes on with what is behind, and how depends on nothing but the size of that. The sizes here
/// reach two steps of each kind with every remainder behind them, so that a longer string's walk is one of these,
/// behind more steps of the same kind.
template <byte_set Set>
void walks_to_the_first_other(char in, char out) {
    constexpr std::size_t longest = 16 + 2 * 32 + 2 * 16;
    std::size_t wrong = 0;
    for (std::size_t size = 0; size <= longest; ++size)
        for (std::size_t first = 0; first <= size; ++first)
            for (std::size_t second = first; second <= size; second = second == first ? first + 1 : second + 3) {
                std::size_t const offset = (size + first + second) % 16; // from an aligned address
                std::vector<char> memory(offset + size, in);
                if (first < size) memory[offset + first] = out;
                if (second < size) memory[offset + second] = out;
                std::string_view const string{memory.data() + offset, size};
                wrong += length_in_set<Set>(string) != first || all_in_set<Set>(string) != (first == size);
            }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(a_walk_ends_at_the_first_other_wherever_it_stands) {
    walks_to_the_first_other<letters>('m', '"');
    walks_to_the_first_other<byte_set{}.add('"').invert()>('m', '"'); // by what is not in it
    walks_to_the_first_other<every_other>('b', 'a');                  // byte by byte
}

/// Every byte in every place of a string that is less than a block, one, more, and more than two.
template <byte_set Set>
std::size_t wrong_bytes() {
    auto const in = static_cast<char>(Set.next(0));
    std::size_t wrong = 0;
    for (std::size_t const size : {1u, 5u, 15u, 16u, 17u, 33u}) {
        std::vector<char> memory(size, in);
        std::string_view const string{memory.data(), size};
        for (std::size_t at = 0; at < size; ++at) {
            for (int b = 0; b < 256; ++b) {
                memory[at] = static_cast<char>(b);
                bool const contained = Set.contains(static_cast<unsigned char>(b));
                wrong += all_in_set<Set>(string) != contained || length_in_set<Set>(string) != (contained ? size : at);
            }
            memory[at] = in;
        }
    }
    return wrong;
}

template <class String>
constexpr byte_set bytes_of = lakeproof::detail::pattern_access<typename String::constraint::pattern>::bytes;

BOOST_AUTO_TEST_CASE(every_byte_in_every_place) {
    using namespace lakeproof::detail;
    // Sets of the library.
    []<class... String>(std::type_identity<std::tuple<String...>>) {
        BOOST_TEST((wrong_bytes<bytes_of<String>>() + ...) == 0u);
        BOOST_TEST((wrong_bytes<byte_set{bytes_of<String>}.keep(plain_ascii_bytes)>() + ...) == 0u);
    }(std::type_identity<lakeproof::test::string_types>{});
    BOOST_TEST(wrong_bytes<plain_ascii_bytes>() == 0u);
    BOOST_TEST(wrong_bytes<digit_bytes>() == 0u);
    BOOST_TEST(wrong_bytes<byte_set{digit_bytes}.add('-')>() == 0u);
    BOOST_TEST((wrong_bytes<byte_set{}.add(0x20, 0xff).remove('"').remove('\\')>()) == 0u);
    BOOST_TEST(wrong_bytes<byte_set{}.add('"').invert()>() == 0u);
    BOOST_TEST((wrong_bytes<byte_set{}.add('a', 'z').add('A', 'Z').add('-')>()) == 0u);
    // Others.
    BOOST_TEST(wrong_bytes<every_other>() == 0u);
    BOOST_TEST(wrong_bytes<word_bytes>() == 0u);
    BOOST_TEST(wrong_bytes<dot_bytes>() == 0u);
    BOOST_TEST(wrong_bytes<byte_set{}.add(0)>() == 0u);
    BOOST_TEST((wrong_bytes<byte_set{}.add(0, 254)>()) == 0u);
    BOOST_TEST((wrong_bytes<byte_set{}.add(0, 127)>()) == 0u);
    BOOST_TEST((wrong_bytes<byte_set{}.add(100, 200).add(255)>()) == 0u);
    constexpr auto most_ranges = byte_set{}.add('a').add('c').add('e').add('g').add('i').add('k').add('m').add('o');
    BOOST_TEST(wrong_bytes<most_ranges>() == 0u);
}

#ifdef LAKEPROOF_VECTORS

using lakeproof::detail::vector_bytes;
using lakeproof::detail::vector_ranges;
constexpr auto width = vector_bytes::width;

/// A range is a comparison of each byte by itself; a set is the union of its ranges, or what is in none.
BOOST_AUTO_TEST_CASE(every_range_has_its_bytes_and_no_other) {
    std::array<unsigned char, 256> all{}, in{}, outside{};
    for (std::size_t b = 0; b < 256; ++b) all[b] = static_cast<unsigned char>(b);
    std::size_t wrong = 0;
    auto const compare = [&wrong](auto const& expected, std::size_t at, vector_bytes found) {
        wrong += std::memcmp(expected.data() + at, &found.bytes, width) != 0;
    };
    for (std::size_t first = 0; first < 256; ++first) {
        in.fill(0);
        for (std::size_t last = first; last < 256; ++last) {
            in[last] = 0xff;
            byte_range const range{static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)};
            auto const set = byte_set{}.add(range.first, range.last);
            vector_ranges const ranges{byte_ranges{set}};
            vector_ranges const others{byte_ranges{byte_set{set}.invert()}};
            for (std::size_t b = 0; b < 256; ++b) outside[b] = static_cast<unsigned char>(~in[b]);
            for (std::size_t at = 0; at < 256; at += width) {
                auto const bytes = vector_bytes::load(reinterpret_cast<char const*>(all.data()) + at);
                compare(in, at, bytes.in(range));
                compare(outside, at, ranges.outside(bytes));
                compare(in, at, others.outside(bytes));
            }
        }
    }
    BOOST_TEST(wrong == 0u);
}

/// Whatever the sixteen answers are, each said by the top bit of a byte.
BOOST_AUTO_TEST_CASE(every_sixteen_answers_are_gathered) {
    std::size_t wrong = 0;
    for (std::uint32_t answers = 0; answers < 0x10000; ++answers) {
        std::array<char, width> bytes;
        for (std::size_t i = 0; i < width; ++i) {
            bool const whole = (answers + i) % 3 == 0; // the other bits do not matter
            bytes[i] = static_cast<char>((answers >> i & 1) != 0 ? (whole ? 0xff : 0x80) : (whole ? 0 : 0x7f));
        }
        auto const v = vector_bytes::load(bytes.data());
        wrong += v.any() != (answers != 0) || v.all() != (answers == 0xffff) ||
                 v.last() != static_cast<int>(std::bit_width(answers)) - 1;
        for (unsigned from = 0; from <= width; ++from) {
            wrong += v.first<true>(from) != static_cast<unsigned>(std::countr_zero((answers | 0x10000) >> from));
            wrong += v.first<false>(from) != static_cast<unsigned>(std::countr_one(answers >> from));
        }
    }
    BOOST_TEST(wrong == 0u);
}

/// A load of some bytes moves bits and joins them by `|`, so that one bit at a time shows where all go.
BOOST_AUTO_TEST_CASE(every_bit_is_loaded_to_its_place) {
    std::size_t wrong = 0;
    for (std::size_t n = 1; n < width; ++n)
        for (std::size_t at = 0; at <= n; ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::vector<char> memory(n);
                if (at < n) memory[at] = static_cast<char>(1 << bit);
                std::array<char, width> expected{};
                std::copy(memory.begin(), memory.end(), expected.begin());
                auto const loaded = vector_bytes::load_some(memory.data(), n);
                wrong += std::memcmp(expected.data(), &loaded.bytes, width) != 0;
            }
    BOOST_TEST(wrong == 0u);
}

#endif

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
