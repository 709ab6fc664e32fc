// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A string, number, word, object or array in what may be JSON; or a part of a string.
struct json_span {
    std::size_t begin;
    std::size_t end;
    bool name = false; ///< of a member

    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
};

/// Behind the quote that ends a string, or the text's end.
inline std::size_t end_of_string(std::string_view text, std::size_t begin) noexcept {
    for (auto at = text.find_first_of("\"\\", begin + 1); at < text.size();
         at = text.find_first_of("\"\\", at + 2))
        if (text[at] == '"') return at + 1;
    return text.size();
}

/// Finds the values and names in a text, by its brackets and quotes alone: good enough to cut and paste, and no text
/// is refused.
inline std::vector<json_span> find_spans(std::string_view text) {
    constexpr std::string_view marks = "{}[]\",: \t\r\n";
    std::vector<json_span> spans;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size();) {
        auto const begin = i++;
        switch (text[begin]) {
        case '"': spans.push_back({begin, i = end_of_string(text, begin)}); break;
        case '{':
        case '[':
            open.push_back(spans.size());
            spans.push_back({begin, text.size()});
            break;
        case '}':
        case ']':
            if (open.empty()) break;
            spans[open.back()].end = i;
            open.pop_back();
            break;
        case ':':
            if (!spans.empty() && spans.back().end == begin) spans.back().name = true;
            break;
        default:
            if (marks.find(text[begin]) != marks.npos) break;
            while (i < text.size() && marks.find(text[i]) == marks.npos) ++i;
            spans.push_back({begin, i});
        }
    }
    return spans;
}

/// The character or escape of a string that is at an offset, quotes apart; at the end nothing. Two escapes that are
/// one character, a surrogate pair, stay together.
inline json_span unit_at(std::string_view text, json_span string, std::size_t offset) noexcept {
    auto const end = string.end - 1;
    auto const escape = [&](std::size_t at) -> std::size_t {
        if (at >= end || text[at] != '\\') return 0;
        std::size_t const size = at + 1 < end && text[at + 1] == 'u' ? 6 : 2;
        return at + size <= end ? size : end - at;
    };
    for (auto i = string.begin + 1; i < end;) {
        auto const begin = i;
        if (auto const size = escape(i); size != 0) {
            i += size;
            if (size == 6 && (text[begin + 2] | 0x20) == 'd' && text[begin + 3] > '7') i += escape(i);
        } else {
            do ++i;
            while (i < end && (text[i] & 0xc0) == 0x80); // the rest of a character
        }
        if (i > offset) return {begin, i};
    }
    return {end, end};
}

} // namespace lakeproof::testing::detail
