// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/nfa.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

namespace core = lakeproof::detail;

/// UTF-8 as an automaton over bytes: 0 is between two characters, `dead` is no UTF-8.
struct utf8 {
    static constexpr std::uint8_t dead = 0xff;

    /// How many bytes of a character are still to come in each state.
    static constexpr std::array<std::uint8_t, 8> owed{0, 1, 2, 3, 2, 2, 3, 3};

    static constexpr std::uint8_t next(std::uint8_t state, unsigned char b) noexcept {
        if (state == 0) return b < 0x80 ? std::uint8_t{0} : first(b);
        if (b < low[state] || b > high[state]) return dead;
        return static_cast<std::uint8_t>(owed[state] - 1);
    }
    static constexpr bool valid(std::string_view bytes) noexcept {
        std::uint8_t state = 0;
        for (char const c : bytes)
            if (state != dead) state = next(state, static_cast<unsigned char>(c));
        return state == 0;
    }

private:
    // The second byte after E0, ED, F0 and F4 (states 4 to 7) is not free.
    static constexpr std::array<unsigned char, 8> low{0, 0x80, 0x80, 0x80, 0xa0, 0x80, 0x90, 0x80};
    static constexpr std::array<unsigned char, 8> high{0, 0xbf, 0xbf, 0xbf, 0xbf, 0x9f, 0xbf, 0x8f};

    static constexpr std::uint8_t first(unsigned char b) noexcept {
        switch (b) {
        case 0xe0: return 4;
        case 0xed: return 5;
        case 0xf0: return 6;
        case 0xf4: return 7;
        default: break;
        }
        if (b >= 0xc2 && b <= 0xdf) return 1;
        if (b >= 0xe1 && b <= 0xef) return 2;
        return b >= 0xf1 && b <= 0xf3 ? std::uint8_t{3} : dead;
    }
};

/// The strings in UTF-8 that a pattern or a closed set accepts, as a deterministic automaton over bytes.
///
/// A second opinion on what matches: it shares the parser and the nondeterministic automaton with the checks,
/// but nothing that comes after these. Made at run time, in up to some milliseconds.
class string_automaton {
public:
    static constexpr std::uint16_t dead = 0xffff;

    struct state {
        bool accepts;
        std::uint8_t owed; ///< bytes of a character that has begun
        std::array<std::uint16_t, 256> next;
    };

    explicit string_automaton(core::string_rules const& rules)
        : string_automaton{rules.closed_set ? alternatives(rules.pattern_text)
                                            : std::string{rules.pattern_text}} {}
    explicit string_automaton(std::string_view pattern) {
        core::syntax_tree const tree{pattern};
        core::nfa const nfa{tree};
        std::vector<place> places{{reach(nfa, {nfa.entry}), 0}};
        std::map<place, std::uint16_t> numbers{{places[0], std::uint16_t{0}}};
        for (std::size_t at = 0; at < places.size(); ++at) {
            auto const [from, unit] = places[at]; // a copy, since places are added
            auto& s = states_.emplace_back();
            s.accepts = unit == 0 && !from.empty() && from.front() == core::nfa_state::accept;
            s.owed = utf8::owed[unit];
            s.next.fill(dead);
            for (unsigned b = 0; b < 256; ++b) {
                auto const byte = static_cast<unsigned char>(b);
                place to{{}, utf8::next(unit, byte)};
                if (to.second == utf8::dead) continue;
                for (auto const p : from)
                    if (p != core::nfa_state::accept && tree.sets.at[nfa.states.at[p].set].contains(byte))
                        to.first.push_back(nfa.states.at[p].out);
                if (to.first.empty()) continue;
                to.first = reach(nfa, to.first);
                auto const [found, added] =
                    numbers.try_emplace(to, static_cast<std::uint16_t>(places.size()));
                if (added) places.push_back(std::move(to));
                s.next[b] = found->second;
            }
        }
    }

    /// The states; the first is where a string begins.
    [[nodiscard]] std::vector<state> const& states() const noexcept { return states_; }

