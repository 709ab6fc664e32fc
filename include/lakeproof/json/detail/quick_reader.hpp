// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/find_other.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Reads a strict subset of JSON, and gives up without a word at the first byte outside of it: Boost.JSON, which is
/// the authority, then reads the text from its start. Both give a builder the same events.
///
///     text    = ws value ws                  ws      = *( SP / HTAB / LF / CR )
///     value   = object / array / string / integer / "null" / "true" / "false"
///     object  = "{" ws [ member *( ws "," ws member ) ws ] "}"
///     member  = string ws ":" ws value
///     array   = "[" ws [ value *( ws "," ws value ) ws ] "]"
///     string  = DQUOTE *( %x20-21 / %x23-5B / %x5D-7F ) DQUOTE
///     integer = [ "-" ] ( "0" / %x31-39 *17DIGIT ), before a byte that ends it
///
/// No backslash and no byte above 127 stands anywhere in such a text, which one look at the whole of it finds out, so
/// that a document with either costs little more than without this reader. Finding a string's end and testing its
/// bytes against the set of its pattern is one pass; a name is compared with the likeliest member of its object
/// without a search for its end. Objects and arrays nest at most 64 deep.
class quick_reader {
public:
    quick_reader(document_builder& builder, std::size_t most_levels) noexcept
        : builder_{builder}, most_levels_{most_levels < most_depth ? most_levels : most_depth} {}

    /// Whether the text is of the subset; if not, the builder has been given the events of some part of it.
    bool read(std::string_view text) {
        if (text.size() < 16 || !is_plain(text)) return false;
        while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
        // The last bracket ends every look for another byte, so that only strings and brackets need a look at the end.
        if (text.empty() || (text.back() != '}' && text.back() != ']')) return false;
        end_ = text.data() + text.size();
        char const* p = skip_blanks(text.data());
        if (*p != '{' && *p != '[') return false;
        for (;;) {
            // A value stands at `p`.
            if (*p == '"') {
                p = read_string(p + 1);
            } else if (*p == '{') {
                if (!enter('}')) return false;
                builder_.begin_object();
                p = skip_blanks(p + 1);
                if (*p != '}') {
                    p = read_key(p);
                    if (p == nullptr) return false;
                    continue;
                }
            } else if (*p == '[') {
                if (!enter(']')) return false;
                builder_.begin_array();
                p = skip_blanks(p + 1);
                if (*p != ']') continue;
            } else {
                p = read_other(p);
            }
            if (p == nullptr) return false;
            // It has ended, or an empty object or array is about to.
            p = skip_blanks(p);
            while (*p != ',') {
                if (*p != closing_[levels_]) return false;
                *p == '}' ? builder_.end_object() : builder_.end_array();
                ++p;
                if (--levels_ == 0) return p == end_;
                if (p == end_) return false;
                p = skip_blanks(p);
            }
            p = skip_blanks(p + 1);
            if (closing_[levels_] == '}') p = read_key(p);
            if (p == nullptr) return false;
        }
    }

private:
    static constexpr std::size_t most_depth = 64;

    // Each reads from `p` on, and returns where it ends, or null outside of the subset.

    /// A member's name, and the colon.
    LAKEPROOF_ALWAYS_INLINE char const* read_key(char const* p) {
        if (*p != '"') return nullptr;
        ++p;
        auto const likeliest = builder_.likeliest_key(p, static_cast<std::size_t>(end_ - p));
        if (likeliest != 0)
            p += likeliest;
        else if (p = read_other_key(p); p == nullptr)
            return nullptr;
        p = skip_blanks(p);
        return *p == ':' ? skip_blanks(p + 1) : nullptr;
    }
    LAKEPROOF_NOINLINE char const* read_other_key(char const* p) {
        auto const* const close = find_other<quick_string_bytes>(p, end_);
        if (close == end_ || *close != '"') return nullptr;
        builder_.key({p, static_cast<std::size_t>(close - p)});
        return close + 1;
    }

    /// A string, behind its quote.
    LAKEPROOF_ALWAYS_INLINE char const* read_string(char const* p) {
        auto const* close = builder_.find_end_of_set(p, end_);
        bool const in_set = close != end_ && *close == '"';
        if (!in_set) {
            close = find_other<quick_string_bytes>(close, end_);
            if (close == end_ || *close != '"') return nullptr;
        }
        builder_.string({p, static_cast<std::size_t>(close - p)}, in_set);
        return close + 1;
    }

    LAKEPROOF_NOINLINE char const* read_other(char const* p) {
        std::string_view const rest{p, static_cast<std::size_t>(end_ - p)};
        if (rest.starts_with("null")) return builder_.null(), p + 4;
        if (rest.starts_with("true")) return builder_.boolean(true), p + 4;
        if (rest.starts_with("false")) return builder_.boolean(false), p + 5;
        bool const negative = *p == '-';
        if (negative) ++p;
        auto const* const first = p;
        std::int64_t number = 0;
        while (is_digit(*p) && p - first < 18) number = number * 10 + (*p++ - '0');
        bool const more = is_digit(*p) || *p == '.' || *p == 'e' || *p == 'E';
        if (p == first || more || (*first == '0' && p - first > 1)) return nullptr;
        return builder_.integer(negative ? -number : number), p;
    }

    /// Whether no byte is a backslash or above 127.
    static bool is_plain(std::string_view text) noexcept {
        char const* p = text.data();
#ifdef LAKEPROOF_SSE2
        auto const* const last = p + text.size() - 16;
        auto const backslash = _mm_set1_epi8('\\');
        auto const outside = [&](char const* at) {
            auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
            return _mm_or_si128(bytes, _mm_cmpeq_epi8(bytes, backslash)); // the high bits count
        };
        auto all = outside(last);
        for (; p < last; p += 16) all = _mm_or_si128(all, outside(p));
        return _mm_movemask_epi8(all) == 0;
#else
        return text.find('\\') == std::string_view::npos && is_ascii(text);
#endif
    }

    /// Enters an object or array, which ends with `closing`; false if it is one level too deep.
    bool enter(char closing) noexcept {
        if (levels_ == most_levels_) return false;
        closing_[++levels_] = closing;
        return true;
    }
    static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
    static bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    static char const* skip_blanks(char const* p) noexcept {
        if (*p > ' ') return p;
        while (is_blank(*p)) ++p;
        return p;
    }

    document_builder& builder_;
    char const* end_ = nullptr;
    std::size_t most_levels_;
    std::size_t levels_ = 0;
    char closing_[most_depth + 1]; ///< what ends each level that is open
};

} // namespace lakeproof::detail
