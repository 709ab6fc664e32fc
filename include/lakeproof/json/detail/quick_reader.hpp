// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/json/detail/parser_handler.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Reads a strict subset of JSON, and stops without a violation at the first byte outside of it: Boost.JSON, which is
/// the authority, then reads the text from its start. Both give a builder the same events.
///
///     text   = ws ( object / array ) <up to 64 blanks>     ws = *( SP / HTAB / LF / CR )
///     value  = object / array / string / number / "null" / "true" / "false"
///     object = "{" ws [ member *( ws "," ws member ) ws ] "}"
///     member = name ws ":" ws value
///     array  = "[" ws [ value *( ws "," ws value ) ws ] "]"
///     name   = string
///     string = DQUOTE *( %x20-21 / %x23-5B / %x5D-7F ) DQUOTE / <up to 8 others in a text, each read by Boost.JSON>
///     number = [ "-" ] ( "0" / %x31-39 *DIGIT ) [ "." 1*DIGIT ] [ ( "e" / "E" ) [ "-" / "+" ] 1*2DIGIT ]
///
/// nested at most 63 deep. Finding a string's end and testing its bytes against its type is one pass; a name is
/// compared with the likeliest member of its object without a search for its end.
class quick_reader {
public:
    quick_reader(document_builder& builder, string_memory& strings, std::string_view text) noexcept
        : builder_{builder}, strings_{strings}, text_{text} {}

    /// Whether the text is of the subset; if not, the builder may have been given the events of a part of it.
    bool read(std::size_t most_levels) {
        for (int n = 0; n < max_blanks_behind && !text_.empty() && is_blank(text_.back()); ++n) text_.remove_suffix(1);
        // The last bracket ends every search, so that nothing but brackets needs a look at the end.
        if (text_.size() < 2 || (text_.back() != '}' && text_.back() != ']')) return false;
        last_ = text_.data() + text_.size() - 1;
        char const* p = skip_to(text_.data(), '{');
        if (*p != '{' && *p != '[') return false;
        // What is open, as bits behind a first one: 1 for an object, 0 for an array.
        std::uint64_t open = 1;
        auto& builder = builder_; // local copies, which the compiler keeps in registers
        char const* const last = last_;
        std::uint64_t const deepest = std::uint64_t{1} << std::min<std::size_t>(most_levels, 63);
        for (;;) {
            // A value stands at `p`.
            if (*p == '"') {
                p = read_string(p + 1, last, builder);
            } else if (*p == '{') {
                if (open >= deepest) return false;
                open = open << 1 | 1;
                builder.begin_object();
                p = skip_to(p + 1, '"');
                if (*p != '}') {
                    p = read_name(p, last, builder);
                    if (p == nullptr) return false;
                    continue;
                }
            } else if (*p == '[') {
                if (open >= deepest) return false;
                open <<= 1;
                builder.begin_array();
                p = skip_to(p + 1, '"');
                if (*p != ']') continue;
            } else {
                p = read_other(p);
            }
            if (p == nullptr) return false;
            // It has ended, or an empty object or array is about to.
            p = skip_blanks(p);
            while (*p != ',') {
                bool const object = (open & 1) != 0;
                if (*p != (object ? '}' : ']')) return false;
                object ? builder.end_object() : builder.end_array();
                open >>= 1;
                if (open == 1) return p == last;
                if (p == last) return false;
                p = skip_blanks(p + 1);
            }
            p = skip_to(p + 1, '"');
            if ((open & 1) != 0) {
                p = read_name(p, last, builder);
                if (p == nullptr) return false;
            }
        }
    }

private:
    static constexpr unsigned max_parsed_strings = 8;
    static constexpr int max_blanks_behind = 64;

    // Each reads from `p` on, and returns where it ends, or null outside of the subset.

    /// A member's name, and the colon.
    LAKEPROOF_ALWAYS_INLINE char const* read_name(char const* p, char const* last, document_builder& builder) {
        if (*p != '"') return nullptr;
        ++p;
        if (auto const size = builder.likeliest_key({p, static_cast<std::size_t>(last - p)}); size != 0) [[likely]]
            p += size;
        else if (p = read_other_name(p); p == nullptr)
            return nullptr;
        return skip_blanks(p);
    }
    LAKEPROOF_NOINLINE char const* read_other_name(char const* p) {
        auto const size = plain_size(p);
        if (p[size] == '"') {
            builder_.key({p, size});
            p += size + 1;
        } else if (p = parse_string(p, true); p == nullptr) {
            return nullptr;
        }
        p = skip_to(p, ':');
        return *p == ':' ? p + 1 : nullptr;
    }

