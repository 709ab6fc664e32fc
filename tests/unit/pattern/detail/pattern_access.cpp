// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/pattern_access.hpp>

#include "../../../support/twice.hpp"

namespace pattern_access_test {

using lakeproof::pattern;
using lakeproof::pattern_text;
using lakeproof::detail::byte_set;
using lakeproof::detail::pattern_access;
using lakeproof::test::twice;

template <pattern_text Text>
using access = pattern_access<pattern<Text>>;

BOOST_AUTO_TEST_SUITE(access_to_patterns)

BOOST_AUTO_TEST_CASE(a_pattern_that_is_a_set_names_it) {
    twice([] {
        using set = access<"^[a-c_]*$">;
        return set::is_set && set::bytes == byte_set{}.add('a', 'c').add('_');
    });
    twice([] { return access<"[a-z]*">::is_set && access<"^\\w*$">::is_set; });
    twice([] { return !access<"[a-z]+">::is_set && !access<"[a-z]{0,5}">::is_set; });
    twice([] { return !access<"[a-z]*x">::is_set && !access<"x[a-z]*">::is_set; });
    twice([] { return !access<"[a]*|[b]*">::is_set && !access<"">::is_set; });
}

BOOST_AUTO_TEST_CASE(all_strings_that_match_are_within_some_bytes) {
    static constexpr auto letters = byte_set{}.add('a', 'z');
    twice([] { return access<"(ab|[x-z]{2})*">::bytes.within(letters); });
    twice([] { return !access<"(ab|[x-z]{2})*_">::bytes.within(letters); });
    twice(
        [] { return access<"^[b-d]*$">::bytes.within(letters) && !access<"^[B-d]*$">::bytes.within(letters); });
    twice([] { return access<"">::bytes.within({}); });
}

struct own_pattern {};

BOOST_AUTO_TEST_CASE(of_a_pattern_that_is_not_lakeproofs_nothing_is_known) {
    twice([] { return pattern_access<own_pattern>::bytes == byte_set{}.invert() && !pattern_access<own_pattern>::is_set; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace pattern_access_test
