// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/violation.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

/// A place in a text: line and column from 1 (the column in bytes), and the offset from 0.
struct position {
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t offset = 0;

    friend constexpr bool operator==(position const&, position const&) noexcept = default;
};

/// The line and column of an offset. Complexity: linear in the offset. Never throws.
[[nodiscard]] constexpr position position_of(std::string_view text, std::size_t offset) noexcept {
    position p{1, 1, offset < text.size() ? offset : text.size()};
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < p.offset; ++i) {
        if (text[i] == '\n') {
            ++p.line;
            line_start = i + 1;
        }
    }
    p.column = p.offset - line_start + 1;
    return p;
}

namespace detail {

/// Walks over a JSON text that has been read before, value by value; stops at whatever is no JSON.
///
/// Only for reports: reading is Boost.JSON's. Never leaves the text and never recurs.
class text_walker {
public:
    constexpr explicit text_walker(std::string_view text) noexcept : text_{text} { blanks(); }

    /// Where the value begins.
    [[nodiscard]] constexpr std::size_t offset() const noexcept { return at_; }
    [[nodiscard]] constexpr bool at_value() const noexcept { return at_ < text_.size(); }

    /// Goes to the value of the first member of that name. False if there is none.
    constexpr bool enter_member(std::string_view name) noexcept {
        return enter('{', [&](std::size_t, std::string_view raw) { return equals(raw, name); });
    }
    /// Goes to the value of the member at a position, from 0.
    constexpr bool enter_member_at(std::size_t position) noexcept {
        return enter('{', [&](std::size_t i, std::string_view) { return i == position; });
    }
    /// Goes to the element at an index.
    constexpr bool enter_element(std::size_t index) noexcept {
        return enter('[', [&](std::size_t i, std::string_view) { return i == index; });
    }

    /// Whether a key between its quotes, escapes and all, spells a name.
    static constexpr bool equals(std::string_view raw, std::string_view name) noexcept {
        std::size_t n = 0;
        for (std::size_t i = 0; i < raw.size();) {
            char utf8[4]{};
            std::size_t const size = decode(raw, i, utf8);
            if (name.substr(n, size) != std::string_view{utf8, size}) return false;
            n += size;
        }
        return n == name.size();
    }

private:
    constexpr char peek() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }
    constexpr void blanks() noexcept {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
    }

    template <class Wanted>
    constexpr bool enter(char bracket, Wanted const& wanted) noexcept {
        if (peek() != bracket) return false;
        ++at_;
        blanks();
        for (std::size_t i = 0; at_ < text_.size() && peek() != '}' && peek() != ']'; ++i) {
            std::string_view key;
            if (bracket == '{') {
                auto const start = at_ + 1;
                skip_string();
                if (at_ > start) key = text_.substr(start, at_ - 1 - start);
                blanks();
                if (peek() != ':') return false;
                ++at_;
                blanks();
            }
            if (wanted(i, key)) return true;
            skip_value();
            blanks();
            if (peek() == ',') ++at_;
            blanks();
        }
        return false;
    }

    constexpr void skip_string() noexcept {
        if (peek() != '"') return;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
            if (text_[at_] == '\\') ++at_;
        at_ = at_ < text_.size() ? at_ + 1 : text_.size();
    }

    constexpr void skip_value() noexcept {
        std::size_t depth = 0;
        do {
            switch (peek()) {
            case '"': skip_string(); break;
            case '{':
            case '[':
                ++depth;
                ++at_;
                break;
            case '}':
            case ']':
                if (depth == 0) return;
                --depth;
                ++at_;
                break;
            case ',':
                if (depth == 0) return;
                ++at_;
                break;
            default: ++at_; break;
            }
        } while (at_ < text_.size());
    }