    /// A string, behind its quote.
    LAKEPROOF_ALWAYS_INLINE char const* read_string(char const* p, char const* last, document_builder& builder) {
        auto const start = builder.find_string({p, static_cast<std::size_t>(last - p)});
        if (p[start.length] != '"' || !start.valid()) [[unlikely]]
            return read_other_string(p, start.length);
        builder.valid_string({p, start.length}, start.index);
        return p + start.length + 1;
    }
    /// … which its type does not accept at first sight, and where that look at it ended.
    LAKEPROOF_NOINLINE char const* read_other_string(char const* p, std::size_t seen) {
        auto const size = seen != 0 && p[seen] == '"' ? seen : plain_size(p);
        if (p[size] != '"') return parse_string(p, false);
        builder_.unusual_string({p, size}, true);
        return p + size + 1;
    }
    /// A string or a name with an escape, or one that is not ASCII.
    char const* parse_string(char const* p, bool name) {
        // To set up a parser for each of many costs more than to read the text with one.
        if (parsed_strings_++ == max_parsed_strings) return nullptr;
        boost::json::basic_parser<parser_handler> parser{{}, text_, builder_, strings_, name};
        boost::json::error_code e;
        auto const size = parser.write_some(false, p - 1, static_cast<std::size_t>(last_ - p) + 1, e);
        return e ? nullptr : p - 1 + size;
    }

    /// What comes from `p` on, without the last bracket.
    std::string_view from(char const* p) const noexcept { return {p, static_cast<std::size_t>(last_ - p)}; }
    /// How much of that can stand in a string without escapes.
    LAKEPROOF_ALWAYS_INLINE std::size_t plain_size(char const* p) const noexcept {
        return length_in_set<plain_ascii_bytes>(from(p));
    }

    LAKEPROOF_NOINLINE char const* read_other(char const* p) {
        auto const rest = from(p);
        switch (*p) {
        case 'n': return rest.starts_with("null") ? builder_.null(), p + 4 : nullptr;
        case 't': return rest.starts_with("true") ? builder_.boolean(true), p + 4 : nullptr;
        case 'f': return rest.starts_with("false") ? builder_.boolean(false), p + 5 : nullptr;
        default: return read_number(p);
        }
    }
    char const* read_number(char const* const first) {
        char const* p = first + (*first == '-');
        auto const* const digits = p;
        p = skip_digits(p);
        if (p == digits || (*digits == '0' && p - digits > 1)) return nullptr;
        bool const integer = *p != '.' && *p != 'e' && *p != 'E';
        if (*p == '.') {
            auto const* const fraction = p + 1;
            p = skip_digits(fraction);
            if (p == fraction) return nullptr;
        }
        if (*p == 'e' || *p == 'E') {
            auto const* const exponent = p + 1 + (p[1] == '-' || p[1] == '+');
            p = skip_digits(exponent);
            if (p == exponent || p - exponent > 2) return nullptr; // Boost.JSON has a bound
        }
        std::int64_t number = 0;
        if (!integer || !builder_.expects_integer())
            builder_.number();
        else if (std::from_chars(first, p, number).ec == std::errc{})
            builder_.integer(number);
        else
            builder_.big_integer({first, static_cast<std::size_t>(p - first)});
        return p;
    }

    static char const* skip_digits(char const* p) noexcept {
        while (*p >= '0' && *p <= '9') ++p;
        return p;
    }
    static bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    /// Skips blanks; mostly there are none, and `likely` stands at `p`.
    LAKEPROOF_ALWAYS_INLINE static char const* skip_to(char const* p, char likely) noexcept {
        return *p == likely ? p : skip_some_blanks(p);
    }
    LAKEPROOF_ALWAYS_INLINE static char const* skip_blanks(char const* p) noexcept {
        return *p > ' ' ? p : skip_some_blanks(p);
    }
    LAKEPROOF_NOINLINE static char const* skip_some_blanks(char const* p) noexcept {
        while (is_blank(*p)) ++p;
        return p;
    }

    document_builder& builder_;
    string_memory& strings_;
    std::string_view text_;
    char const* last_ = nullptr; ///< the last bracket
    unsigned parsed_strings_ = 0;
};

} // namespace lakeproof::detail
