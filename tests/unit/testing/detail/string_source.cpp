// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/testing/detail/string_boundaries.hpp>
#include <lakeproof/testing/detail/string_source.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace string_source_test {

using lakeproof::testing::byte_source;
using lakeproof::testing::detail::string_automaton;
using lakeproof::testing::detail::string_boundaries;
using lakeproof::testing::detail::string_source;

bool any(std::string_view pattern, std::size_t least, std::size_t most) {
    return string_source{string_automaton{pattern}, least, most}.any();
}

BOOST_AUTO_TEST_SUITE(sources)

BOOST_AUTO_TEST_CASE(a_pattern_may_accept_no_string_of_a_length) {
    BOOST_TEST(!any(lakeproof::role_arn_constraint::pattern::text(), 0, 20));
    BOOST_TEST(any(lakeproof::principal_constraint::pattern::text(), 12, 12));
    BOOST_TEST(!any(lakeproof::region_constraint::pattern::text(), 0, 5));
    BOOST_TEST(any(lakeproof::region_constraint::pattern::text(), 6, 6));
    BOOST_TEST(!any(R"(^\d{12}$)", 0, 11));
    BOOST_TEST(!any(R"(^\d{12}$)", 13, 40));
    BOOST_TEST(any("^(\xc3\xa9)*$", 1, 1));
}

BOOST_AUTO_TEST_CASE(a_string_has_one_of_the_lengths) {
    string_source const regions{string_automaton{lakeproof::region_constraint::pattern::text()}, 6, 2000};
    for (std::string_view const text : {"", "\x05 us-east-1", "\xf0\xff\x07 the longest"}) {
        byte_source bytes{text};
        auto const region = regions.from(bytes);
        BOOST_TEST((region.size() >= 6 && region.size() <= 2000));
        BOOST_TEST(lakeproof::region_constraint::pattern::matches(region), region);
    }
}

BOOST_AUTO_TEST_CASE(a_boundary_string_has_the_length_that_is_wanted) {
    string_boundaries const arns{lakeproof::detail::string_rules_of<lakeproof::role_arn_constraint>};
    for (std::size_t const n : {33u, 100u, 2048u, 2049u}) {
        BOOST_TEST(arns.of_length(n).size() == n);
        BOOST_TEST(arns.automaton.accepts(arns.of_length(n)), n);
    }
    BOOST_TEST(arns.of_length(3) == "aaa"); // there is none
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace string_source_test
