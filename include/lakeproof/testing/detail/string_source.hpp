// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/string_automaton.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
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

/// Makes the strings of a constraint, each from some bytes, and puts the bytes that make one.
template <string_constraint Constraint>
struct arbitrary_string {
    static string_source const& strings() {
        static string_source const all{string_automaton{core::string_rules_of<Constraint>}, Constraint::min_length,
                                       Constraint::max_length};
        return all;
    }
    static std::string make(byte_source& bytes) { return strings().from(bytes); }
    static void put(std::string_view string, byte_sink& bytes) { strings().put(string, bytes); }
};

/// Mostly the names that are listed, since others are an error by default.
template <>
struct arbitrary_string<ocsf::event_class_constraint> {
    static std::string make(byte_source& bytes) {
        auto const listed = bytes.below(ocsf::event_class_count + 1);
        if (listed == ocsf::event_class_count) return any_name().from(bytes);
        return std::string{to_string(static_cast<ocsf::event_class>(listed))};
    }
    static void put(std::string_view string, byte_sink& bytes) {
        auto const c = ocsf::event_class_from(string);
        bytes.below(c ? static_cast<std::size_t>(*c) : ocsf::event_class_count, ocsf::event_class_count + 1);
        if (!c) any_name().put(string, bytes);
    }

private:
    static string_source const& any_name() {
        using names = ocsf::event_class_constraint;
        static string_source const all{string_automaton{core::string_rules_of<names>}, names::min_length,
                                       names::max_length};
        return all;
    }
};

/// A string without a constraint: any UTF-8, no longer than the bytes there are.
struct any_string {
    static std::string make(byte_source& bytes) {
        std::string string;
        auto size = bytes.below(max_size);
        std::uint8_t state = 0;
        for (; (size > 0 && !bytes.left().empty()) || state != 0; size -= size > 0) {
            auto b = bytes.byte();
            auto next = utf8::next(state, b);
            while (next == utf8::dead) next = utf8::next(state, b = static_cast<unsigned char>(b + 1));
            string += static_cast<char>(b);
            state = next;
        }
        return string;
    }
    static void put(std::string_view string, byte_sink& bytes) {
        bytes.below(string.size(), max_size);
        for (char const c : string) bytes.byte(static_cast<unsigned char>(c));
    }

private:
    static constexpr std::size_t max_size = 1024 * 1024; // of a document, by default
};

} // namespace lakeproof::testing::detail
