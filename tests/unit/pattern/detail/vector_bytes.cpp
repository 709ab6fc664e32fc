// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/vector_bytes.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using lakeproof::detail::all_in_set;
using lakeproof::detail::all_in_set_by_byte;
using lakeproof::detail::byte_range;
using lakeproof::detail::byte_ranges;
using lakeproof::detail::byte_set;
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

BOOST_AUTO_TEST_SUITE(sets_of_bytes)

BOOST_AUTO_TEST_CASE(all_bytes_of_a_text_are_in_a_set) {
    twice([] { return all_in_set<letters>("") && all_in_set<letters>("a_z"); });
    twice([] {
        return all_in_set<letters>("abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwxyz");
    });
    twice([] { return !all_in_set<letters>("-") && !all_in_set<letters>("abcdefghijklmnopq-"); });
    twice([] { return all_in_set<every_other>("bdf") && !all_in_set<every_other>("bdfa"); });
    twice([] { return all_in_set<byte_set{}>("") && !all_in_set<byte_set{}>("a"); });
}

BOOST_AUTO_TEST_CASE(one_by_one_too) {
    twice([] { return all_in_set_by_byte<letters>("") && all_in_set_by_byte<letters>("a_z"); });
    twice([] { return !all_in_set_by_byte<letters>("a-z"); });
}

BOOST_AUTO_TEST_CASE(a_foreign_byte_is_found_wherever_it_stands) {
    for (std::size_t size = 0; size < 100; ++size) {
        std::string text(size, 'm');
        BOOST_TEST(all_in_set<letters>(text), size);
        for (auto& byte : text) {
            byte = '\x80';
            BOOST_TEST(!all_in_set<letters>(text), size);
            byte = 'm';
        }
    }
}

BOOST_AUTO_TEST_CASE(a_set_falls_into_ranges_if_they_are_few) {
    twice([] {
        byte_ranges const ranges{byte_set{}.add('a', 'z').add('_').add(0).add(255)};
        return ranges.fits && ranges.count == 4 && same(ranges.range[0], 0, 0) &&
               same(ranges.range[1], '_', '_') && same(ranges.range[2], 'a', 'z') &&
               same(ranges.range[3], 255, 255);
    });
    twice([] {
        byte_ranges const all{byte_set{}.invert()};
        return all.fits && all.count == 1 && same(all.range[0], 0, 255);
    });
    twice([] { return byte_ranges{byte_set{}}.fits && byte_ranges{byte_set{}}.count == 0; });
    twice([] { return !byte_ranges{every_other}.fits; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
