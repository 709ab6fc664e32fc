// SPDX-License-Identifier: BSL-1.0
// `match`, which accelerates the pattern of two string types, held to the automaton that automata.py proves, on strings
// of any length.
//
// It is the W method for the test of an automaton: each state is reached by a shortest string, every string of up to 3
// bytes (the first and the last byte of each class) is added, and then every string of a set that tells all states
// apart. What gives the automaton's answers for all of these is equal to it, if it is an automaton itself, of no more
// than 3 states beside those. As for runs of bytes, which vectors walk through, a loop of each state is repeated to
// lengths around those of blocks, with such bytes in every place; tests/unit/pattern/detail/vector_bytes.cpp has the
// induction to longer ones.
#include <lakeproof/lakeproof.hpp>

#include "../support/held_to_pattern.hpp"
#include "../support/string_types.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace accelerators_test {

namespace detail = lakeproof::detail;
using state = std::uint16_t;

template <class String>
class prover {
public:
    prover() {
        find_alphabet();
        find_access();
        find_suffixes();
    }

    /// Every string of up to `most` bytes behind each state's.
    void try_middles(std::size_t most) {
        for (auto const& [s, access] : access_) {
            for (int byte = 0; byte < 256; ++byte) try_suffixes(access + static_cast<char>(byte));
            try_middle(access, most);
        }
    }
    void try_runs(std::size_t longest) {
        for (auto const& [s, access] : access_)
            for (char const again : alphabet_)
                if (automaton().step(s, again) == s && s != 0)
                    for (std::size_t size = 1; size <= longest; ++size) try_run(access, std::string(size, again));
    }

    std::size_t tried = 0;
    std::size_t matched = 0;
    std::size_t wrong = 0;
    std::string first{};

private:
    static constexpr auto const& automaton() { return automaton_of(typename String::constraint::pattern{}); }
    template <lakeproof::pattern_text Text>
    static constexpr auto const& automaton_of(lakeproof::pattern<Text>) {
        return detail::automaton_of<Text>;
    }

    /// Two bytes of each class of those that lead to the same states, the first and the last.
    void find_alphabet() {
        std::map<std::uint32_t, std::pair<char, char>> ends;
        for (int byte = 0; byte < 256; ++byte) {
            auto const c = static_cast<char>(byte);
            ends.try_emplace(automaton().row_of[byte], c, c).first->second.second = c;
        }
        for (auto const& [row, range] : ends) alphabet_.insert({range.first, range.second});
    }

    void find_access() {
        std::deque<state> queue{automaton().start};
        access_[automaton().start];
        for (; !queue.empty(); queue.pop_front())
            for (char const c : alphabet_) {
                auto const then = automaton().step(queue.front(), c);
                if (access_.try_emplace(then, access_[queue.front()] + c).second) queue.push_back(then);
            }
    }

    /// For each two states a shortest string that one accepts and the other doesn't, if there is one.
    void find_suffixes() {
        suffixes_.insert("");
        for (auto const& [a, to_a] : access_)
            for (auto const& [b, to_b] : access_)
                if (a < b)
                    if (auto const suffix = telling(a, b)) suffixes_.insert(*suffix);
    }
    std::optional<std::string> telling(state a, state b) const {
        std::map<std::pair<state, state>, std::string> reached{{{a, b}, ""}};
        std::deque<std::pair<state, state>> queue{{a, b}};
        for (; !queue.empty(); queue.pop_front()) {
            auto const [x, y] = queue.front();
            auto const string = reached[queue.front()];
            if (automaton().accepts[x] != automaton().accepts[y]) return string;
            for (char const c : alphabet_) {
                std::pair const then{automaton().step(x, c), automaton().step(y, c)};
                if (reached.try_emplace(then, string + c).second) queue.push_back(then);
            }
        }
        return std::nullopt;
    }

    void try_middle(std::string const& start, std::size_t most) {
        try_suffixes(start);
        if (most != 0)
            for (char const c : alphabet_) try_middle(start + c, most - 1);
    }
    void try_run(std::string const& start, std::string run) {
        try_suffixes(start + run);
        for (auto& c : run) {
            auto const kept = c;
            for (char const other : alphabet_)
                if (other != kept) {
                    c = other;
                    try_one(start + run);
                    for (auto const end : completions) try_one(start + run + std::string{end});
                }
            c = kept;
        }
    }
    void try_suffixes(std::string const& start) {
        for (auto const& suffix : suffixes_) try_one(start + suffix);
    }
    void try_one(std::string_view string) {
        ++tried;
        matched += String::constraint::pattern::matches(string);
        if (!lakeproof::test::held_to_pattern<String>(string) && wrong++ == 0) first = string;
    }

    /// What completes a string that a run stands in.
    static constexpr std::string_view completions[] = {":iam::123456789012:role/a", ".amazonaws.com", "a"};

    std::set<char> alphabet_;
    std::map<state, std::string> access_; ///< a shortest string to each state
    std::set<std::string> suffixes_;
};

template <class String>
void prove() {
    if constexpr (requires { String::constraint::match(std::string_view{}); }) {
        prover<String> p;
        p.try_middles(3);
        p.try_runs(70);
        BOOST_TEST_MESSAGE(String::constraint::pattern::text()
                           << ": " << p.tried << " strings, " << p.matched << " match");
        BOOST_TEST(p.matched > 10'000u);
        BOOST_TEST(p.wrong == 0u, p.wrong << " strings, first " << p.first);
    }
}

BOOST_AUTO_TEST_SUITE(accelerators)

BOOST_AUTO_TEST_CASE(of_every_string_type) {
    []<class... String>(std::type_identity<std::tuple<String...>>) {
        (prove<String>(), ...);
    }(std::type_identity<lakeproof::test::string_types>{});
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace accelerators_test
