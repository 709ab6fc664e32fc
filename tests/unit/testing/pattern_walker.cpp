// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/testing/detail/pattern_walker.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {

using lakeproof::pattern;
using lakeproof::testing::detail::pattern_walker;

/// Holds a walk of a pattern against the compiled pattern, with the texts that it makes itself.
template <class Pattern>
void agrees(std::string const& usual) {
    pattern_walker const walker{Pattern::text()};
    BOOST_TEST_CONTEXT(Pattern::text()) {
        BOOST_TEST(walker.accepts(usual));
        BOOST_TEST(Pattern::matches(usual));
        for (auto const& f : walker.frames(usual)) {
            for (int b = 0; b < 256; ++b) {
                auto const byte = static_cast<char>(b);
                auto const text = f.prefix + byte + f.suffix;
                BOOST_TEST(walker.accepts(text) == Pattern::matches(text), text);
                if (f.set.contains(static_cast<unsigned char>(b)))
                    BOOST_TEST(walker.accepts(text), text);
            }
            auto const without = f.prefix + f.suffix;
            BOOST_TEST(walker.accepts(without) == Pattern::matches(without), without);
        }
        for (std::size_t n = 0; n < 60; ++n)
            if (auto const text = walker.text_of_length(n)) {
                BOOST_TEST(text->size() == n);
                BOOST_TEST(Pattern::matches(*text), *text);
            }
    }
}

BOOST_AUTO_TEST_SUITE(walker)

BOOST_AUTO_TEST_CASE(a_walk_matches_what_the_pattern_matches) {
    agrees<lakeproof::role_arn_constraint::pattern>("arn:aws:iam::123456789012:role/x");
    agrees<lakeproof::principal_constraint::pattern>("123456789012");
    agrees<lakeproof::principal_constraint::pattern>("a.amazonaws.com");
    agrees<lakeproof::region_constraint::pattern>("us-east-1");
    agrees<pattern<"^[^<>]*$">>("a");
    agrees<pattern<"^(a|b)?(cd){2,3}.+$">>("acdcdx");
    agrees<pattern<"^(a*)*b$">>("b");
    agrees<pattern<"^$">>("");
}

BOOST_AUTO_TEST_CASE(a_text_has_the_length_that_is_wanted) {
    pattern_walker const region{lakeproof::region_constraint::pattern::text()};
    BOOST_TEST(!region.text_of_length(0));
    BOOST_TEST(!region.text_of_length(5));
    BOOST_TEST(region.text_of_length(6).value() == "aa-a-0");
    BOOST_TEST(region.text_of_length(2000).value().size() == 2000u);
    pattern_walker const digits{R"(^\d{12}$)"};
    BOOST_TEST(!digits.text_of_length(11));
    BOOST_TEST(digits.text_of_length(12).value() == "000000000000");
    BOOST_TEST(!digits.text_of_length(13));
    pattern_walker const anything{"^.*$"};
    BOOST_TEST(anything.text_of_length(0).value() == "");
    BOOST_TEST(anything.text_of_length(3).value() == "aaa");
}

BOOST_AUTO_TEST_CASE(every_position_has_a_frame) {
    // Once in the usual text, and once in the shortest where that has no place for it.
    pattern_walker const either{"^(xy|longer)$"};
    auto const frames = either.frames("xy");
    BOOST_TEST(frames.size() == 8u);
    bool other = false;
    for (auto const& f : frames) other = other || (f.prefix == "lon" && f.suffix == "er");
    BOOST_TEST(other);
}

BOOST_AUTO_TEST_CASE(a_byte_that_nobody_can_print_is_written_where_no_other_is) {
    BOOST_TEST(pattern_walker{"^[^ -~]{2}$"}.text_of_length(2).value() == "\x7f\x7f");
    BOOST_TEST(pattern_walker{"^\\t+$"}.text_of_length(3).value() == "\t\t\t");
    BOOST_TEST(pattern_walker{"^[#-%\\n]+$"}.text_of_length(1).value() == "#");
    agrees<pattern<"^\\t[^ -~]+$">>("\t\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
