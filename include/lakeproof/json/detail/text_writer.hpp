// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/node.hpp>
#include <lakeproof/pattern/detail/pattern_access.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The bytes that stand for themselves in a JSON string.
inline constexpr auto plain_bytes = byte_set{}.add(0x20, 0xff).remove('"').remove('\\');

/// Whether no string of a type can hold anything to escape.
template <class Constraint>
inline constexpr bool never_escaped =
    pattern_access<typename Constraint::pattern>::bytes.within(plain_bytes);

constexpr bool needs_escape(char c) noexcept {
    return !plain_bytes.contains(static_cast<unsigned char>(c));
}

/// The letter of a short escape (`\n`), or 0 where the byte needs `\u00xx`.
constexpr char short_escape(char c) noexcept {
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

/// An integer as JSON writes it.
struct written_integer {
    char digits[20];
    std::size_t length;
    constexpr operator std::string_view() const noexcept { return {digits, length}; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return length; }
};
inline written_integer written(std::int64_t n) noexcept {
    written_integer w;
    w.length = static_cast<std::size_t>(std::to_chars(w.digits, w.digits + sizeof w.digits, n).ptr - w.digits);
    return w;
}

/// Measures the JSON text of a model, so that it can be written into one allocation.
struct size_writer {
    std::size_t size = 0;

    // Every value but the document is followed by a comma or a closing bracket.
    constexpr void begin_object() noexcept { ++size; }
    constexpr void end_object() noexcept { size += 2; }
    constexpr void begin_array() noexcept { ++size; }
    constexpr void end_array() noexcept { size += 2; }
    constexpr void member(node const& n) noexcept { size += n.name.size() + 3; }
    constexpr void boolean(bool b) noexcept { size += b ? 5 : 6; }
    void integer(std::int64_t n) noexcept { size += written(n).size() + 1; }
    constexpr void string(std::string_view s) noexcept {
        size += s.size() + 3;
        if (length_in_set<plain_bytes>(s) == s.size()) return;
        for (char const c : s)
            if (needs_escape(c)) size += short_escape(c) != 0 ? 1 : 5;
    }
    template <class Constraint>
    constexpr void string_of(std::string_view s) noexcept {
        if constexpr (never_escaped<Constraint>)
            size += s.size() + 3;
        else
            string(s);
    }
};

/// Writes the JSON text of a model into memory that is large enough.
struct text_writer {
    char* at = nullptr;

    void put(char c) noexcept { *at++ = c; }
    void put(std::string_view s) noexcept {
        std::memcpy(at, s.data(), s.size());
        at += s.size();
    }
    void begin_object() noexcept { put('{'); }
    void end_object() noexcept { close('}'); }
    void begin_array() noexcept { put('['); }
    void end_array() noexcept { close(']'); }
    void member(node const& n) noexcept {
        put('"');
        put(n.name);
        put('"');
        put(':');
    }
    void boolean(bool b) noexcept { put(b ? std::string_view{"true,"} : std::string_view{"false,"}); }
    void integer(std::int64_t n) noexcept {
        put(written(n));
        put(',');
    }
    void string(std::string_view s) noexcept {
        put('"');
        if (length_in_set<plain_bytes>(s) == s.size())
            put(s);
        else
            for (char const c : s) put_escaped(c);
        put('"');
        put(',');
    }
    template <class Constraint>
    void string_of(std::string_view s) noexcept {
        if constexpr (!never_escaped<Constraint>) return string(s);
        put('"');
        put(s);
        put('"');
        put(',');
    }

private:
    /// The comma behind the last value makes room for the bracket.
    void close(char bracket) noexcept {
        if (at[-1] == ',') --at;
        put(bracket);
        put(',');
    }
    void put_escaped(char c) noexcept {
        if (!needs_escape(c)) return put(c);
        put('\\');
        if (char const letter = short_escape(c)) return put(letter);
        put("u00");
        put("0123456789abcdef"[static_cast<unsigned char>(c) >> 4]);
        put("0123456789abcdef"[static_cast<unsigned char>(c) & 15]);
    }
};

} // namespace lakeproof::detail
