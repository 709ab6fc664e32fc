// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/automaton.hpp>
#include <lakeproof/pattern/detail/scan_plan.hpp>
#include <lakeproof/pattern/detail/syntax.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// Names in the diagnostic of a pattern that cannot be compiled what is wrong, and at which offset.
template <pattern_error Error, std::size_t Offset>
struct pattern_cannot_be_compiled_at {
    static_assert(Error == pattern_error::none,
                  "this pattern cannot be compiled: the arguments say why, and at which offset");
    static constexpr bool ok = Error == pattern_error::none;
};

template <pattern_text Text>
inline constexpr auto parsed_pattern = pattern_parser<sizeof(Text.data)>{Text.view()}.parse();

/// The automaton of a parsed pattern in tables with room to spare.
template <std::size_t NfaStates, std::size_t N>
constexpr auto determinize(syntax_tree<N> const& tree) noexcept {
    if constexpr (NfaStates > 4096) { // more than indices and compilers' limits can hold
        automaton<2, 1> none;
        none.overflow = true;
        return none;
    } else {
        constexpr std::size_t most_states = 2 * NfaStates + 16;
        constexpr std::size_t most_classes = 64;
        nfa_builder<N, NfaStates> builder{tree};
        auto const entry = builder.unfold(tree.root, nfa_state::accept);
        return determinizer<N, NfaStates, most_states, most_classes>{tree, builder.states}.run(
            entry);
    }
}

/// The automaton of a pattern text in tables of exactly its size.
template <pattern_text Text>
consteval auto compile_pattern() {
    constexpr auto const& tree = parsed_pattern<Text>;
    constexpr auto wide = determinize<nfa_size(tree, tree.root)>(tree);
    constexpr auto error = wide.overflow ? pattern_error::too_many_states : pattern_error::none;
    static_assert(pattern_cannot_be_compiled_at<error, 0>::ok);
    constexpr auto states = wide.state_count;
    automaton<states, wide.class_count> exact{};
    exact.state_count = states;
    exact.class_count = wide.class_count;
    constexpr auto wide_states = sizeof wide.accepts;
    for (std::size_t b = 0; b < 256; ++b)
        exact.column_of[b] =
            static_cast<typename decltype(exact)::column>(wide.column_of[b] / wide_states * states);
    for (std::size_t s = 0; s < states; ++s) {
        exact.accepts[s] = wide.accepts[s];
        for (std::size_t c = 0; c < wide.class_count; ++c)
            exact.next[c * states + s] = wide.target(s, c);
    }
    return exact;
}

/// The index of the set of a pattern that is `^[…]*$`, or -1 where it is none.
template <std::size_t N>
constexpr int only_set(syntax_tree<N> const& tree) noexcept {
    auto const* n = &tree.nodes[tree.root];
    using kind = syntax_node::kind;
    if (n->what != kind::both || tree.nodes[n->left].what != kind::empty) return -1;
    n = &tree.nodes[n->right];
    if (n->what != kind::repeat || n->least != 0 || n->most != syntax_node::unbounded) return -1;
    n = &tree.nodes[n->left];
    return n->what == kind::set ? n->left : -1;
}

} // namespace detail

/// A pattern of the service's, compiled at compile time to a deterministic automaton.
///
/// Matches the **whole** text, byte by byte: `\w`, `\d` and `\s` are ASCII, `.` is any byte but
/// `\n` and `\r`. The text may hold sets, escapes, groups, alternation, `* + ? {m} {m,n} {m,}`, `.`
/// and outer anchors; anything else is a compile error that names what is wrong and its offset.
///
/// Complexity: linear in the text, without recursion or allocation. Never throws.
/// \code
/// static_assert(lakeproof::pattern<"^[a-z]{2,4}$">::matches("abc"));
/// \endcode
template <pattern_text Text>
class pattern {
    static constexpr auto const& tree_ = detail::parsed_pattern<Text>;
    static_assert(detail::pattern_cannot_be_compiled_at<tree_.error, tree_.offset>::ok);

    template <bool Ok>
    static consteval auto table() {
        if constexpr (!Ok)
            return detail::automaton<2, 1>{};
        else
            return detail::compile_pattern<Text>();
    }
    static constexpr bool compiles_ = tree_.error == pattern_error::none;

public:
    /// Where a text stands after some of its bytes; texts that come in parts carry it along.
    using state = std::uint16_t;
    static constexpr state start = 1;

    /// The pattern as the service writes it.
    [[nodiscard]] static constexpr std::string_view text() noexcept { return Text.view(); }

    /// Whether the pattern is `^[…]*$`, a plain set of bytes.
    static constexpr bool is_set = compiles_ && detail::only_set(tree_) >= 0;

    /// The set of a pattern that is one.
    [[nodiscard]] static constexpr detail::byte_set set() noexcept requires is_set {
        return tree_.sets[static_cast<std::size_t>(detail::only_set(tree_))];
    }

    /// Whether all bytes of every text that matches are in a set.
    [[nodiscard]] static constexpr bool within(detail::byte_set const& set) noexcept {
        for (std::uint16_t i = 0; i < tree_.set_count; ++i)
            if (!tree_.sets[i].within(set)) return false;
        return true;
    }

    /// Whether only ASCII texts can match, so that bytes and characters are the same.
    static constexpr bool ascii = within(detail::byte_set{}.add(0, 127));

    /// The state after `part`, coming from `from`.
    [[nodiscard]] static constexpr state advance(state from, std::string_view part) noexcept {
        if constexpr (is_set) {
            for (char c : part)
                if (!bytes_[static_cast<unsigned char>(c)]) return 0;
            return from;
        } else {
            for (char c : part) {
                from = table_.step(from, c);
                if (from == 0) break;
            }
            return from;
        }
    }

    /// Whether a text that ends in `s` matches.
    [[nodiscard]] static constexpr bool accepts(state s) noexcept {
        if constexpr (is_set)
            return s != 0;
        else
            return table_.accepts[s];
    }

    /// Whether the whole of `text` matches.
    [[nodiscard]] static constexpr bool matches(std::string_view text) noexcept {
        if constexpr (is_set) return detail::all_in_set<set()>(text);
#ifdef LAKEPROOF_SSE2
        else if (!std::is_constant_evaluated() && text.size() >= detail::vector_bytes::width)
            return matches_by_vector(text);
#endif
        else
            return accepts(advance(start, text));
    }

    /// How many states the automaton has (one for a plain set).
    [[nodiscard]] static constexpr std::size_t state_count() noexcept {
        if constexpr (is_set)
            return 1;
        else
            return table_.state_count;
    }

private:
#ifdef LAKEPROOF_SSE2
    static bool matches_by_vector(std::string_view text) noexcept {
        static constexpr auto chain = detail::plan_chain<table_>();
        if constexpr (chain.length >= detail::vector_bytes::width) {
            return detail::follows(chain, text);
        } else {
            static constexpr auto plan = detail::plan_scan<table_>();
            return detail::matches_by_vector(table_, plan, text);
        }
    }
#endif

    static consteval auto make_bytes() {
        std::array<bool, 256> bytes{};
        if constexpr (is_set) {
            for (std::size_t b = 0; b < 256; ++b)
                bytes[b] = set().contains(static_cast<unsigned char>(b));
        }
        return bytes;
    }

    static constexpr auto bytes_ = make_bytes();
    static constexpr auto table_ = table < compiles_ && !is_set > ();
};

} // namespace lakeproof
