// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A string, number, word, object or array in what may be JSON.
struct json_span {
    std::size_t begin;
    std::size_t end;
    bool name = false; ///< of a member

    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
};

/// What ends a number or word.
constexpr bool is_mark(char c) noexcept {
    constexpr auto marks = [] {
        lakeproof::detail::byte_set set;
        for (char const m : std::string_view{"{}[]\",: \t\r\n"})
            set.add(static_cast<unsigned char>(m));
        return set;
    }();
    return marks.contains(static_cast<unsigned char>(c));
}

/// Behind the quote that ends a string, or the text's end: the first quote that no backslash is for.
inline std::size_t end_of_string(std::string_view text, std::size_t begin) noexcept {
    for (auto quote = text.find('"', begin + 1); quote != std::string_view::npos;
         quote = text.find('"', quote + 1)) {
        auto first = quote; // of the backslashes before it, of which each second one is escaped
        while (first > begin + 1 && text[first - 1] == '\\') --first;
        if ((quote - first) % 2 == 0) return quote + 1;
    }
    return text.size();
}

/// Finds the values and names in a text, by its brackets and quotes alone: good enough to cut and
/// paste, and no text is refused.
inline std::vector<json_span> find_spans(std::string_view text) {
    std::vector<json_span> spans;
    std::vector<std::size_t> open;
    open.reserve(8);
    spans.reserve(64);
    for (std::size_t i = 0; i < text.size();) {
        char const c = text[i];
        if (c == '"') {
            auto const begin = i;
            i = end_of_string(text, begin);
            spans.push_back({begin, i});
        } else if (c == '{' || c == '[') {
            open.push_back(spans.size());
            spans.push_back({i, text.size()});
            ++i;
        } else if (c == '}' || c == ']') {
            ++i;
            if (open.empty()) continue;
            spans[open.back()].end = i;
            open.pop_back();
        } else if (is_mark(c)) {
            if (c == ':' && !spans.empty() && spans.back().end == i) spans.back().name = true;
            ++i;
        } else {
            auto const begin = i;
            while (i < text.size() && !is_mark(text[i])) ++i;
            spans.push_back({begin, i});
        }
    }
    return spans;
}

/// The characters and escapes of a string, quotes apart, and its end: a span of nothing.
///
/// Two escapes that are one character, a surrogate pair, stay together.
inline std::vector<json_span> find_units(std::string_view text, json_span string) {
    std::vector<json_span> units;
    auto const end = string.end - 1;
    auto const escape_from = [&](std::size_t i) -> std::size_t {
        if (text[i] != '\\' || i + 1 >= end) return 0;
        auto const size = text[i + 1] == 'u' ? 6u : 2u;
        return i + size <= end ? size : end - i;
    };
    for (auto i = string.begin + 1; i < end;) {
        auto const begin = i;
        if (auto const size = escape_from(i); size != 0) {
            i += size;
            bool const half = size == 6 && (text[begin + 2] | 0x20) == 'd' && text[begin + 3] > '7';
            if (half && i < end) i += escape_from(i);
        } else {
            do ++i;
            while (i < end && (text[i] & 0xc0) == 0x80); // the rest of a character
        }
        units.push_back({begin, i});
    }
    units.push_back({end, end});
    return units;
}

} // namespace lakeproof::testing::detail
