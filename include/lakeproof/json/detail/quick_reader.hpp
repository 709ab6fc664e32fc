// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/text/detail/found_string.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Reads a strict subset of JSON, and gives up without a word at the first byte outside of it: Boost.JSON, which is
/// the authority, then reads the text from its start. Both give a builder the same events.
///
///     text   = ws ( object / array ) ws     ws = *( SP / HTAB / LF / CR )
///     value  = object / array / string / number / "null" / "true" / "false"
///     object = "{" ws [ member *( ws "," ws member ) ws ] "}"
///     member = string ws ":" ws value
///     array  = "[" ws [ value *( ws "," ws value ) ws ] "]"
///     string = DQUOTE *( %x20-21 / %x23-5B / %x5D-7F ) DQUOTE
///     number = [ "-" ] ( "0" / %x31-39 *DIGIT ) [ "." 1*DIGIT ] [ ( "e" / "E" ) [ "-" / "+" ] 1*2DIGIT ]
///
/// of at least 16 bytes, nested at most 64 deep. No backslash and no byte above 127 stands anywhere in such a text,
/// which one look at the whole of it finds out first, so that a document with either costs little more than without
/// this reader. Finding a string's end and testing its bytes against the set of its pattern is one pass; a name is
/// compared with the likeliest member of its object without a search for its end.
class quick_reader {
public:
    /// Whether the text is of the subset; if not, the builder may have been given the events of a part of it.
    static bool read(std::string_view text, document_builder& builder, std::size_t most_levels) {
        while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
        // The last bracket ends every look for another byte, so that only strings and brackets need a look at the end.
        if (text.size() < 16 || (text.back() != '}' && text.back() != ']') || !is_plain(text)) return false;
        char const* const end = text.data() + text.size();
        char const* p = skip_blanks(text.data());
        if (*p != '{' && *p != '[') return false;
        // What is open, as bits behind a first one: 1 for an object, 0 for an array.
        std::uint64_t open = 1;
        std::uint64_t const deepest = std::uint64_t{1} << std::min<std::size_t>(most_levels, 63);
        for (;;) {
            // A value stands at `p`.
            if (*p == '"') {
                p = read_string(p + 1, end, builder);
            } else if (*p == '{') {
                if (open >= deepest) return false;
                open = open << 1 | 1;
                builder.begin_object();
                p = skip_blanks(p + 1);
                if (*p != '}') {
                    p = read_name(p, end, builder);
                    if (p == nullptr) return false;
                    continue;
                }
            } else if (*p == '[') {
                if (open >= deepest) return false;
                open <<= 1;
                builder.begin_array();
                p = skip_blanks(p + 1);
                if (*p != ']') continue;
            } else {
                p = read_other(p, end, builder);
            }
            if (p == nullptr) return false;
            // It has ended, or an empty object or array is about to.
            p = skip_blanks(p);
            while (*p != ',') {
                bool const object = (open & 1) != 0;
                if (*p != (object ? '}' : ']')) return false;
                object ? builder.end_object() : builder.end_array();
                ++p;
                open >>= 1;
                if (open == 1) return p == end;
                if (p == end) return false;
                p = skip_blanks(p);
            }
            p = skip_blanks(p + 1);
            if ((open & 1) != 0) {
                p = read_name(p, end, builder);
                if (p == nullptr) return false;
            }
        }
    }

private:
    // Each reads from `p` on, and returns where it ends, or null outside of the subset.

    /// A member's name, and the colon.
    LAKEPROOF_ALWAYS_INLINE static char const* read_name(char const* p, char const* end, document_builder& builder) {
        if (*p != '"') return nullptr;
        ++p;
        if (auto const size = builder.likeliest_key(p, static_cast<std::size_t>(end - p)); size != 0)
            p += size;
        else if (p = read_other_name(p, end, builder); p == nullptr)
            return nullptr;
        p = skip_blanks(p);
        return *p == ':' ? skip_blanks(p + 1) : nullptr;
    }
    LAKEPROOF_NOINLINE static char const* read_other_name(char const* p, char const* end, document_builder& builder) {
        auto const* const quote = find_quote(p, end);
        if (quote == nullptr) return nullptr;
        builder.key({p, static_cast<std::size_t>(quote - p)});
        return quote + 1;
    }

    /// A string, from its first byte on.
    LAKEPROOF_ALWAYS_INLINE static char const* read_string(char const* p, char const* end, document_builder& builder) {
        auto const* const quote = builder.valid_string(p, end);
        return quote != nullptr ? quote + 1 : read_other_string(p, end, builder);
    }
    LAKEPROOF_NOINLINE static char const* read_other_string(char const* p, char const* end,
                                                            document_builder& builder) {
        auto const* const quote = find_quote(p, end);
        if (quote == nullptr) return nullptr;
        builder.unusual_string({p, static_cast<std::size_t>(quote - p)});
        return quote + 1;
    }
    static char const* find_quote(char const* p, char const* end) noexcept {
        auto const* const quote = find_other<plain_ascii_bytes>(p, end);
        return quote != end && *quote == '"' ? quote : nullptr;
    }

    LAKEPROOF_NOINLINE static char const* read_other(char const* p, char const* end, document_builder& builder) {
        std::string_view const rest{p, static_cast<std::size_t>(end - p)};
        if (rest.starts_with("null")) return builder.null(), p + 4;
        if (rest.starts_with("true")) return builder.boolean(true), p + 4;
        if (rest.starts_with("false")) return builder.boolean(false), p + 5;
        return read_number(p, builder);
    }
    static char const* read_number(char const* const first, document_builder& builder) {
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
        if (!integer)
            builder.number();
        else if (std::from_chars(first, p, number).ec == std::errc{})
            builder.integer(number);
        else
            builder.big_integer({first, static_cast<std::size_t>(p - first)});
        return p;
    }

    /// Whether no byte is a backslash or above 127.
    static bool is_plain(std::string_view text) noexcept {
#ifdef LAKEPROOF_VECTORS
        using v = vector_bytes;
        char const* p = text.data();
        auto const* const last = p + text.size() - v::width; // overlaps what has been looked at
        auto all = v::load(last); // a byte above 127 has its top bit set
        auto least = all ^ '\\'; // and a backslash is 0
        auto const look = [&](char const* at) {
            auto const bytes = v::load(at);
            all = all | bytes;
            least = min(least, bytes ^ '\\');
        };
        for (; last - p > 64; p += 64) look(p), look(p + 16), look(p + 32), look(p + 48);
        for (; p < last; p += v::width) look(p);
        return !(all | least.equal(0)).any();
#else
        return text.find('\\') == std::string_view::npos && is_ascii(text);
#endif
    }

    static char const* skip_digits(char const* p) noexcept {
        while (*p >= '0' && *p <= '9') ++p;
        return p;
    }
    static bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    LAKEPROOF_ALWAYS_INLINE static char const* skip_blanks(char const* p) noexcept {
        return *p > ' ' ? p : skip_some_blanks(p);
    }
    LAKEPROOF_NOINLINE static char const* skip_some_blanks(char const* p) noexcept {
        while (is_blank(*p)) ++p;
        return p;
    }
};

} // namespace lakeproof::detail
