// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/place.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// How many bytes of a text come before its first quote or backslash.
constexpr std::size_t plain_start(std::string_view text) noexcept {
    constexpr auto plain = byte_set{}.add('"').add('\\').invert();
    return length_in_set<plain>(text);
}

/// Walks over a JSON text that has been read before, value by value; stops at whatever is no JSON.
///
/// Only for reports: reading is Boost.JSON's. Never leaves the text and never recurs.
class text_walker {
public:
    constexpr explicit text_walker(std::string_view text) noexcept : text_{text} { blanks(); }

    /// Where the value begins.
    [[nodiscard]] constexpr std::size_t offset() const noexcept { return at_; }
    /// Where the name of the member begins that was entered last.
    [[nodiscard]] constexpr std::size_t name_offset() const noexcept { return name_at_; }
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

    /// What stands between a string's quotes, without escapes.
    static constexpr std::string unescaped(std::string_view raw) {
        std::string out;
        for (std::size_t i = 0; i < raw.size();) {
            char utf8[4]{};
            out.append(utf8, decode(raw, i, utf8));
        }
        return out;
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
                name_at_ = at_;
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
        for (++at_; at_ < text_.size() && text_[at_] != '"';) {
            if (text_[at_] == '\\')
                at_ += 2;
            else
                at_ += plain_start(text_.substr(at_));
        }
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
    std::size_t name_at_ = 0;
};

/// Walks to a place. False where the text has no such place.
constexpr bool walk_to(text_walker& walker, node const* nodes, place const& where, std::uint16_t at) noexcept {
    if (at == 0) return walker.at_value();
    node const& n = nodes[at];
    if (!walk_to(walker, nodes, where, n.parent)) return false;
    return n.element ? walker.enter_element(where.index[n.lists - 1u]) : walker.enter_member(n.name);
}

} // namespace lakeproof::detail