    static constexpr unsigned hex(std::string_view raw, std::size_t at) noexcept {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4 && i < raw.size(); ++i) {
            char const c = raw[i];
            value = value << 4 | static_cast<unsigned>(c >= 'a'   ? c - 'a' + 10
                                                       : c >= 'A' ? c - 'A' + 10
                                                                  : c - '0');
        }
        return value;
    }

    /// Decodes what stands at `i`, which moves behind it, to UTF-8; returns its bytes.
    static constexpr std::size_t decode(std::string_view raw, std::size_t& i,
                                        char (&utf8)[4]) noexcept {
        char const c = raw[i++];
        if (c != '\\' || i >= raw.size()) return utf8[0] = c, 1;
        char const letter = raw[i++];
        constexpr std::string_view letters = "bfnrt";
        constexpr std::string_view meant = "\b\f\n\r\t";
        if (auto const k = letters.find(letter); k != std::string_view::npos)
            return utf8[0] = meant[k], 1;
        if (letter != 'u') return utf8[0] = letter, 1;
        unsigned scalar = hex(raw, i);
        i += 4;
        if (scalar >= 0xd800 && scalar < 0xdc00) { // the other half follows in valid JSON
            scalar = 0x10000 + ((scalar - 0xd800) << 10) + (hex(raw, i + 2) - 0xdc00);
            i += 6;
        }
        std::size_t const size = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
        constexpr unsigned lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
        for (std::size_t k = size; k-- > 1; scalar >>= 6)
            utf8[k] = static_cast<char>(0x80 | (scalar & 0x3f));
        utf8[0] = static_cast<char>(lead[size] | scalar);
        return size;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Walks to a location. False where the text has no such place.
constexpr bool walk_to(text_walker& walker, lakeproof::detail::location const& where,
                       std::uint16_t at, std::size_t lists) noexcept {
    if (at == 0) return walker.at_value();
    auto const& n = where.nodes[at];
    bool const element = n.name.empty();
    if (!walk_to(walker, where, n.parent, element ? lists - 1 : lists)) return false;
    return element ? walker.enter_element(where.index[lists - 1]) : walker.enter_member(n.name);
}

} // namespace detail

/// The place of a JSON Pointer's value in a JSON text, or nothing if there is no such value.
///
/// A repeated member's first occurrence counts. Complexity: linear in the text.
[[nodiscard]] constexpr std::optional<position> locate(std::string_view text,
                                                       std::string_view pointer) {
    detail::text_walker walker{text};
    while (!pointer.empty()) {
        if (pointer.front() != '/') return std::nullopt;
        auto const end = pointer.find('/', 1);
        auto const token = pointer.substr(1, end == std::string_view::npos ? end : end - 1);
        pointer = end == std::string_view::npos ? std::string_view{} : pointer.substr(end);
        std::string name;
        for (std::size_t i = 0; i < token.size(); ++i) {
            bool const escape = token[i] == '~' && i + 1 < token.size();
            name += !escape ? token[i] : token[i + 1] == '1' ? '/' : '~';
            i += escape;
        }
        std::size_t index = 0;
        bool number = token == "0" || (!token.empty() && token.front() != '0' && token.size() < 10);
        for (char const c : token) {
            number = number && c >= '0' && c <= '9';
            if (number) index = index * 10 + static_cast<std::size_t>(c - '0');
        }
        if (!walker.enter_member(name) && !(number && walker.enter_element(index)))
            return std::nullopt;
    }
    if (!walker.at_value()) return std::nullopt;
    return position_of(text, walker.offset());
}

/// The place of a violation in the JSON text in which it was found, or nothing where the text has no
/// such place: a missing member, a Region, a text over the byte limit.
[[nodiscard]] constexpr std::optional<position> locate(std::string_view text,
                                                       violation const& v) noexcept {
    switch (v.rule()) {
    case rule::json_malformed: return position_of(text, v.offset());
    case rule::json_limit:
        if (v.offset() >= text.size()) return std::nullopt;
        return position_of(text, v.offset());
    case rule::member_missing:
    case rule::region_unknown:
    case rule::region_unsupported: return std::nullopt;
    default: break;
    }
    detail::text_walker walker{text};
    auto const& where = v.where();
    bool found = false;
    if (v.rule() == rule::member_duplicate) { // its parent, then the member by its position
        found = detail::walk_to(walker, where, where.target().parent, where.list_count) &&
                walker.enter_member_at(v.member_position());
    } else {
        found = detail::walk_to(walker, where, where.at, where.list_count) &&
                (v.rule() != rule::member_unknown || walker.enter_member_at(v.member_position()));
    }
    if (!found) return std::nullopt;
    return position_of(text, walker.offset());
}

/// The place of the object in which a member is missing.
[[nodiscard]] constexpr std::optional<position> locate_parent(std::string_view text,
                                                              violation const& v) noexcept {
    detail::text_walker walker{text};
    auto const& where = v.where();
    if (!detail::walk_to(walker, where, where.target().parent, where.list_count))
        return std::nullopt;
    return position_of(text, walker.offset());
}

} // namespace lakeproof::json
