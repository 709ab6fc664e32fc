// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/name_words.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string_view>

namespace name_words_test {

using lakeproof::detail::name_words;
using lakeproof::test::twice;

constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/// Whether the words of a name of `n` bytes are its own, and of no name that differs in a byte.
constexpr bool tells_apart(std::size_t n) {
    auto const name = alphabet.substr(0, n);
    name_words const words{name};
    if (!words.match(name)) return false;
    if (words.match(alphabet.substr(0, n + 1)) || (n > name_words::shortest && words.match(alphabet.substr(0, n - 1))))
        return false;
    for (std::size_t at = 0; at < n; ++at) {
        char other[36]{};
        for (std::size_t i = 0; i < n; ++i) other[i] = i == at ? 'X' : name[i];
        if (words.match({other, n})) return false;
    }
    return true;
}

BOOST_AUTO_TEST_SUITE(words_of_names)

BOOST_AUTO_TEST_CASE(names_of_8_to_32_bytes_are_told_apart_by_each_byte) {
    twice([] {
        for (std::size_t n = 8; n <= 32; ++n)
            if (!tells_apart(n)) return false;
        return true;
    });
}

BOOST_AUTO_TEST_CASE(a_name_of_another_size_has_no_words) {
    twice([] {
        for (std::size_t const n : {0u, 1u, 7u, 33u})
            for (auto const name : {alphabet.substr(0, 8), alphabet.substr(0, 33)})
                if (name_words const words{alphabet.substr(0, n)}; words.size != name_words::no_size || words.match(name))
                    return false;
        return true;
    });
    twice([] { return !name_words{}.match(std::string_view{"\0\0\0\0\0\0\0\0", 8}); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace name_words_test
