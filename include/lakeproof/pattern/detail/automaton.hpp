// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A nondeterministic state: reads a byte of its set, or is a fork that reads nothing.
struct nfa_state {
    static constexpr std::uint16_t fork = 0xffff;
    static constexpr std::uint16_t accept = 0xfffe;

    std::uint16_t set = fork;
    std::uint16_t out = 0;
    std::uint16_t other = 0; ///< second way out of a fork
};

/// How many nondeterministic states a parsed pattern unfolds to.
template <std::size_t N>
constexpr std::size_t nfa_size(syntax_tree<N> const& tree, std::uint16_t root) noexcept {
    auto const& n = tree.nodes[root];
    using kind = syntax_node::kind;
    switch (n.what) {
    case kind::empty: return 0;
    case kind::set: return 1;
    case kind::both: return nfa_size(tree, n.left) + nfa_size(tree, n.right);
    case kind::either: return nfa_size(tree, n.left) + nfa_size(tree, n.right) + 1;
    case kind::repeat: break;
    }
    std::size_t const one = nfa_size(tree, n.left);
    if (n.most == syntax_node::unbounded) return (n.least + 1u) * one + 1;
    return n.most * one + (n.most - n.least);
}

/// Unfolds a parsed pattern backwards, so that alternatives share what follows them.
template <std::size_t N, std::size_t States>
struct nfa_builder {
    syntax_tree<N> const& tree;
    nfa_state states[States + 1]{};
    std::uint16_t count = 0;

    constexpr std::uint16_t add(nfa_state s) noexcept {
        states[count] = s;
        return count++;
    }

    constexpr std::uint16_t unfold(std::uint16_t root, std::uint16_t next) noexcept {
        auto const n = tree.nodes[root];
        using kind = syntax_node::kind;
        switch (n.what) {
        case kind::empty: return next;
        case kind::set: return add({n.left, next, 0});
        case kind::both: return unfold(n.left, unfold(n.right, next));
        case kind::either: {
            auto const a = unfold(n.left, next);
            return add({nfa_state::fork, a, unfold(n.right, next)});
        }
        case kind::repeat: break;
        }
        auto entry = next;
        if (n.most == syntax_node::unbounded) {
            entry = add({nfa_state::fork, next, next});
            states[entry].out = unfold(n.left, entry);
        } else {
            for (auto i = n.least; i < n.most; ++i)
                entry = add({nfa_state::fork, unfold(n.left, entry), next});
        }
        for (std::uint16_t i = 0; i < n.least; ++i) entry = unfold(n.left, entry);
        return entry;
    }
};

/// A deterministic automaton with room for `States` states and `Classes` classes of bytes.
///
/// State 0 is dead, state 1 is the start. Bytes that no set of the pattern tells apart share a class.
template <std::size_t States, std::size_t Classes>
struct automaton {
    using column = std::conditional_t<(States * Classes > 65536), std::uint32_t, std::uint16_t>;

    /// Where the column of a byte's class starts in `next`. By columns, the next state is one addition
    /// and one load behind the last; by rows there would be a multiplication between them.
    column column_of[256]{};
    std::uint16_t next[States * Classes]{};
    bool accepts[States]{};

    /// The state that a byte leads to.
    [[nodiscard]] constexpr std::uint16_t step(std::size_t from, char byte) const noexcept {
        return next[column_of[static_cast<unsigned char>(byte)] + from];
    }
    /// The state that the bytes of a class lead to.
    [[nodiscard]] constexpr std::uint16_t target(std::size_t from, std::size_t c) const noexcept {
        return next[c * States + from];
    }
    std::size_t state_count = 0;
    std::size_t class_count = 0;
    bool overflow = false;
};

/// The subset construction over sorted lists of nondeterministic states.
///
/// Sized for compilers' default limits on constant evaluation: the 300 states of the service's ARN
/// pattern cost a fifth of clang's 1,048,576 steps.
template <std::size_t N, std::size_t NfaStates, std::size_t States, std::size_t Classes>
struct determinizer {
    static constexpr std::size_t pool_size = States * 8;
    static constexpr std::size_t buckets = 256;

    syntax_tree<N> const& tree;
    nfa_state const (&nfa)[NfaStates + 1];
    automaton<States, Classes> result{};
    std::uint64_t classes_in[N + 1]{}; ///< of each set, as bits
    std::uint16_t pool[pool_size]{};   ///< the members of every subset, end to end
    std::uint32_t begin[States + 1]{};
    std::uint16_t chain[States]{};
    std::uint16_t bucket[buckets]{};
    std::uint16_t seen[NfaStates + 1]{}; ///< the last round that reached a state
    std::uint16_t round = 0;
    std::uint16_t found[NfaStates + 2]{}; ///< the subset under construction
    std::size_t found_count = 0;

