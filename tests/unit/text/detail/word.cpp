// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/word.hpp>

#include "../../../support/twice.hpp"

namespace word_test {

using lakeproof::detail::load_by_byte;
using lakeproof::detail::load_word;
using lakeproof::test::twice;

constexpr char bytes[] = "\x01\x02\x03\x04\x7f\x80\xfe\xff";

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(the_first_byte_is_the_least_significant) {
    twice([] { return load_word(bytes) == 0xfffe807f04030201u; });
}

BOOST_AUTO_TEST_CASE(whatever_the_machine_makes_of_bytes) {
    twice([] { return load_by_byte(bytes) == load_word(bytes); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace word_test
