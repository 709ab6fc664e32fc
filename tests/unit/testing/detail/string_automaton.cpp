// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/testing/detail/string_automaton.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace string_automaton_test {

using lakeproof::pattern;
using lakeproof::testing::detail::string_automaton;
using lakeproof::testing::detail::utf8;

/// The automaton made at run time accepts what the compiled pattern matches, at every edge.
template <class Pattern>
void agrees(std::string const& usual) {
    string_automaton const automaton{Pattern::text()};
    BOOST_TEST_CONTEXT(Pattern::text()) {
        BOOST_TEST(automaton.accepts(usual));
        BOOST_TEST(Pattern::matches(usual));
        std::size_t accepted = 0, refused = 0;
        for (auto const& string : automaton.edges(usual)) {
            BOOST_TEST(utf8::valid(string));
            BOOST_TEST(automaton.accepts(string) == Pattern::matches(string), string);
            ++(automaton.accepts(string) ? accepted : refused);
        }
        BOOST_TEST((accepted > 0 || usual.empty()));
        BOOST_TEST((refused > 0 || usual.empty()));
    }
}

bool has(std::vector<std::string> const& all, std::string_view string) {
    return std::find(all.begin(), all.end(), string) != all.end();
}

BOOST_AUTO_TEST_SUITE(automaton)

BOOST_AUTO_TEST_CASE(it_accepts_what_the_pattern_matches) {
    agrees<lakeproof::role_arn_constraint::pattern>("arn:aws:iam::123456789012:role/x");
    agrees<lakeproof::principal_constraint::pattern>("123456789012");
    agrees<lakeproof::principal_constraint::pattern>("a.amazonaws.com");
    agrees<lakeproof::region_constraint::pattern>("us-east-1");
    agrees<pattern<"^[^<>]*$">>("a");
    agrees<pattern<"^(a|b)?(cd){2,3}.+$">>("acdcdx");
    agrees<pattern<"^(a*)*b$">>("b");
    agrees<pattern<"^$">>("");
    agrees<pattern<"^(\xc3\xa9)*$">>("\xc3\xa9");
    agrees<pattern<"^\\t[^ -~]+$">>("\t\n");
}

BOOST_AUTO_TEST_CASE(edges_are_on_both_sides_of_a_set_and_of_a_count) {
    auto const all = string_automaton{R"(^\d{3}$)"}.edges("123");
    for (auto const* const string : {"023", "923", "/23", ":23", "12/", "129", "12", "0023"})
        BOOST_TEST(has(all, string), string);
    auto const either = string_automaton{"^(xy|longer)$"}.edges("xy");
    for (auto const* const string : {"xx", "xz", "xyy", "longer", "lonfer", "longes"})
        BOOST_TEST(has(either, string), string);
    auto const accent = string_automaton{"^(\xc3\xa9)*$"}.edges("\xc3\xa9");
    for (auto const* const string : {"\xc3\xa8\xc3\xa9", "\xc3\xaa\xc3\xa9"}) BOOST_TEST(has(accent, string), string);
}

BOOST_AUTO_TEST_CASE(a_closed_set_is_a_pattern_of_its_values) {
    using color = lakeproof::enum_string<"RED", "DARK-RED", "it's[not]a\"color\".">;
    string_automaton const colors{lakeproof::detail::string_rules_of<color::constraint>};
    for (auto const value : color::constraint::values) {
        BOOST_TEST(colors.accepts(value), value);
        for (auto const& string : colors.edges(value)) BOOST_TEST(colors.accepts(string) == color::from(string).has_value(), string);
    }
    for (auto const* const other : {"", "RE", "REDD", "red", "RED, DARK-RED"}) BOOST_TEST(!colors.accepts(other), other);
}

BOOST_AUTO_TEST_CASE(a_walk_ends_where_no_accepted_string_begins_so) {
    string_automaton const region{lakeproof::region_constraint::pattern::text()};
    BOOST_TEST(region.walk("us-e") != region.dead);
    BOOST_TEST(!region.accepts("us-e"));
    BOOST_TEST(region.walk("us_") == region.dead);
    BOOST_TEST(region.walk("us_east-1") == region.dead);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace string_automaton_test
