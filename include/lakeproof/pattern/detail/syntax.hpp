// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/scratch.hpp>
#include <lakeproof/pattern/pattern_error.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// One node of a parsed pattern. `left` and `right` are indices of nodes parsed before it.
struct syntax_node {
    enum class kind : std::uint8_t { empty, set, both, either, repeat };
    static constexpr std::uint16_t unbounded = 0xffff;

    kind what;
    std::uint16_t left;  ///< operand; for a set, its index
    std::uint16_t right; ///< second operand
    std::uint16_t least; ///< of a repeat
    std::uint16_t most;
};

/// A parsed pattern: its nodes and sets of bytes, or the first error and its offset.
struct syntax_tree {
    scratch<syntax_node> nodes;
    scratch<byte_set> sets; ///< all different
    std::uint16_t node_count = 0;
    std::uint16_t set_count = 0;
    std::uint16_t root = 0;
    pattern_error error = pattern_error::none;
    std::size_t offset = 0;

    constexpr explicit syntax_tree(std::string_view pattern);

    /// Whether the pattern is `^[…]*$`, a plain set of bytes.
    [[nodiscard]] constexpr bool is_set() const noexcept {
        using kind = syntax_node::kind;
        auto const& sequence = nodes.at[root];
        if (sequence.what != kind::both || nodes.at[sequence.left].what != kind::empty)
            return false;
        auto const& repeat = nodes.at[sequence.right];
        return repeat.what == kind::repeat && repeat.least == 0 &&
               repeat.most == syntax_node::unbounded && nodes.at[repeat.left].what == kind::set;
    }
};

/// Parses a pattern into a tree by recursive descent.
struct pattern_parser {
    using kind = syntax_node::kind;

    std::string_view text;
    syntax_tree& tree;
    std::size_t at = 0;
    unsigned depth = 0;

    constexpr bool done() const noexcept { return at >= text.size(); }
    constexpr char peek() const noexcept { return at < text.size() ? text[at] : '\0'; }

    /// Keeps the first error, and goes to the end of the pattern: all callers stop there.
    constexpr std::uint16_t fail(pattern_error e, std::size_t offset) noexcept {
        if (tree.error == pattern_error::none) {
            tree.error = e;
            tree.offset = offset;
        }
        at = text.size();
        return 0;
    }

    constexpr std::uint16_t node(kind what, std::uint16_t left = 0, std::uint16_t right = 0,
                                 int least = 0, int most = 0) noexcept {
        tree.nodes.at[tree.node_count] = {what, left, right, static_cast<std::uint16_t>(least),
                                          static_cast<std::uint16_t>(most)};
        return tree.node_count++;
    }

    constexpr std::uint16_t set_node(byte_set const& s) noexcept {
        std::uint16_t i = 0;
        while (i < tree.set_count && !(tree.sets.at[i] == s)) ++i;
        if (i == tree.set_count) tree.sets.at[tree.set_count++] = s;
        return node(kind::set, i);
    }

    /// The bytes that the escape at `at` (behind the backslash) stands for.
    constexpr byte_set escape() noexcept {
        if (done()) return fail(pattern_error::unsupported_escape, at - 1), byte_set{};
        char const c = text[at++];
        switch (c) {
        case 'd': return digit_bytes;
        case 'w': return word_bytes;
        case 's': return space_bytes;
        case 'D': return byte_set{digit_bytes}.invert();
        case 'W': return byte_set{word_bytes}.invert();
        case 'S': return byte_set{space_bytes}.invert();
        case 't': return byte_set{}.add('\t');
        case 'n': return byte_set{}.add('\n');
        case 'r': return byte_set{}.add('\r');
        case 'f': return byte_set{}.add('\f');
        case 'v': return byte_set{}.add('\v');
        default: break;
        }
        auto const byte = static_cast<unsigned char>(c);
        // Punctuation stands for itself; a letter or digit could mean something else elsewhere.
        if (byte > 127 || c <= ' ' || (word_bytes.contains(byte) && c != '_'))
            return fail(pattern_error::unsupported_escape, at - 2), byte_set{};
        return byte_set{}.add(byte);
    }

    /// One item of a `[…]` set: a byte, or a class such as `\w`.
    struct set_item {
        byte_set bytes{};
        int single = -1; ///< the byte, where it is one and can start or end a range
    };
    constexpr set_item item() noexcept {
        auto const byte = static_cast<unsigned char>(text[at++]);
        if (byte != '\\') return {byte_set{}.add(byte), byte};
        set_item result{escape()};
        if (auto const b = result.bytes.next(0); result.bytes.next(b + 1) == 256)
            result.single = static_cast<int>(b);
        return result;
    }

