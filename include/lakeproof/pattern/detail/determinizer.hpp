// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_classes.hpp>
#include <lakeproof/pattern/detail/nfa.hpp>
#include <lakeproof/pattern/detail/scratch.hpp>
#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The subset construction: a deterministic state is a set of nondeterministic ones, its members.
///
/// Fits compilers' default limits: the 300 states of the service's longest pattern take clang an
/// eighth of 1,048,576 steps, and g++ a thirtieth of 33,554,432 operations.
struct determinizer {
    static constexpr std::size_t buckets = 256;

    nfa const& from;
    byte_classes const& classes;
    std::size_t most_states;
    std::uint16_t* next; ///< by class, then by state
    std::size_t most_members = 8 * most_states;
    scratch<std::uint16_t> members; ///< of all states, one after the other, each in ascending order
    scratch<std::uint32_t> begin;   ///< of the members of each state; those of the last end `found`
    scratch<std::uint16_t> chain;   ///< for each state the next with its hash, or 0
    scratch<std::uint32_t> seen;    ///< the last search that reached each nondeterministic state
    std::uint16_t bucket[buckets]{};
    std::uint32_t search = 0;
    std::uint32_t found = 0; ///< the end of the members that a search has found
    std::uint16_t count = 1;
    bool overflow = false;

    /// Writes the next states of each state to `to`, which is all zeros.
    constexpr determinizer(nfa const& n, byte_classes const& c, std::size_t most, std::uint16_t* to)
        : from{n}, classes{c}, most_states{most}, next{to}, members{most_members + n.count},
          begin{most + 1}, chain{most}, seen{n.count} {
        for (std::uint16_t s = 0; s < n.count; ++s) seen.at[s] = 0;
        begin.at[0] = begin.at[1] = 0;
        start_search();
        reach(n.entry);
        intern();
        for (std::uint16_t s = 1; s < count && !overflow; ++s) expand(s);
    }

    [[nodiscard]] constexpr bool accepts(std::size_t s) const noexcept {
        return s != 0 && members.at[begin.at[s]] == nfa_state::accept;
    }

private:
    constexpr void start_search() noexcept {
        ++search;
        found = begin.at[count];
    }

    /// Adds a state to the members found, or where it is a fork what it leads to.
    constexpr void reach(std::uint16_t s) noexcept {
        if (seen.at[s] == search) return;
        seen.at[s] = search;
        if (s != nfa_state::accept && from.states.at[s].set == nfa_state::fork) {
            reach(from.states.at[s].other);
            reach(from.states.at[s].out);
            return;
        }
        auto i = found++;
        for (; i > begin.at[count] && members.at[i - 1] > s; --i) members.at[i] = members.at[i - 1];
        members.at[i] = s;
    }

    /// The state with the members found, which is made if it is new.
    constexpr std::uint16_t intern() noexcept {
        auto const first = begin.at[count];
        std::size_t hash = 0;
        for (auto i = first; i < found; ++i) hash = hash * 31 + members.at[i];
        hash %= buckets;
        for (auto s = bucket[hash]; s != 0; s = chain.at[s]) {
            if (begin.at[s + 1] - begin.at[s] != found - first) continue;
            auto i = first;
            while (i < found && members.at[i] == members.at[begin.at[s] + i - first]) ++i;
            if (i == found) return s;
        }
        if (count == most_states || found > most_members) {
            overflow = true;
            return 0;
        }
        auto const s = count++;
        begin.at[count] = found;
        chain.at[s] = bucket[hash];
        bucket[hash] = s;
        return s;
    }

    /// Finds the next states of a state, for all classes that lead to the same one at a time.
    constexpr void expand(std::uint16_t s) noexcept {
        auto const first =
            begin.at[s] + (accepts(s) ? 1u : 0u); // the accepting state reads nothing
        auto const last = begin.at[s + 1];
        std::uint64_t all = 0;
        for (auto i = first; i < last; ++i)
            all |= classes.in_set[from.states.at[members.at[i]].set];
        while (all != 0) {
            std::uint64_t const lowest = all & (~all + 1);
            std::uint64_t group = all;
            start_search();
            for (auto i = first; i < last; ++i) {
                auto const& state = from.states.at[members.at[i]];
                auto const in = classes.in_set[state.set];
                if ((in & lowest) != 0) {
                    group &= in;
                    reach(state.out);
                } else {
                    group &= ~in;
                }
            }
            all &= ~group;
            auto const target = intern();
            for (; group != 0; group &= group - 1)
                next[static_cast<std::size_t>(std::countr_zero(group)) * most_states + s] = target;
        }
    }
};

} // namespace lakeproof::detail
