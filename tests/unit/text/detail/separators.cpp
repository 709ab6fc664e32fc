// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/separators.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace separators_test {

using lakeproof::detail::find_last;
using lakeproof::detail::has_doubled;

// Byte by byte, in constant expressions.
static_assert(find_last("", '/') == std::string_view::npos && !has_doubled("", '/'));
static_assert(find_last("/", '/') == 0 && !has_doubled("/", '/'));
static_assert(find_last("a/b/c", '/') == 3 && !has_doubled("a/b/c", '/'));
static_assert(find_last("a//c", '/') == 2 && has_doubled("a//c", '/'));
static_assert(has_doubled("//a/b", '/') && has_doubled("a//", '/'));

BOOST_AUTO_TEST_SUITE(separators_of_a_string)

BOOST_AUTO_TEST_CASE(every_pair_of_places_in_strings_of_every_size) {
    // Vectors have 16 bytes; the last one overlaps what has been looked at.
    for (std::size_t size = 0; size < 70; ++size)
        for (std::size_t a = 0; a < size; ++a)
            for (std::size_t b = a; b < size; ++b) {
                std::string s(size, '.');
                s[a] = s[b] = '/';
                if (find_last(s, '/') != b || has_doubled(s, '/') != (b == a + 1))
                    BOOST_TEST(false, size << ' ' << a << ' ' << b);
            }
    for (std::size_t size = 0; size < 70; ++size) {
        std::string const none(size, '.');
        BOOST_TEST(find_last(none, '/') == std::string_view::npos);
        BOOST_TEST(!has_doubled(none, '/'));
    }
}

BOOST_AUTO_TEST_CASE(what_stands_around_the_string_is_not_looked_at) {
    std::string const around = "/" + std::string(30, 'a') + "/" + std::string(30, 'b') + "/";
    auto const inner = std::string_view{around}.substr(1, around.size() - 2);
    BOOST_TEST(find_last(inner, '/') == 30u);
    BOOST_TEST(!has_doubled(inner, '/'));
    BOOST_TEST(!has_doubled("/" + std::string(15, 'a') + "/b", '/'));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace separators_test