    constexpr std::uint16_t set() noexcept {
        std::size_t const start = at++;
        bool const negated = peek() == '^';
        if (negated) ++at;
        byte_set all{};
        bool any = false;
        while (!done() && peek() != ']') {
            std::size_t const from = at;
            auto const first = item();
            any = true;
            bool const range = peek() == '-' && at + 1 < text.size() && text[at + 1] != ']';
            if (!range) {
                all.add(first.bytes);
                continue;
            }
            ++at;
            auto const last = item();
            if (first.single < 0 || last.single < first.single)
                return fail(pattern_error::reversed_range, from);
            all.add(static_cast<unsigned char>(first.single),
                    static_cast<unsigned char>(last.single));
        }
        if (done()) return fail(pattern_error::unterminated_set, start);
        if (!any) return fail(pattern_error::empty_set, start);
        ++at;
        return set_node(negated ? all.invert() : all);
    }

    constexpr std::uint16_t group() noexcept {
        std::size_t const start = at++;
        if (text.substr(at, 2) == "?:")
            at += 2;
        else if (peek() == '?')
            return fail(pattern_error::unsupported_group, start);
        ++depth;
        auto const inside = alternatives();
        --depth;
        if (peek() != ')') return fail(pattern_error::unterminated_group, start);
        ++at;
        return inside;
    }

    constexpr std::uint16_t atom() noexcept {
        char const c = text[at];
        switch (c) {
        case '[': return set();
        case '(': return group();
        case '.': return ++at, set_node(dot_bytes);
        case '*':
        case '+':
        case '?':
        case '{': return fail(pattern_error::nothing_to_repeat, at);
        // The whole string must match, so an anchor may stand only where it changes nothing.
        case '^':
        case '$': return fail(pattern_error::anchor_inside, at);
        case '\\': return ++at, set_node(escape());
        default: return ++at, set_node(byte_set{}.add(static_cast<unsigned char>(c)));
        }
    }

    /// A decimal count, or -1 where there is none.
    constexpr int count() noexcept {
        if (peek() < '0' || peek() > '9') return -1;
        int n = 0;
        while (peek() >= '0' && peek() <= '9' && n < 1000) n = n * 10 + (text[at++] - '0');
        return n;
    }

    constexpr std::uint16_t repeated() noexcept {
        auto const operand = atom();
        std::size_t const start = at;
        int least = 0;
        int most = syntax_node::unbounded;
        switch (peek()) {
        case '*': ++at; break;
        case '+': ++at, least = 1; break;
        case '?': ++at, most = 1; break;
        case '{':
            ++at;
            least = count();
            most = least;
            if (peek() == ',') {
                ++at;
                most = peek() == '}' ? int{syntax_node::unbounded} : count();
            }
            if (least < 0 || most < 0 || peek() != '}')
                return fail(pattern_error::malformed_count, start);
            if (most < least) return fail(pattern_error::reversed_count, start);
            ++at;
            break;
        default: return operand;
        }
        // A second quantifier would make the first lazy or possessive: service models use neither.
        if (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{')
            return fail(pattern_error::unsupported_repeat, at);
        return node(kind::repeat, operand, 0, least, most);
    }

    constexpr std::uint16_t sequence() noexcept {
        if (depth == 0 && peek() == '^') ++at;
        auto all = node(kind::empty);
        while (!done() && peek() != '|' && peek() != ')') {
            if (depth == 0 && peek() == '$' && (at + 1 == text.size() || text[at + 1] == '|')) {
                ++at;
                break;
            }
            auto const next = repeated();
            all = node(kind::both, all, next);
        }
        return all;
    }

    constexpr std::uint16_t alternatives() noexcept {
        auto all = sequence();
        while (peek() == '|') {
            ++at;
            auto const next = sequence();
            all = node(kind::either, all, next);
        }
        return all;
    }

    constexpr void parse() noexcept {
        tree.root = alternatives();
        if (!done()) fail(pattern_error::unmatched_parenthesis, at);
    }
};

// A character adds at most two nodes (itself, and the sequence that it continues) and one set.
constexpr syntax_tree::syntax_tree(std::string_view pattern)
    : nodes{2 * pattern.size() + 2}, sets{pattern.size() + 1} {
    pattern_parser{pattern, *this}.parse();
}

} // namespace lakeproof::detail
