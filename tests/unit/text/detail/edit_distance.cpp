// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/edit_distance.hpp>

#include "../../../support/text_buffer.hpp"
#include "../../../support/twice.hpp"

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace edit_distance_test {

using lakeproof::detail::edit_distance;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct pair_of_texts {
    std::string_view a;
    std::string_view b;
    std::size_t distance;
};

constexpr pair_of_texts distances[] = {
    {"", "", 0},
    {"", "a", 1},
    {"", "abc", 3},
    {"abc", "abc", 0},
    {"abc", "abd", 1},
    {"abc", "ab", 1},
    {"abc", "xabc", 1},
    {"abc", "axc", 1},
    {"ab", "ba", 2}, // a swap is two edits
    {"kitten", "sitting", 3},
    {"flaw", "lawn", 2},
    {"saturday", "sunday", 3},
    {"abc", "xyz", 3},
    {"abcdef", "fedcba", 6},
    {"sourceName", "SOURCENAME", 0},
    {"sourceName", "source_name", 1},
    {"[@`{", "{`@[", 4}, // next to the letters, but none
    {"e", "\xc3\xa9", 1},
    {"\xc3\xa9", "", 1},
    {"\xc3\xa9\xe2\x82\xac", "\xe2\x82\xac", 1},
    {"\xc3\x89", "\xc3\xa9", 1}, // case is folded in ASCII alone
    {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x81", 1},
};

constexpr std::size_t far_away = static_cast<std::size_t>(-1);

/// The textbook's recursion, row by row, for ASCII texts.
std::size_t reference_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0)
                d[i][j] = i + j;
            else
                d[i][j] = std::min(
                    {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
        }
    return d[a.size()][b.size()];
}

BOOST_AUTO_TEST_SUITE(edit_distances)

BOOST_AUTO_TEST_CASE(they_are_levenshteins_without_regard_to_case) {
    twice_for_each<distances>([](pair_of_texts const& p) {
        return edit_distance(p.a, p.b) == p.distance && edit_distance(p.b, p.a) == p.distance;
    });
}

BOOST_AUTO_TEST_CASE(a_text_over_64_characters_is_far_away) {
    twice([] { return edit_distance(run(64, 'a'), run(64, 'a')) == 0; });
    twice([] { return edit_distance(run(64, 'a'), run(63, 'a')) == 1; });
    twice([] { return edit_distance(run(65, 'a'), run(64, 'a')) == far_away; });
    twice([] { return edit_distance(run(64, 'a'), run(65, 'a')) == far_away; });
    twice([] { return edit_distance("", run(65, 'a')) == far_away; });
    twice([] { return edit_distance("", run(64, 'a')) == 64; });
}

BOOST_AUTO_TEST_CASE(characters_count_not_bytes) {
    std::string accents;
    for (int i = 0; i < 64; ++i) accents += "\xc3\xa9";
    BOOST_TEST(edit_distance(accents, accents) == 0u);
    BOOST_TEST(edit_distance(accents, "") == 64u);
    BOOST_TEST(edit_distance(accents + "x", accents) == far_away);
    BOOST_TEST(edit_distance(accents, accents + "x") == far_away);
}

BOOST_AUTO_TEST_CASE(random_texts_agree_with_the_textbook) {
    std::mt19937 random{1965};
    auto const text = [&] {
        std::string s;
        for (auto n = random() % 13; n > 0; --n) s += "abc_"[random() % 4];
        return s;
    };
    for (int i = 0; i < 5000; ++i) {
        auto const a = text();
        auto const b = text();
        BOOST_TEST(edit_distance(a, b) == reference_distance(a, b), a << " and " << b);
    }
}

BOOST_AUTO_TEST_CASE(ascii_letters_alone_have_a_case) {
    twice([] {
        for (int b = 0; b < 256; ++b) {
            auto const c = static_cast<char>(b);
            auto const lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
            if (lakeproof::detail::fold_ascii_case(c) != static_cast<char>(lower) ||
                lakeproof::detail::fold_ascii_case(static_cast<char32_t>(b)) !=
                    static_cast<char32_t>(lower))
                return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace edit_distance_test
