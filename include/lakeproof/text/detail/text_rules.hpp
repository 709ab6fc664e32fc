// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Where the separators of a text stand: what a rule about its segments needs to know of it.
///
/// Collected part by part, so that a text never has to be in one piece.
struct text_marks {
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    std::size_t size = 0; ///< bytes so far
    std::size_t first_separator = npos;
    std::size_t last_separator = npos;
    std::size_t last_colon = npos;
    bool empty_segment = false; ///< nothing before a separator (at the start, or behind another)
    bool refused = false;       ///< a character that the constraint's `refused` lists

    LAKEPROOF_NOINLINE constexpr void add(std::string_view part, char separator,
                                             std::string_view refuse) noexcept {
        for (char const c : part) {
            if (c == separator) {
                if (first_separator == npos) first_separator = size;
                empty_segment |=
                    size == 0 || (last_separator != npos && last_separator + 1 == size);
                last_separator = size;
            }
            if (c == ':') last_colon = size;
            for (char const r : refuse) refused |= c == r;
            ++size;
        }
    }
};

/// What was found out about a text. Trivial, so that memory for many of them need not be cleared;
/// in one byte, since four that are written apart and read as one word stall the processor.
struct text_state {
    bool length_ok : 1;
    bool pattern_ok : 1;
    bool refused : 1; ///< legal here, but with a character refused by what is derived from it
    bool cut : 1;     ///< not all of the text is kept
};
inline constexpr text_state clean_text{true, true, false, false};

/// What a text's own rules say of it.
struct text_verdict : text_state {
    std::uint8_t listed = 0; ///< the place of a text that a vocabulary lists, from 1
    std::uint8_t further_count = 0;
    rule further[2]{};      ///< other rules broken, in catalogue order
    std::size_t length = 0; ///< in Unicode scalar values

    constexpr text_verdict() noexcept : text_state{clean_text} {}
    constexpr void add(rule r) noexcept { further[further_count++] = r; }
    [[nodiscard]] constexpr bool clean() const noexcept {
        return length_ok && pattern_ok && further_count == 0;
    }
};

/// What is known of a text that its constraint judges further.
struct text_facts {
    std::string_view head; ///< the text, or at least its first 256 bytes and as many as are legal
    std::size_t length;    ///< of the whole text, in Unicode scalar values
    bool pattern_ok;
    text_marks const& marks;
};

/// A text that comes in parts, on its way to a verdict.
struct text_stream {
    std::uint16_t state = 1;
    std::size_t size = 0;   ///< in bytes
    std::size_t length = 0; ///< in Unicode scalar values
    text_marks marks{};
};

/// A constraint without its type: what the one checker, reader and writer of all shapes works with.
struct text_rules {
    std::size_t min_length;
    std::size_t max_length;
    std::size_t capacity; ///< bytes of the longest legal text
    rule length;
    rule pattern;
    std::string_view pattern_text;

    /// Not 0 if nothing at all can be said against a text; for one that a vocabulary lists, its
    /// place there and 1. 0 may also mean that this look was not enough.
    std::size_t (*clean)(std::string_view) noexcept;
    /// Adds to a fresh verdict what a text in one piece breaks.
    void (*judge)(std::string_view, text_verdict&) noexcept;
    /// Takes the next part of a text.
    void (*advance)(text_stream&, std::string_view) noexcept;
    /// The same for a text in parts, of which `head` is the start.
    void (*finish)(text_stream const&, std::string_view head, text_verdict&) noexcept;
    /// Whether the pattern accepts a text that left a stream in this state.
    bool (*accepts)(std::uint16_t state) noexcept;
};