    constexpr void find_classes() noexcept {
        if (tree.set_count > 64) { // a signature has a bit per set
            result.overflow = true;
            return;
        }
        static_assert(Classes <= 64, "a set has a bit per class");
        std::uint64_t signature[Classes]{};
        for (unsigned b = 0, end = 0; b < 256; b = end) {
            // As far as no set ends or begins, all bytes are of one class.
            std::uint64_t s = 0;
            end = 256;
            for (std::uint16_t i = 0; i < tree.set_count; ++i) {
                bool const in = tree.sets[i].contains(static_cast<unsigned char>(b));
                s |= std::uint64_t{in} << i;
                auto const change = tree.sets[i].next(b, !in);
                if (change < end) end = change;
            }
            std::size_t c = 0;
            while (c < result.class_count && signature[c] != s) ++c;
            if (c == result.class_count) {
                if (c == Classes) {
                    result.overflow = true;
                    return;
                }
                signature[result.class_count++] = s;
                for (std::uint16_t i = 0; i < tree.set_count; ++i)
                    classes_in[i] |= (s >> i & 1) << c;
            }
            for (auto i = b; i < end; ++i)
                result.column_of[i] = static_cast<typename decltype(result)::column>(c * States);
        }
    }

    /// Adds the reading states that `s` reaches without reading, in ascending order.
    constexpr void reach(std::uint16_t s) noexcept {
        if (s != nfa_state::accept) {
            if (seen[s] == round) return;
            seen[s] = round;
            if (nfa[s].set == nfa_state::fork) {
                reach(nfa[s].other);
                reach(nfa[s].out);
                return;
            }
        }
        std::size_t i = found_count;
        while (i > 0 && found[i - 1] > s) --i;
        if (i > 0 && found[i - 1] == s) return;
        for (std::size_t j = found_count; j > i; --j) found[j] = found[j - 1];
        found[i] = s;
        ++found_count;
    }

    /// The deterministic state for the subset found, made if it is new.
    constexpr std::uint16_t intern() noexcept {
        std::size_t hash = 0;
        for (std::size_t i = 0; i < found_count; ++i) hash = hash * 31 + found[i];
        hash %= buckets;
        for (auto s = bucket[hash]; s != 0; s = chain[s]) {
            std::size_t const size = begin[s + 1] - begin[s];
            std::size_t i = 0;
            while (i < size && size == found_count && pool[begin[s] + i] == found[i]) ++i;
            if (i == found_count) return s;
        }
        auto const s = static_cast<std::uint16_t>(result.state_count);
        if (s == States || begin[s] + found_count > pool_size) {
            result.overflow = true;
            return 0;
        }
        for (std::size_t i = 0; i < found_count; ++i) pool[begin[s] + i] = found[i];
        begin[s + 1] = static_cast<std::uint32_t>(begin[s] + found_count);
        chain[s] = bucket[hash];
        bucket[hash] = s;
        result.accepts[s] = found[found_count - 1] == nfa_state::accept;
        ++result.state_count;
        return s;
    }

    constexpr void start_round() noexcept {
        ++round;
        found_count = 0;
    }

    /// Fills the row of state `s`, one group of classes that lead to one subset at a time.
    constexpr void expand(std::uint16_t s) noexcept {
        auto const last = begin[s + 1] - (result.accepts[s] ? 1u : 0u);
        std::uint64_t all = 0;
        for (auto i = begin[s]; i < last; ++i) all |= classes_in[nfa[pool[i]].set];
        while (all != 0) {
            std::uint64_t const lowest = all & (~all + 1);
            std::uint64_t group = all;
            start_round();
            for (auto i = begin[s]; i < last; ++i) {
                auto const classes = classes_in[nfa[pool[i]].set];
                if ((classes & lowest) != 0) {
                    group &= classes;
                    reach(nfa[pool[i]].out);
                } else {
                    group &= ~classes;
                }
            }
            all &= ~group;
            auto const target = intern();
            while (group != 0) {
                result.next[static_cast<std::size_t>(std::countr_zero(group)) * States + s] = target;
                group &= group - 1;
            }
        }
    }

    constexpr automaton<States, Classes> run(std::uint16_t entry) noexcept {
        find_classes();
        if (result.overflow) return result;
        result.state_count = 1;
        start_round();
        reach(entry);
        intern();
        for (std::uint16_t s = 1; s < result.state_count && !result.overflow; ++s) expand(s);
        return result;
    }
};

} // namespace lakeproof::detail
