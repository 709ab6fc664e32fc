// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/automaton.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A pattern as positions that read a byte and may follow each other.
///
/// A second opinion on what matches: it shares the parser of patterns with the checks, but neither
/// the deterministic automaton nor what scans by vector. Made at run time, slow, and it knows how
/// to make texts.
class pattern_walker {
public:
    /// The longest pattern text that it takes, in characters.
    static constexpr std::size_t max_pattern = 511;

    /// A position of the pattern, with a text around it: `prefix`, a byte of `set`, `suffix` match.
    struct frame {
        lakeproof::detail::byte_set set;
        std::string prefix;
        std::string suffix;
    };

    explicit pattern_walker(std::string_view pattern) {
        using namespace lakeproof::detail;
        using parser = pattern_parser<max_pattern + 1>;
        auto const parsed = std::make_unique<parser>(parser{pattern});
        parsed->parse();
        auto const& tree = parsed->tree;
        auto const nfa = std::make_unique<nfa_builder<max_pattern + 1, 4096>>(
            nfa_builder<max_pattern + 1, 4096>{tree});
        auto const entry = nfa->unfold(tree.root, nfa_state::accept);
        for (std::uint16_t s = 0; s < nfa->count; ++s)
            if (nfa->states[s].set != nfa_state::fork) state_.push_back(s);
        first_ = reach(&nfa->states[0], nfa->count, entry);
        for (auto const s : state_) {
            set_.push_back(tree.sets[nfa->states[s].set]);
            follow_.push_back(reach(&nfa->states[0], nfa->count, nfa->states[s].out));
        }
    }

    /// Whether the whole of a text matches.
    [[nodiscard]] bool accepts(std::string_view text) const { return walk(first_, text).accepting; }

    /// A matching text of `n` characters, of letters where they will do, or nothing if there is none.
    [[nodiscard]] std::optional<std::string> text_of_length(std::size_t n) const {
        // In row k, what may follow each position from which k characters can end the text. It is
        // known before the position is, so that ways through parts of a character come to an end.
        std::vector<std::vector<std::size_t>> next(n + 1,
                                                   std::vector<std::size_t>(set_.size(), none));
        auto const find = [&](step const& s, std::size_t k) {
            if (k == 0 && s.accepting) return end;
            for (auto const p : s.positions)
                if (next[k][p] != none) return p;
            return none;
        };
        for (std::size_t k = 0; k <= n; ++k)
            for (bool more = true; more;) {
                more = false;
                for (std::size_t p = 0; p < set_.size(); ++p) {
                    auto const width = starts_character(set_[p]) ? 1u : 0u;
                    if (next[k][p] != none || k < width) continue;
                    next[k][p] = find(follow_[p], k - width);
                    more = more || (width == 0 && next[k][p] != none);
                }
            }
        std::string text;
        auto p = find(first_, n);
        if (p == none) return std::nullopt;
        for (auto k = n; p != end;) {
            text += usual_byte(set_[p]);
            auto const after = next[k][p];
            k -= starts_character(set_[p]) ? 1u : 0u;
            p = after;
        }
        return text;
    }

    /// A frame for every position: in `usual`, a matching text, where that can be, else in one of
    /// the shortest.
    [[nodiscard]] std::vector<frame> frames(std::string_view usual) const {
        std::vector<frame> all;
        std::vector<step> before; // what may come at each byte of the usual text
        for (std::size_t i = 0; i <= usual.size(); ++i)
            before.push_back(walk(first_, usual.substr(0, i)));
        for (std::size_t p = 0; p < set_.size(); ++p) {
            auto f = frame_in(usual, before, p);
            all.push_back(f ? *f : frame{set_[p], shortest(first_, p), shortest(follow_[p], none)});
        }
        return all;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static constexpr std::size_t end = none - 1; ///< behind the last position

    /// What may come next: positions that read, or the end.
    struct step {
        std::vector<std::size_t> positions{};
        bool accepting = false;
    };

    [[nodiscard]] step reach(lakeproof::detail::nfa_state const* nfa, std::size_t count,
                             std::uint16_t from) const {
        using lakeproof::detail::nfa_state;
        step result;
        std::vector<bool> seen(count);
        std::vector<std::uint16_t> open{from};
        while (!open.empty()) {
            auto const s = open.back();
            open.pop_back();
            if (s == nfa_state::accept) {
                result.accepting = true;
            } else if (!seen[s]) {
                seen[s] = true;
                if (nfa[s].set == nfa_state::fork) {
                    open.push_back(nfa[s].other);
                    open.push_back(nfa[s].out);
                }
            }
        }
        for (std::size_t p = 0; p < state_.size(); ++p)
            if (seen[state_[p]]) result.positions.push_back(p);
        return result;
    }

    [[nodiscard]] step walk(step from, std::string_view text) const {
        for (char const c : text) {
            std::vector<bool> next(set_.size());
            bool accepting = false;
            for (auto const p : from.positions) {
                if (!set_[p].contains(static_cast<unsigned char>(c))) continue;
                accepting = accepting || follow_[p].accepting;
                for (auto const q : follow_[p].positions) next[q] = true;
            }
            from = {{}, accepting};
            for (std::size_t p = 0; p < next.size(); ++p)
                if (next[p]) from.positions.push_back(p);
        }
        return from;
    }

    static char usual_byte(lakeproof::detail::byte_set const& set) noexcept {
        for (char const c : {'a', 'A', '0'})
            if (set.contains(static_cast<unsigned char>(c))) return c;
        unsigned char c = ' '; // what is printable first, then round to the others
        while (!set.contains(c)) ++c;
        return static_cast<char>(c);
    }

    /// Whether the byte that is taken from a set is the first of a character in UTF-8.
    static bool starts_character(lakeproof::detail::byte_set const& set) noexcept {
        return (usual_byte(set) & 0xc0) != 0x80;
    }

    /// Puts a position into the usual text: in place of a byte, or between two.
    [[nodiscard]] std::optional<frame>
    frame_in(std::string_view usual, std::vector<step> const& before, std::size_t p) const {
        for (std::size_t const skipped : {1u, 0u})
            for (std::size_t i = 0; i + skipped <= usual.size(); ++i) {
                bool possible = false;
                for (auto const q : before[i].positions) possible = possible || q == p;
                auto const suffix = usual.substr(i + skipped);
                if (possible && walk(follow_[p], suffix).accepting)
                    return frame{set_[p], std::string{usual.substr(0, i)}, std::string{suffix}};
            }
        return std::nullopt;
    }

    /// One of the shortest texts from a step up to the position `to`, or to the end.
    [[nodiscard]] std::string shortest(step const& from, std::size_t to) const {
        struct way {
            step const* at;
            std::string text;
        };
        std::vector<way> ways{{&from, {}}};
        std::vector<bool> seen(set_.size());
        for (std::size_t i = 0;; ++i) {
            auto const here = ways.at(i); // every position of a pattern can be reached, and left
            if (to == none && here.at->accepting) return here.text;
            for (auto const p : here.at->positions) {
                if (p == to) return here.text;
                if (seen[p]) continue;
                seen[p] = true;
                ways.push_back({&follow_[p], here.text + usual_byte(set_[p])});
            }
        }
    }

    std::vector<std::uint16_t> state_;               ///< of each position in what it is made from
    std::vector<lakeproof::detail::byte_set> set_{}; ///< what each position reads
    std::vector<step> follow_{};                     ///< and what may come behind it
    step first_{};
};

} // namespace lakeproof::testing::detail
