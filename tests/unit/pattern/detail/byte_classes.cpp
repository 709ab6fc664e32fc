// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/byte_classes.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace byte_classes_test {

using lakeproof::detail::byte_classes;
using lakeproof::detail::syntax_tree;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

constexpr byte_classes classes_of(std::string_view pattern) {
    return byte_classes{syntax_tree{pattern}};
}

struct count_case {
    std::string_view pattern;
    std::size_t count;
};

constexpr count_case counts[] = {
    {"", 1},
    {"a", 2},
    {"abc", 4},
    {"[a-z]+[0-9]*", 3},
    {".", 2},
    {"[^a]a", 2},
    {"[a-m][g-z]", 4},
    {"[\\w\\W]", 1},
    {"[^\\w\\W]", 1},
    {"[\x80-\xff]", 2},
    {"[a-z][a-f]", 3},
    {"[\xff]", 2},
    {"\\w\\d[a-zA-Z]", 4},
};

BOOST_AUTO_TEST_SUITE(classes_of_bytes)

BOOST_AUTO_TEST_CASE(bytes_that_no_set_tells_apart_share_a_class) {
    twice([] {
        auto const classes = classes_of("[a-z]+[0-9]*");
        auto const of = [&](unsigned char byte) { return classes.of[byte]; };
        return classes.count == 3 && of('a') == of('z') && of('0') == of('9') &&
               of('A') == of(0xff) && of('a') != of('0') && of('a') != of('A') &&
               of('0') != of('A');
    });
}

BOOST_AUTO_TEST_CASE(a_pattern_has_as_many_classes_as_its_sets_make) {
    twice_for_each<counts>([](count_case const& c) {
        auto const classes = classes_of(c.pattern);
        return !classes.overflow && classes.count == c.count;
    });
}

BOOST_AUTO_TEST_CASE(the_classes_in_a_set_are_those_of_its_bytes) {
    for (std::string_view const pattern :
         {"[a-z]+[0-9]*", ".", "[a-m][g-z]", "[^a]a", "\\w\\W\\s\\d[\x80-\xff]", "[^\\w\\W]"}) {
        syntax_tree const tree{pattern};
        byte_classes const classes{tree};
        for (unsigned b = 0; b < 256; ++b) {
            BOOST_TEST(classes.of[b] < classes.count);
            for (std::size_t i = 0; i < tree.set_count; ++i)
                BOOST_TEST((classes.in_set[i] >> classes.of[b] & 1) ==
                           tree.sets.at[i].contains(static_cast<unsigned char>(b)));
        }
    }
}

BOOST_AUTO_TEST_CASE(more_than_64_classes_are_too_many) {
    std::string pattern;
    for (std::size_t letters = 0; letters < 64; ++letters) {
        BOOST_TEST(!classes_of(pattern).overflow, letters);
        BOOST_TEST(classes_of(pattern).count == letters + 1);
        pattern += static_cast<char>('@' + letters); // '@' to 0x7f, of which some are special
        if (pattern.ends_with('[') || pattern.ends_with('^') || pattern.ends_with('\\') ||
            pattern.ends_with('{') || pattern.ends_with('|'))
            pattern.insert(pattern.size() - 1, 1, '\\');
    }
    BOOST_TEST(classes_of(pattern).overflow);
}

BOOST_AUTO_TEST_CASE(more_than_64_sets_are_too_many) {
    // Sets of seven letters, which make eight classes.
    std::string pattern;
    for (unsigned set = 1; set <= 65; ++set) {
        BOOST_TEST(!classes_of(pattern).overflow, set);
        pattern += '[';
        for (unsigned letter = 0; letter < 7; ++letter)
            if ((set >> letter & 1) != 0) pattern += static_cast<char>('a' + letter);
        pattern += ']';
    }
    BOOST_TEST(classes_of(pattern).overflow);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace byte_classes_test
