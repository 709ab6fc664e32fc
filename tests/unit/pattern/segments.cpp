// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/segments.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace {

using lakeproof::detail::byte_set;
using lakeproof::detail::last_segment;
using lakeproof::detail::last_segment_by_byte;
using lakeproof::test::twice;

constexpr byte_set path = byte_set{}.add('a', 'z').add('0', '9').add('/').add('-');

constexpr std::size_t last(std::string_view text, std::size_t from = 1) {
    return last_segment<path, '/'>(text, from);
}

bool agrees(std::string_view text, std::size_t from) {
    return last(text, from) == last_segment_by_byte<path, '/'>(text, from);
}

BOOST_AUTO_TEST_SUITE(segments)

BOOST_AUTO_TEST_CASE(the_last_segment_is_found) {
    twice([] { return last("/name") == 1; });
    twice([] { return last("/a/name") == 3; });
    twice([] { return last("/a/b-c/0") == 7; });
    twice([] { return last("???a/b", 3) == 5; }); // what stands before is not looked at
    twice([] { return last("/abcdefghijklmnop/abcdefghijklmnopqrstuvwxyz") == 18; });
}

BOOST_AUTO_TEST_CASE(an_empty_segment_is_none) {
    twice([] { return last("//name") == 0; });
    twice([] { return last("/a//name") == 0; });
    twice([] { return last("/a/") == 0; });
    twice([] { return last("/") == 0; });
    twice([] { return last("/abcdefghijklmno//abcdefghijklmno") == 0; });
    twice([] { return last("/abcdefghijklmnopqrstuvwxyz/") == 0; });
}

BOOST_AUTO_TEST_CASE(a_foreign_byte_is_refused) {
    twice([] { return last("/a b") == 0; });
    twice([] { return last("/A") == 0; });
    twice([] { return last("/abcdefghijklmnopqrstuvwxyz/abc\xff") == 0; });
}

// What the vectors do at the edges of 16 bytes, the bytes must do too.
BOOST_AUTO_TEST_CASE(vectors_agree_with_bytes_at_every_place) {
    for (std::size_t size = 1; size <= 80; ++size) {
        for (std::size_t from : {std::size_t{1}, std::size_t{2}, size / 2, size}) {
            if (from == 0 || from > size) continue;
            std::string text(size, 'a');
            BOOST_TEST_REQUIRE(agrees(text, from));
            for (std::size_t at = 0; at < size; ++at) {
                for (int byte = 0; byte < 256; ++byte) {
                    text[at] = static_cast<char>(byte);
                    if (!agrees(text, from))
                        BOOST_TEST_REQUIRE(false, size << ' ' << at << ' ' << byte);
                }
                text[at] = '/';
                if (at + 1 < size) {
                    text[at + 1] = '/';
                    BOOST_TEST_REQUIRE(agrees(text, from));
                    text[at + 1] = 'a';
                }
                text[at] = 'a';
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(vectors_agree_with_bytes_on_random_paths) {
    std::mt19937 random{20261123};
    std::size_t found = 0;
    for (int i = 0; i < 100'000; ++i) {
        std::string text;
        for (std::size_t size = random() % 90; text.size() < size;)
            text += random() % 12 == 0 ? '/' : random() % 400 == 0 ? '!' : 'x';
        std::size_t const from = 1 + (text.empty() ? 0 : random() % text.size());
        if (text.size() < from) continue;
        BOOST_TEST_REQUIRE(agrees(text, from));
        found += last(text, from) != 0;
    }
    BOOST_TEST(found > 1'000u);
    BOOST_TEST(found < 99'000u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