namespace detail {

template <string_constraint Constraint>
constexpr void note_marks(text_marks& marks, std::string_view part) noexcept {
    if constexpr (requires { Constraint::separator; })
        marks.add(part, Constraint::separator, {});
    else if constexpr (requires { Constraint::refused; })
        marks.add(part, '\0', Constraint::refused);
}

template <class Constraint>
inline constexpr bool judges_further = requires(text_facts const& text, text_verdict& v) {
    Constraint::judge_further(text, v);
};

template <string_constraint Constraint>
constexpr void judge_facts(std::string_view head, std::size_t length, bool matches,
                           text_marks const& marks, text_verdict& v) noexcept {
    v.length = length;
    v.length_ok = length >= std::size_t{Constraint::min_length} &&
                  length <= std::size_t{Constraint::max_length};
    v.pattern_ok = matches;
    v.refused = matches && marks.refused;
    if constexpr (judges_further<Constraint>)
        Constraint::judge_further(text_facts{head, length, matches, marks}, v);
}

/// Whether a constraint advises a length below its greatest, and judges nothing further but that.
template <class Constraint>
inline constexpr bool has_documented_limit = requires {
    Constraint::documented_limit;
};

/// The bytes of a pattern that is a set, but for those that the constraint refuses further on.
template <string_constraint Constraint>
consteval byte_set clean_bytes() {
    byte_set set = Constraint::pattern::set();
    if constexpr (requires { Constraint::refused; })
        for (char const c : Constraint::refused) set.remove(static_cast<unsigned char>(c));
    return set;
}

template <string_constraint Constraint>
constexpr std::size_t clean(std::string_view text) noexcept {
    if constexpr (requires { Constraint::clean(text); }) {
        return Constraint::clean(text);
    } else if constexpr (!Constraint::pattern::ascii) {
        return 0; // bytes are not characters
    } else if constexpr (judges_further<Constraint> && !has_documented_limit<Constraint>) {
        return 0; // only the constraint knows what it would say
    } else {
        auto most = std::size_t{Constraint::max_length};
        if constexpr (has_documented_limit<Constraint>) most = Constraint::documented_limit;
        if (text.size() < Constraint::min_length || text.size() > most) return 0;
        if constexpr (Constraint::pattern::is_set)
            return all_in_set<clean_bytes<Constraint>()>(text);
        else
            return Constraint::pattern::matches(text);
    }
}

/// The verdict on a text that the constraint's vocabulary lists, without a look at the pattern.
template <string_constraint Constraint>
constexpr bool judge_listed([[maybe_unused]] std::string_view text,
                            [[maybe_unused]] text_verdict& v) noexcept {
    if constexpr (requires { Constraint::judge_listed(text, v); })
        return Constraint::judge_listed(text, v);
    else
        return false;
}

template <string_constraint Constraint>
constexpr void judge(std::string_view text, text_verdict& v) noexcept {
    if (judge_listed<Constraint>(text, v)) return;
    bool const matches = Constraint::pattern::matches(text);
    text_marks marks;
    if (matches) note_marks<Constraint>(marks, text);
    judge_facts<Constraint>(text, length_of<Constraint>(text, matches), matches, marks, v);
}

template <string_constraint Constraint>
constexpr void advance(text_stream& stream, std::string_view part) noexcept {
    stream.state = Constraint::pattern::advance(stream.state, part);
    stream.size += part.size();
    stream.length += count_scalar_values(part);
    note_marks<Constraint>(stream.marks, part);
}

template <string_constraint Constraint>
constexpr void finish(text_stream const& stream, std::string_view head, text_verdict& v) noexcept {
    if (head.size() == stream.size && judge_listed<Constraint>(head, v)) return;
    judge_facts<Constraint>(head, stream.length, Constraint::pattern::accepts(stream.state),
                            stream.marks, v);
}

} // namespace detail

/// The rules of a constraint's texts, without its type.
template <string_constraint Constraint>
inline constexpr text_rules text_rules_of{
    .min_length = Constraint::min_length,
    .max_length = Constraint::max_length,
    .capacity = detail::capacity_of<Constraint>,
    .length = length_rule<Constraint>,
    .pattern = pattern_rule<Constraint>,
    .pattern_text = Constraint::pattern::text(),
    .clean = detail::clean<Constraint>,
    .judge = detail::judge<Constraint>,
    .advance = detail::advance<Constraint>,
    .finish = detail::finish<Constraint>,
    .accepts = Constraint::pattern::accepts,
};

} // namespace lakeproof
