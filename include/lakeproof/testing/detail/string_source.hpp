// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/string_automaton.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// The strings of `least` to `most` characters that an automaton accepts, each from some bytes.
///
/// A string is a walk through the automaton that takes, of the ways that can still end at the length chosen, the
/// one that the next byte spells. The tables cost the automaton's states times `most`, a string its length.
class string_source {
public:
    string_source(string_automaton automaton, std::size_t least, std::size_t most)
        : automaton_{std::move(automaton)}, rows_{most + 1} {
        auto const count = automaton_.states().size();
        can_end_.assign(count * rows_, false);
        choices_.assign(count * rows_, 0);
        ways_.resize(count);
        for (std::size_t at = 0; at < count; ++at)
            for (std::size_t b = 0; b < 256; ++b) {
                auto& ways = ways_[at];
                auto const to = state(at).next[b];
                if (b == 0 || ways.back().to != to) ways.push_back({to, static_cast<unsigned char>(b)});
                ++ways.back().size;
            }
        for (std::size_t left = 0; left < rows_; ++left)
            for (std::uint8_t owed = 0; owed <= 3; ++owed) // a character's bytes from its last
                for (std::size_t at = 0; at < count; ++at)
                    if (state(at).owed == owed) count_choices(at, left);
        for (std::size_t n = least; n <= most; ++n)
            if (can_end_[n]) lengths_.push_back(n); // in the first state
    }

    /// Whether there is such a string at all.
    [[nodiscard]] bool any() const noexcept { return !lengths_.empty(); }

    /// A string, of which there must be any. Where it could go only one way it takes no byte.
    [[nodiscard]] std::string from(byte_source& bytes) const {
        auto left = lengths_[bytes.below(lengths_.size())];
        std::string string;
        for (std::size_t at = 0; left != 0 || state(at).owed != 0;) {
            auto const choices = choices_[at * rows_ + left];
            auto b = choices == 1 ? static_cast<unsigned char>(0) : bytes.byte();
            if (choices == 1 || !leads_on(at, left, state(at).next[b])) b = choice(at, left, b % choices);
            string += static_cast<char>(b);
            left = left_after(at, left);
            at = state(at).next[b];
        }
        return string;
    }

    /// Puts the bytes from which a string comes, which must be one of these.
    void put(std::string_view string, byte_sink& bytes) const {
        auto left = core::count_scalar_values(string);
        auto const found = std::lower_bound(lengths_.begin(), lengths_.end(), left);
        bytes.below(static_cast<std::size_t>(found - lengths_.begin()), lengths_.size());
        std::size_t at = 0;
        for (char const c : string) {
            auto const b = static_cast<unsigned char>(c);
            if (choices_[at * rows_ + left] != 1) bytes.byte(b);
            left = left_after(at, left);
            at = state(at).next[b];
        }
    }

private:
    string_automaton::state const& state(std::size_t at) const noexcept { return automaton_.states()[at]; }

    /// Bytes side by side that lead to the same state.
    struct way {
        std::uint16_t to;
        unsigned char first;
        std::uint16_t size = 0;
    };

    void count_choices(std::size_t at, std::size_t left) {
        std::uint16_t choices = 0;
        for (auto const& w : ways_[at])
            if ((left != 0 || state(at).owed != 0) && leads_on(at, left, w.to))
                choices = static_cast<std::uint16_t>(choices + w.size);
        choices_[at * rows_ + left] = choices;
        can_end_[at * rows_ + left] = choices != 0 || (left == 0 && state(at).accepts);
    }
    /// A character counts as read with its first byte.
    std::size_t left_after(std::size_t at, std::size_t left) const noexcept {
        return state(at).owed == 0 ? left - 1 : left;
    }
    bool leads_on(std::size_t at, std::size_t left, std::uint16_t to) const noexcept {
        return to != string_automaton::dead && can_end_[to * rows_ + left_after(at, left)];
    }
    unsigned char choice(std::size_t at, std::size_t left, std::size_t n) const noexcept {
        auto w = ways_[at].begin();
        for (; !leads_on(at, left, w->to) || n >= w->size; ++w)
            if (leads_on(at, left, w->to)) n -= w->size;
        return static_cast<unsigned char>(w->first + n);
    }

    string_automaton automaton_;
    std::size_t rows_;
    std::vector<std::vector<way>> ways_{}; ///< by state
    std::vector<bool> can_end_{};          ///< by state, then by how many characters are left
    std::vector<std::uint16_t> choices_{};   ///< the same: the bytes that lead on
    std::vector<std::size_t> lengths_{};
};

} // namespace lakeproof::testing::detail