    /// The state behind a string, or `dead` where no accepted string begins with it.
    [[nodiscard]] std::uint16_t walk(std::string_view string) const noexcept {
        std::uint16_t at = 0;
        for (char const c : string) {
            at = states_[at].next[static_cast<unsigned char>(c)];
            if (at == dead) break;
        }
        return at;
    }
    [[nodiscard]] bool accepts(std::string_view string) const noexcept {
        auto const at = walk(string);
        return at != dead && states_[at].accepts;
    }

    /// Strings on both sides of every edge: at each state, one with the first and last byte of each range that
    /// leads on to the same state, and one with the byte beside it. One is also doubled, and one left out.
    ///
    /// Around `usual`, an accepted string, where that comes past the state, else around the shortest strings.
    [[nodiscard]] std::vector<std::string> edges(std::string_view usual) const {
        std::vector<std::optional<std::string>> prefix(states_.size()), suffix(states_.size());
        for (std::size_t i = 0; i <= usual.size(); ++i) {
            auto const at = walk(usual.substr(0, i));
            if (prefix[at]) continue;
            prefix[at] = usual.substr(0, i);
            suffix[at] = usual.substr(i);
        }
        find_shortest(prefix, suffix);
        std::vector<std::string> all;
        for (std::size_t at = 0; at < states_.size(); ++at) {
            auto const target = [&](int b) { return b < 0 || b > 255 ? dead : states_[at].next[static_cast<std::size_t>(b)]; };
            auto const leads_on = [&](int b) { return target(b) != dead && suffix[target(b)]; };
            for (int b = 0; b < 256; ++b) {
                if (target(b) == target(b - 1) && target(b) == target(b + 1)) continue;
                std::string const byte(1, static_cast<char>(b));
                for (int const near : {b, b - 1, b + 1}) { // the string goes on as behind the byte beside it
                    if (!leads_on(near)) continue;
                    auto const& rest = *suffix[target(near)];
                    all.push_back(*prefix[at] + byte + rest);
                    if (near != b) continue;
                    all.push_back(*prefix[at] + byte + byte + rest);
                    all.push_back(*prefix[at] + rest);
                    break;
                }
            }
        }
        std::erase_if(all, [](std::string const& s) { return !utf8::valid(s); });
        return all;
    }

private:
    using positions = std::vector<std::uint16_t>; ///< of the nondeterministic automaton, ascending
    using place = std::pair<positions, std::uint8_t>;

    /// A pattern of a closed set's values, from the list of them (`A, B`): Smithy's have no blanks.
    static std::string alternatives(std::string_view listed) {
        std::string pattern = "^(";
        for (char const c : listed) {
            bool const word = c == '_' || core::word_bytes.contains(static_cast<unsigned char>(c));
            if (c == ',')
                pattern += '|';
            else if (c != ' ')
                (pattern += word ? "" : "\\") += c;
        }
        return pattern += ")$";
    }

    /// The states that read a byte, and the accepting one, from which only forks are between.
    static positions reach(core::nfa const& nfa, positions open) {
        positions found;
        std::vector<bool> seen(nfa.count);
        while (!open.empty()) {
            auto const s = open.back();
            open.pop_back();
            if (seen[s]) continue;
            seen[s] = true;
            if (s != core::nfa_state::accept && nfa.states.at[s].set == core::nfa_state::fork)
                open.insert(open.end(), {nfa.states.at[s].other, nfa.states.at[s].out});
            else
                found.push_back(s);
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    /// Finds a way to each state and from it to the end where there is none yet, letters first.
    void find_shortest(std::vector<std::optional<std::string>>& prefix,
                       std::vector<std::optional<std::string>>& suffix) const {
        for (std::size_t at = 0; at < states_.size(); ++at)
            if (states_[at].accepts && !suffix[at]) suffix[at] = "";
        for (bool more = true; more;) {
            more = false;
            for (std::size_t at = 0; at < states_.size(); ++at)
                for (std::size_t i = 0; i < 256; ++i) {
                    auto const b = static_cast<unsigned char>('a' + i);
                    auto const to = states_[at].next[b];
                    if (to == dead) continue;
                    if (prefix[at] && !prefix[to]) prefix[to] = *prefix[at] + static_cast<char>(b), more = true;
                    if (!suffix[at] && suffix[to]) suffix[at] = static_cast<char>(b) + *suffix[to], more = true;
                }
        }
    }

    std::vector<state> states_{};
};

} // namespace lakeproof::testing::detail
