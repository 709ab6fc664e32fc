// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/source_name.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string_view>

namespace source_name_test {

using lakeproof::rule;
using lakeproof::source_name;
using lakeproof::test::held_to_pattern;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

constexpr std::string_view texts[] = {
    "",
    "acme-edr",
    R"(a\b:c/d)",
    "exactly-twenty-chars",
    "exactly-twenty-1-char",
    "a b",
    "acme\n",
    "\xc3\xa9"
    "dr",
    "a:\xff",
};

BOOST_AUTO_TEST_SUITE(source_names)

BOOST_AUTO_TEST_CASE(one_to_64_characters) {
    twice([] { return source_name{"a"}.size() == 1; });
    twice([] { return source_name::from(run(64, 'a')).value().size() == 64; });
    twice([] {
        auto const s = source_name::check("");
        return s.broken == rule::source_name_length && s.bound == 1 && s.too_short();
    });
    twice([] {
        auto const s = source_name::check(run(65, 'a'));
        return s.broken == rule::source_name_length && s.bound == 64 && s.length == 65;
    });
    twice([] { return source_name::capacity == 64; });
}

BOOST_AUTO_TEST_CASE(its_characters) {
    twice([] {
        constexpr std::string_view legal =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz\\-:/.";
        for (int b = 0; b < 256; ++b) {
            bool const expected = legal.find(static_cast<char>(b)) != std::string_view::npos;
            auto const s = source_name::check(run(1, 'x').add(one(b)).add("x"));
            if (s.pattern_ok != expected || s.ok() != expected) return false;
            if (!expected && s.broken != rule::source_name_pattern) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(length_is_counted_in_characters_off_the_pattern_too) {
    twice([] { return source_name::check("\xc3\xa9\xc3\xa9").length == 2; });
    twice([] {
        auto const s = source_name::check(run(64, 'a').add("\xc3\xa9"));
        return s.length == 65 && !s.length_ok && !s.pattern_ok;
    });
    twice([] { return source_name::check(run(63, 'a').add("\xc3\xa9")).length_ok; });
}

BOOST_AUTO_TEST_CASE(a_name_is_held_to_its_pattern) {
    twice_for_each<texts>([](std::string_view t) { return held_to_pattern<source_name>(t); });
    for (std::size_t n : {19u, 20u, 21u, 63u, 64u, 65u, 66u, 255u, 256u, 257u, 1000u}) {
        BOOST_TEST(held_to_pattern<source_name>(run(n, 'a')));
        BOOST_TEST(held_to_pattern<source_name>(run(n, 'a').add(":")));
        BOOST_TEST(held_to_pattern<source_name>(run(n, 'a').add(" ")));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace source_name_test
