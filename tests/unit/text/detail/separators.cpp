// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/separators.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace separators_test {

using lakeproof::detail::find_separators;

// Byte by byte, in constant expressions.
static_assert(find_separators("", '/').last == std::string_view::npos);
static_assert(find_separators("/", '/').last == 0 && !find_separators("/", '/').doubled);
static_assert(find_separators("a/b/c", '/').last == 3 && !find_separators("a/b/c", '/').doubled);
static_assert(find_separators("a//c", '/').last == 2 && find_separators("a//c", '/').doubled);
static_assert(find_separators("//a/b", '/').doubled);

BOOST_AUTO_TEST_SUITE(separators_of_a_string)

BOOST_AUTO_TEST_CASE(every_pair_of_places_in_strings_of_every_size) {
    // Vectors have 16 bytes; the last one overlaps what has been looked at.
    for (std::size_t size = 0; size < 70; ++size)
        for (std::size_t a = 0; a < size; ++a)
            for (std::size_t b = a; b < size; ++b) {
                std::string s(size, '.');
                s[a] = s[b] = '/';
                auto const found = find_separators(s, '/');
                if (found.last != b || found.doubled != (b == a + 1))
                    BOOST_TEST(false, size << ' ' << a << ' ' << b);
            }
    for (std::size_t size = 0; size < 70; ++size) {
        auto const none = find_separators(std::string(size, '.'), '/');
        BOOST_TEST(none.last == std::string_view::npos);
        BOOST_TEST(!none.doubled);
    }
}

BOOST_AUTO_TEST_CASE(what_stands_around_the_string_is_not_looked_at) {
    std::string const around = "/" + std::string(30, 'a') + "/" + std::string(30, 'b') + "/";
    auto const inner = std::string_view{around}.substr(1, around.size() - 2);
    BOOST_TEST(find_separators(inner, '/').last == 30u);
    BOOST_TEST(!find_separators("/" + std::string(15, 'a') + "/b", '/').doubled);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace separators_test
