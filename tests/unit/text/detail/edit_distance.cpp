// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/edit_distance.hpp>

#include "../../../support/text_buffer.hpp"
#include "../../../support/twice.hpp"

#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>

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

/// The fewest insertions, deletions and substitutions of a letter, found step by step from one text to all of up to 4
/// letters. A shortest way needs no longer text than its ends: it can delete first and insert last.
std::map<std::string, std::size_t> fewest_edits(std::string const& from) {
    constexpr std::string_view letters = "abc";
    std::map<std::string, std::size_t> edits{{from, 0}};
    for (std::deque<std::string> queue{from}; !queue.empty(); queue.pop_front()) {
        auto const& text = queue.front();
        auto const visit = [&, n = edits[text] + 1](std::string const& next) {
            if (edits.try_emplace(next, n).second) queue.push_back(next);
        };
        for (std::size_t at = 0; at <= text.size(); ++at) {
            auto const before = text.substr(0, at);
            auto const behind = text.substr(at);
            if (!behind.empty()) visit(before + behind.substr(1));
            for (char const letter : letters) {
                if (!behind.empty()) visit(before + letter + behind.substr(1));
                if (text.size() < 4) visit(before + letter + behind);
            }
        }
    }
    return edits;
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

BOOST_AUTO_TEST_CASE(all_pairs_of_up_to_4_of_3_letters) {
    // The letters in other clothes: in upper case, and as characters of two, three and four bytes.
    auto const written = [](std::string const& text, std::array<std::string_view, 3> const& letters) {
        std::string result;
        for (char const c : text) result += letters[static_cast<std::size_t>(c - 'a')];
        return result;
    };
    std::size_t pairs = 0;
    for (auto const& [a, unused] : fewest_edits(""))
        for (auto const& [b, edits] : fewest_edits(a)) {
            ++pairs;
            if (edit_distance(a, b) != edits || edit_distance(a, written(b, {"A", "B", "C"})) != edits ||
                edit_distance(written(a, {"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"}),
                              written(b, {"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"})) != edits)
                BOOST_TEST(false, a << " and " << b);
        }
    BOOST_TEST(pairs == 121u * 121);
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
