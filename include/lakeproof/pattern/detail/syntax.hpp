// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Why a pattern cannot be compiled.
enum class pattern_error : std::uint8_t {
    none,
    unterminated_set,
    empty_set,
    reversed_range,
    unterminated_group,
    unmatched_parenthesis,
    unsupported_group,
    unsupported_escape,
    nothing_to_repeat,
    unsupported_repeat,
    malformed_count,
    reversed_count,
    anchor_inside,
    too_many_states,
};

} // namespace lakeproof

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// One node of a parsed pattern. `left` and `right` are indices of nodes parsed before it.
struct syntax_node {
    enum class kind : std::uint8_t { empty, set, both, either, repeat };
    static constexpr std::uint16_t unbounded = 0xffff;

    kind what = kind::empty;
    std::uint16_t left = 0;  ///< operand; for a set, its index
    std::uint16_t right = 0; ///< second operand
    std::uint16_t least = 0; ///< of a repeat
    std::uint16_t most = 0;
};

/// A parsed pattern: its nodes, its sets of bytes, the root, or the first error and its offset.
template <std::size_t N>
struct syntax_tree {
    syntax_node nodes[2 * N + 2]{};
    byte_set sets[N + 1]{};
    std::uint16_t node_count = 0;
    std::uint16_t set_count = 0;
    std::uint16_t root = 0;
    pattern_error error = pattern_error::none;
    std::size_t offset = 0;
};

/// Recursive descent over a pattern text of `N` characters.
template <std::size_t N>
struct pattern_parser {
    std::string_view text;
    syntax_tree<N> tree{};
    std::size_t at = 0;
    unsigned depth = 0;

    constexpr bool failed() const noexcept { return tree.error != pattern_error::none; }
    constexpr bool done() const noexcept { return at >= text.size(); }
    constexpr char peek() const noexcept { return done() ? '\0' : text[at]; }

    constexpr std::uint16_t fail(pattern_error e, std::size_t offset) noexcept {
        tree.error = e;
        tree.offset = offset;
        at = text.size(); // what is behind the first error is not looked at
        return 0;
    }

    constexpr std::uint16_t node(syntax_node n) noexcept {
        tree.nodes[tree.node_count] = n;
        return tree.node_count++;
    }

    constexpr std::uint16_t set_node(byte_set const& s) noexcept {
        std::uint16_t i = 0;
        while (i < tree.set_count && !(tree.sets[i] == s)) ++i;
        if (i == tree.set_count) tree.sets[tree.set_count++] = s;
        return node({.what = syntax_node::kind::set, .left = i});
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
        case 't': return byte_set{}.add(static_cast<unsigned char>('\t'));
        case 'n': return byte_set{}.add(static_cast<unsigned char>('\n'));
        case 'r': return byte_set{}.add(static_cast<unsigned char>('\r'));
        case 'f': return byte_set{}.add(static_cast<unsigned char>('\f'));
        case 'v': return byte_set{}.add(static_cast<unsigned char>('\v'));
        default: break;
        }
        auto const byte = static_cast<unsigned char>(c);
        // Punctuation stands for itself; a letter or digit could mean something else elsewhere.
        if (byte > 127 || c <= ' ' || (word_bytes.contains(byte) && c != '_'))
            return fail(pattern_error::unsupported_escape, at - 2), byte_set{};
        return byte_set{}.add(byte);
    }

    /// One member of a `[…]` set: a byte, or a class such as `\w`.
    struct set_member {
        byte_set bytes{};
        int single = -1; ///< the byte, where it is one and can start or end a range
    };
    constexpr set_member set_item() noexcept {
        auto const byte = static_cast<unsigned char>(text[at++]);
        if (byte != '\\') return {byte_set{}.add(byte), byte};
        set_member m{escape()};
        if (failed()) return m;
        if (auto const b = m.bytes.next(0); m.bytes.next(b + 1) == 256)
            m.single = static_cast<int>(b);
        return m;
    }

    constexpr std::uint16_t set() noexcept {
        std::size_t const start = at++;
        bool const negated = peek() == '^';
        if (negated) ++at;
        byte_set all{};
        bool any = false;
        while (!done() && peek() != ']') {
            std::size_t const from = at;
            auto const first = set_item();
            if (failed()) return 0;
            any = true;
            bool const range = peek() == '-' && at + 1 < text.size() && text[at + 1] != ']';
            if (!range) {
                all.add(first.bytes);
                continue;
            }
            ++at;
            auto const last = set_item();
            if (failed()) return 0;
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
        if (failed()) return 0;
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
        // Matching is of the whole text, so an anchor may stand only where it changes nothing.
        case '^':
        case '$': return fail(pattern_error::anchor_inside, at);
        case '\\': {
            ++at;
            auto const bytes = escape();
            return failed() ? std::uint16_t{0} : set_node(bytes);
        }
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
        if (failed()) return 0;
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
        // A second quantifier would be a lazy or possessive one: another language than the service's.
        if (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{')
            return fail(pattern_error::unsupported_repeat, at);
        return node({syntax_node::kind::repeat, operand, 0, static_cast<std::uint16_t>(least),
                     static_cast<std::uint16_t>(most)});
    }

    constexpr std::uint16_t sequence() noexcept {
        if (depth == 0 && peek() == '^') ++at;
        auto all = node({});
        while (!done() && peek() != '|' && peek() != ')') {
            if (depth == 0 && peek() == '$' && (at + 1 == text.size() || text[at + 1] == '|')) {
                ++at;
                break;
            }
            auto const next = repeated();
            if (failed()) return 0;
            all = node({.what = syntax_node::kind::both, .left = all, .right = next});
        }
        return all;
    }

    constexpr std::uint16_t alternatives() noexcept {
        auto all = sequence();
        while (!failed() && peek() == '|') {
            ++at;
            auto const next = sequence();
            all = node({.what = syntax_node::kind::either, .left = all, .right = next});
        }
        return all;
    }

    constexpr syntax_tree<N> parse() noexcept {
        tree.root = alternatives();
        if (!failed() && !done()) fail(pattern_error::unmatched_parenthesis, at);
        return tree;
    }
};

} // namespace lakeproof::detail
