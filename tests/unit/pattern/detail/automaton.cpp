// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/automaton.hpp>

#include "../../../support/twice.hpp"

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace automaton_test {

namespace detail = lakeproof::detail;
using lakeproof::test::twice;

/// The automaton of a pattern, made at run time in a table of one size for all.
auto compiled(std::string_view pattern) {
    return detail::determinize<400, detail::byte_classes::most>(pattern);
}

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

std::vector<std::string> all_strings(std::string_view alphabet, std::size_t longest) {
    std::vector<std::string> strings{""};
    for (std::size_t i = 0; i < strings.size(); ++i)
        if (strings[i].size() < longest)
            for (char const c : alphabet) strings.push_back(strings[i] + c);
    return strings;
}

BOOST_AUTO_TEST_SUITE(automata)

BOOST_AUTO_TEST_CASE(random_patterns_agree_with_boost_on_all_short_strings) {
    auto const strings = all_strings("abc-", 4);
    pattern_writer writer{20240607};
    std::size_t compared = 0;
    std::size_t matched = 0;
    for (int i = 0; i < 4000; ++i) {
        auto const pattern = writer.write();
        if (pattern.size() > 63) continue;
        auto const ours = compiled(pattern);
        if (ours.state_count == 0) continue; // too many for the table
        boost::regex const theirs{pattern};
        for (auto const& string : strings) {
            bool expected = false;
            try {
                expected = boost::regex_match(string, theirs);
            } catch (std::runtime_error const&) {
                break; // Boost.Regex gives up where backtracking takes too long
            }
            ++compared;
            matched += expected;
            if (ours.matches(string) != expected)
                BOOST_ERROR("the pattern " << pattern << " and the string \"" << string
                                           << "\": Boost.Regex answers " << expected);
        }
    }
    BOOST_TEST(compared > 500'000u);
    BOOST_TEST(matched > compared / 50);
    BOOST_TEST(compared - matched > compared / 50);
}

BOOST_AUTO_TEST_CASE(too_many_states_are_noticed) {
    BOOST_TEST(compiled("(a|b)*a(a|b){12}").state_count == 0u);
    twice([] {
        return detail::determinize<6, 5>("abcd").state_count == 6 &&
               detail::determinize<5, 5>("abcd").state_count == 0;
    });
}

BOOST_AUTO_TEST_CASE(a_step_leads_to_a_state) {
    twice([] {
        auto const table = detail::determinize<8, 3>("^a[bc]$");
        auto const after_a = table.step(table.start, 'a');
        return table.state_count == 4 && !table.accepts[after_a] &&
               table.accepts[table.step(after_a, 'b')] &&
               table.step(after_a, 'b') == table.step(after_a, 'c') &&
               table.step(table.start, 'b') == 0 && table.step(0, 'a') == 0;
    });
}

BOOST_AUTO_TEST_CASE(bytes_of_one_class_share_a_column) {
    auto const table = compiled("[a-z]+[0-9]*");
    auto const column = [&](unsigned char byte) { return table.row_of[byte]; };
    BOOST_TEST(column('a') == column('z'));
    BOOST_TEST(column('0') == column('9'));
    BOOST_TEST(column('A') == column(0xff));
}

BOOST_AUTO_TEST_CASE(a_trimmed_automaton_leads_to_the_same_states) {
    twice([] {
        auto const wide = detail::determinize<40, 6>("(x|yy)*abc");
        auto const exact = detail::trim<6>(wide);
        if (wide.state_count != 6 || exact.state_count != 6) return false;
        for (std::size_t s = 0; s < 6; ++s) {
            if (exact.accepts[s] != wide.accepts[s]) return false;
            for (int b = 0; b < 256; ++b)
                if (exact.step(s, static_cast<char>(b)) != wide.step(s, static_cast<char>(b)))
                    return false;
        }
        return exact.matches("xyyxabc") && !exact.matches("xyabc");
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace automaton_test
