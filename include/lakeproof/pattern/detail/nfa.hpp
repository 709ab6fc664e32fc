// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/scratch.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A nondeterministic state: reads a byte of its set, or is a fork that reads nothing.
struct nfa_state {
    static constexpr std::uint16_t accept = 0; ///< the index of the state where a match ends
    static constexpr std::uint16_t fork = 0xffff;

    std::uint16_t set = fork; ///< its index in the tree
    std::uint16_t out = 0;    ///< the next state
    std::uint16_t other = 0;  ///< of a fork, the other next state
};

/// The nondeterministic automaton of a pattern.
struct nfa {
    static constexpr std::size_t most_states = 4096;

    std::size_t needed; ///< how many states; `most_states` is too many, and none is made
    scratch<nfa_state> states;
    std::uint16_t count = 1; ///< the accepting state is there from the start
    std::uint16_t entry = nfa_state::accept;

    constexpr explicit nfa(syntax_tree const& tree)
        : needed{size(tree, tree.root)}, states{needed + 1} {
        if (!overflow()) entry = unfold(tree, tree.root, nfa_state::accept);
    }

    [[nodiscard]] constexpr bool overflow() const noexcept { return needed == most_states; }

private:
    /// How many states a node needs, at most `most_states`.
    static constexpr std::size_t size(syntax_tree const& tree, std::size_t root) noexcept {
        using kind = syntax_node::kind;
        std::size_t all = 0;
        auto const* n = &tree.nodes.at[root];
        for (; n->what == kind::both; n = &tree.nodes.at[n->left]) all += size(tree, n->right);
        switch (n->what) {
        case kind::empty:
        case kind::both: break;
        case kind::set: ++all; break;
        case kind::either: all += size(tree, n->left) + size(tree, n->right) + 1; break;
        case kind::repeat:
            if (n->most == syntax_node::unbounded)
                all += (n->least + 1u) * size(tree, n->left) + 1;
            else
                all += n->most * size(tree, n->left) + n->most - n->least;
        }
        return all < most_states ? all : most_states;
    }

    constexpr std::uint16_t add(nfa_state s) noexcept {
        states.at[count] = s;
        return count++;
    }

    /// Adds the states of a node, which lead to `next`, and returns the first of them.
    ///
    /// They are made from the last to the first, so that alternatives share what follows them.
    constexpr std::uint16_t unfold(syntax_tree const& tree, std::size_t root,
                                   std::uint16_t next) noexcept {
        using kind = syntax_node::kind;
        auto const* n = &tree.nodes.at[root];
        for (; n->what == kind::both; n = &tree.nodes.at[n->left])
            next = unfold(tree, n->right, next);
        switch (n->what) {
        case kind::empty:
        case kind::both: break;
        case kind::set: next = add({n->left, next}); break;
        case kind::either: {
            auto const left = unfold(tree, n->left, next);
            next = add({nfa_state::fork, left, unfold(tree, n->right, next)});
            break;
        }
        case kind::repeat: {
            auto const end = next;
            if (n->most == syntax_node::unbounded) {
                next = add({nfa_state::fork, end, end});
                states.at[next].out = unfold(tree, n->left, next);
            } else {
                for (auto i = n->least; i < n->most; ++i)
                    next = add({nfa_state::fork, unfold(tree, n->left, next), end});
            }
            for (std::uint16_t i = 0; i < n->least; ++i) next = unfold(tree, n->left, next);
        }
        }
        return next;
    }
};

} // namespace lakeproof::detail
