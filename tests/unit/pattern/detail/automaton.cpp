// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/automaton.hpp>

#include "../../support/twice.hpp"

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace detail = lakeproof::detail;
using lakeproof::test::twice;

constexpr std::size_t text_room = 64;
constexpr std::size_t nfa_room = 200;

/// A pattern compiled at run time in tables of one size for all, to try many that no source holds.
struct compiled {
    bool ok = false;
    detail::automaton<2 * nfa_room, 64> table{};

    explicit compiled(std::string_view text) {
        auto const tree = detail::pattern_parser<text_room>{text}.parse();
        if (tree.error != lakeproof::pattern_error::none) return;
        if (detail::nfa_size(tree, tree.root) > nfa_room) return;
        detail::nfa_builder<text_room, nfa_room> builder{tree};
        auto const entry = builder.unfold(tree.root, detail::nfa_state::accept);
        BOOST_TEST(builder.count == detail::nfa_size(tree, tree.root));
        table =
            detail::determinizer<text_room, nfa_room, 2 * nfa_room, 64>{tree, builder.states}.run(
                entry);
        ok = !table.overflow;
    }

    bool matches(std::string_view text) const {
        std::size_t state = 1;
        for (char const c : text) state = table.step(state, c);
        return table.accepts[state];
    }
};

/// Writes patterns over `a`, `b` and `c`, and their spelling for Boost.Regex.
class pattern_writer {
public:
    explicit pattern_writer(std::uint32_t seed) : random_{seed} {}

    std::string write() { return alternatives(3); }

private:
    unsigned pick(unsigned n) { return static_cast<unsigned>(random_() % n); }

    std::string alternatives(int depth) {
        auto text = sequence(depth);
        while (pick(4) == 0) text += '|' + sequence(depth);
        return text;
    }
    std::string sequence(int depth) {
        std::string text = repeated(depth);
        while (pick(2) == 0) text += repeated(depth);
        return text;
    }
    std::string repeated(int depth) {
        static constexpr char const* repeats[] = {"*",     "+",    "?",    "{2}", "{0,2}",
                                                  "{1,3}", "{2,}", "{0,}", "{0}", "{3}"};
        auto text = atom(depth);
        if (pick(5) < 2) text += repeats[pick(10)];
        return text;
    }
    std::string atom(int depth) {
        static constexpr char const* atoms[] = {"a", "b", "c", "[ab]", "[^a]", "[a-c]", "[^\\w]"};
        if (depth > 0 && pick(4) == 0)
            return (pick(2) == 0 ? "(" : "(?:") + alternatives(depth - 1) + ")";
        return atoms[pick(7)];
    }

    std::mt19937 random_;
};

std::vector<std::string> all_texts(std::string_view alphabet, std::size_t longest) {
    std::vector<std::string> texts{""};
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].size() < longest)
            for (char const c : alphabet) texts.push_back(texts[i] + c);
    return texts;
}

BOOST_AUTO_TEST_SUITE(automata)

BOOST_AUTO_TEST_CASE(random_patterns_agree_with_boost_on_all_short_texts) {
    auto const texts = all_texts("abc-", 4);
    pattern_writer writer{20240607};
    std::size_t compared = 0;
    std::size_t matched = 0;
    for (int i = 0; i < 4000; ++i) {
        auto const text = writer.write();
        if (text.size() >= text_room) continue;
        compiled const ours{text};
        if (!ours.ok) continue;
        boost::regex const theirs{text};
        for (auto const& t : texts) {
            bool expected = false;
            try {
                expected = boost::regex_match(t, theirs);
            } catch (std::runtime_error const&) {
                break; // Boost.Regex gives up where backtracking takes too long
            }
            ++compared;
            matched += expected;
            if (ours.matches(t) != expected)
                BOOST_ERROR("the pattern " << text << " and the text \"" << t
                                           << "\": Boost.Regex says " << expected);
        }
    }
    BOOST_TEST(compared > 500'000u);
    BOOST_TEST(matched > compared / 50);
    BOOST_TEST(compared - matched > compared / 50);
}

BOOST_AUTO_TEST_CASE(too_many_states_are_noticed) {
    compiled const ours{"(a|b)*a(a|b){12}"};
    BOOST_TEST(!ours.ok);
    BOOST_TEST(ours.table.overflow);
}

/// Whether a pattern is too much for tables of some size.
template <std::size_t Room, std::size_t Nfa, std::size_t States, std::size_t Classes>
constexpr bool overflows(std::string_view text) {
    auto const tree = detail::pattern_parser<Room>{text}.parse();
    detail::nfa_builder<Room, Nfa> builder{tree};
    auto const entry = builder.unfold(tree.root, detail::nfa_state::accept);
    return detail::determinizer<Room, Nfa, States, Classes>{tree, builder.states}
        .run(entry)
        .overflow;
}

BOOST_AUTO_TEST_CASE(too_many_classes_are_noticed) {
    twice([] { return !overflows<8, 8, 8, 4>("abc") && overflows<8, 8, 8, 4>("abcd"); });
}

BOOST_AUTO_TEST_CASE(too_many_states_for_a_table_are_noticed) {
    twice([] { return !overflows<8, 8, 6, 8>("abcd") && overflows<8, 8, 5, 8>("abcd"); });
    // 42 of them hold 861 states of the pattern; there is room for 8 on average.
    BOOST_TEST((!overflows<16, 128, 120, 8>("[ab]*[ab]{40}")));
    BOOST_TEST((overflows<16, 128, 100, 8>("[ab]*[ab]{40}")));
}

BOOST_AUTO_TEST_CASE(too_many_sets_are_noticed) {
    // A bit of a word stands for each: sets of seven letters, which are eight classes of bytes.
    std::string text;
    for (unsigned set = 1; set <= 65; ++set) {
        BOOST_TEST((overflows<512, 512, 128, 8>(text)) == false, set);
        text += '[';
        for (unsigned letter = 0; letter < 7; ++letter)
            if ((set >> letter & 1) != 0) text += static_cast<char>('a' + letter);
        text += ']';
    }
    BOOST_TEST((overflows<512, 512, 128, 8>(text)));
}

BOOST_AUTO_TEST_CASE(equal_subsets_share_a_state) {
    compiled const ours{"(ab|cb)*"};
    BOOST_TEST(ours.ok);
    BOOST_TEST(ours.table.state_count <= 4u);
}

BOOST_AUTO_TEST_CASE(bytes_that_no_set_tells_apart_share_a_class) {
    compiled const ours{"[a-z]+[0-9]*"};
    BOOST_TEST(ours.table.class_count == 3u);
    auto const column = [&](unsigned char byte) { return ours.table.column_of[byte]; };
    BOOST_TEST(column('a') == column('z'));
    BOOST_TEST(column('0') == column('9'));
    BOOST_TEST(column('A') == column(0xff));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
