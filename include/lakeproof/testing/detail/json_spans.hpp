// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/detail/text_walker.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A string, number, word, object or array in what may be JSON; or a part of a string.
struct json_span {
    std::size_t begin;
    std::size_t end;
    node const* of = nullptr; ///< what a shape has there; null for what it does not know
    bool name = false;        ///< of a member; `of` is that member then

    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
};

/// Behind the quote that ends a string, or the text's end.
inline std::size_t end_of_string(std::string_view text, std::size_t begin) noexcept {
    for (auto at = begin + 1; at < text.size(); at += 2) {
        at += core::plain_start(text.substr(at));
        if (at < text.size() && text[at] == '"') return at + 1;
    }
    return text.size();
}

/// The member of an object that a key spells, escapes and all; or null.
inline node const* member_of(node const* object, std::string_view key) noexcept {
    if (object == nullptr || object->what != node::kind::object || key.size() < 2) return nullptr;
    auto const raw = key.substr(1, key.size() - 2);
    bool const escapes = raw.find('\\') != raw.npos;
    for (std::size_t i = 0; i < object->count; ++i) {
        auto const name = object->first[i].name;
        if (escapes ? core::text_walker::equals(raw, name) : raw == name) return object->first + i;
    }
    return nullptr;
}

/// Finds the values and names in a text, by its brackets and quotes alone, in the order of their first bytes: good
/// enough to cut and paste, and no text is refused. `root` is the shape's first node.
inline std::vector<json_span> find_spans(std::string_view text, node const& root) {
    constexpr std::string_view marks = "{}[]\",: \t\r\n";
    std::vector<json_span> spans;
    spans.reserve(32);
    std::vector<std::size_t> open;
    node const* member = nullptr; // whose value comes next
    auto const add = [&](std::size_t begin, std::size_t end) {
        node const* of = open.empty() && spans.empty() ? &root : member;
        if (!open.empty() && text[spans[open.back()].begin] == '[') {
            auto const* const list = spans[open.back()].of;
            of = list != nullptr && list->what == node::kind::list ? list->first : nullptr;
        }
        member = nullptr;
        spans.push_back({begin, end, of});
    };
    for (std::size_t i = 0; i < text.size();) {
        auto const begin = i++;
        switch (text[begin]) {
        case '"': add(begin, i = end_of_string(text, begin)); break;
        case '{':
        case '[':
            add(begin, text.size());
            open.push_back(spans.size() - 1);
            break;
        case '}':
        case ']':
            if (open.empty()) break;
            spans[open.back()].end = i;
            open.pop_back();
            break;
        case ':':
            if (open.empty()) break;
            if (auto& key = spans.back(); text[key.begin] == '"') {
                key.name = true;
                key.of = member = member_of(spans[open.back()].of, text.substr(key.begin, key.size()));
            }
            break;
        default:
            if (marks.find(text[begin]) != marks.npos) break;
            while (i < text.size() && marks.find(text[i]) == marks.npos) ++i;
            add(begin, i);
        }
    }
    return spans;
}

/// The character or escape at `begin`, inside of a string that ends before `end`. Two escapes that are one character,
/// a surrogate pair, stay together.
inline json_span next_unit(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    auto const escape = [&](std::size_t at) -> std::size_t {
        if (at >= end || text[at] != '\\') return 0;
        std::size_t const size = at + 1 < end && text[at + 1] == 'u' ? 6 : 2;
        return at + size <= end ? size : end - at;
    };
    auto i = begin;
    if (auto const size = escape(i); size != 0) {
        i += size;
        if (size == 6 && (text[begin + 2] | 0x20) == 'd' && text[begin + 3] > '7') i += escape(i);
    } else if (i < end) {
        do ++i;
        while (i < end && (text[i] & 0xc0) == 0x80); // the rest of a character
    }
    return {begin, i};
}

/// The character or escape of a string that is at an offset, quotes apart; at the end nothing.
inline json_span unit_at(std::string_view text, json_span string, std::size_t offset) noexcept {
    auto const end = string.end - 1;
    for (auto i = string.begin + 1; i < end;) {
        auto const unit = next_unit(text, i, end);
        i = unit.end;
        if (i > offset) return unit;
    }
    return {end, end};
}

} // namespace lakeproof::testing::detail
