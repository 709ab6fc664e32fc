// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/byte_set.hpp>

#include "../../../support/twice.hpp"

#include <string_view>

namespace byte_set_test {

using lakeproof::detail::byte_set;
using lakeproof::test::twice;

constexpr bool holds_exactly(byte_set const& set, std::string_view bytes) {
    for (int b = 0; b < 256; ++b)
        if (set.contains(static_cast<unsigned char>(b)) !=
            (bytes.find(static_cast<char>(b)) != std::string_view::npos))
            return false;
    return true;
}

constexpr std::string_view word = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

BOOST_AUTO_TEST_SUITE(byte_sets)

BOOST_AUTO_TEST_CASE(a_new_set_is_empty) {
    twice([] { return holds_exactly(byte_set{}, ""); });
    twice([] { return byte_set{}.ascii(); });
}

BOOST_AUTO_TEST_CASE(bytes_and_ranges_are_added) {
    twice([] { return holds_exactly(byte_set{}.add('x'), "x"); });
    twice([] { return holds_exactly(byte_set{}.add('a', 'd').add('c', 'f'), "abcdef"); });
    twice([] { return holds_exactly(byte_set{}.add('m', 'm'), "m"); });
    twice([] { return holds_exactly(byte_set{}.add(byte_set{}.add('q')).add('r'), "qr"); });
    twice([] { return byte_set{}.add(0, 255) == byte_set{}.invert(); });
}

BOOST_AUTO_TEST_CASE(bytes_are_removed) {
    twice([] { return holds_exactly(byte_set{}.add('a', 'd').remove('b').remove('x'), "acd"); });
    twice([] { return byte_set{}.add(255).remove(255) == byte_set{}; });
}

BOOST_AUTO_TEST_CASE(a_set_is_within_another) {
    twice([] { return byte_set{}.within(byte_set{}); });
    twice([] { return byte_set{}.add('b').within(byte_set{}.add('a', 'c')); });
    twice([] { return !byte_set{}.add('a', 'c').within(byte_set{}.add('b')); });
    twice([] { return !byte_set{}.add('a').add(255).within(byte_set{}.add(0, 254)); });
}

BOOST_AUTO_TEST_CASE(the_edges_of_the_words) {
    for (int b : {0, 63, 64, 127, 128, 191, 192, 255}) {
        auto const byte = static_cast<unsigned char>(b);
        byte_set const set = byte_set{}.add(byte);
        for (int other = 0; other < 256; ++other)
            BOOST_TEST(set.contains(static_cast<unsigned char>(other)) == (other == b));
        BOOST_TEST(set.ascii() == (b < 128));
    }
}

BOOST_AUTO_TEST_CASE(inverting_twice_changes_nothing) {
    twice([] {
        auto const set = byte_set{}.add('a', 'z').add(200);
        return !byte_set{set}.invert().contains('a') && byte_set{set}.invert().contains('A') &&
               byte_set{set}.invert().invert() == set;
    });
}

BOOST_AUTO_TEST_CASE(the_classes_are_ascii) {
    using namespace lakeproof::detail;
    twice([] { return holds_exactly(digit_bytes, "0123456789") && digit_bytes.ascii(); });
    twice([] { return holds_exactly(word_bytes, word) && word_bytes.ascii(); });
    twice([] { return holds_exactly(space_bytes, "\t\n\v\f\r ") && space_bytes.ascii(); });
    twice([] { return holds_exactly(byte_set{dot_bytes}.invert(), "\n\r") && !dot_bytes.ascii(); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace byte_set_test
