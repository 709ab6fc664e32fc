// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/copy.hpp>

#include "../../../support/twice.hpp"

#include <string_view>

namespace copy_test {

using lakeproof::detail::copy_text;
using lakeproof::test::twice;

BOOST_AUTO_TEST_SUITE(copies_of_texts)

BOOST_AUTO_TEST_CASE(a_text_is_copied_and_its_size_told) {
    twice([] {
        char to[4]{};
        return copy_text(to, "abc") == 3 && std::string_view{to, 4} == std::string_view{"abc\0", 4};
    });
    twice([] { // an empty text may have no data
        char to[1]{'x'};
        return copy_text(to, {}) == 0 && to[0] == 'x';
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace copy_test
