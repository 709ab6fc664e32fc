// SPDX-License-Identifier: BSL-1.0
#include "fix/unified_diff.hpp"

#include <algorithm>
#include <cstdio>

namespace {

constexpr std::size_t context = 3;
/// How far apart equal lines are looked for. A fix changes a line, or takes away a few.
constexpr std::size_t window = 64;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// A file's name as git and GNU patch write and read it: in quotes, with octal bytes, where it could be misread.
std::string header_name(std::string_view name) {
    std::string quoted = "\"";
    bool plain = true;
    for (char const c : name) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
            plain = false;
        } else if (c < ' ' || c > '~') {
            char octal[5];
            std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(c) & 0xffU);
            quoted += octal;
            plain = false;
        } else {
            quoted += c;
        }
    }
    if (!plain) return quoted + '"';
    return std::string{name} + (name.find(' ') == std::string_view::npos ? "" : "\t");
}

} // namespace

void unified_diff::add(std::string_view before, std::string_view after) {
    auto const a = lines_of(before);
    auto const b = lines_of(after);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            lines_.push_back({' ', a[i++]});
            ++j;
            continue;
        }
        std::size_t gone = std::min<std::size_t>(1, a.size() - i);
        std::size_t come = std::min<std::size_t>(1, b.size() - j);
        bool found = false;
        for (std::size_t both = 1; both < window && !found; ++both)
            for (std::size_t x = 0; x <= both && !found; ++x) {
                if (i + x >= a.size() || j + (both - x) >= b.size() ||
                    a[i + x] != b[j + (both - x)])
                    continue;
                gone = x;
                come = both - x;
                found = true;
            }
        for (; gone != 0; --gone) lines_.push_back({'-', a[i++]});
        for (; come != 0; --come) lines_.push_back({'+', b[j++]});
    }
}

std::string unified_diff::of_file(std::string_view name) const {
    std::string hunks;
    std::size_t before = 1; // the number of the line at `at` in either text
    std::size_t after = 1;
    for (std::size_t at = 0; at < lines_.size();) {
        auto const unchanged = [&](std::size_t from) {
            auto end = from;
            while (end < lines_.size() && lines_[end].kind == ' ') ++end;
            return end - from;
        };
        if (auto const same = unchanged(at); same > context || at + same == lines_.size()) {
            auto const passed = at + same == lines_.size() ? same : same - context;
            at += passed;
            before += passed;
            after += passed;
            continue;
        }
        auto end = at;
        while (end < lines_.size()) {
            auto const same = unchanged(end);
            if (end + same == lines_.size() || same > 2 * context) {
                end += std::min(same, context);
                break;
            }
            end += std::max<std::size_t>(same, 1);
        }
        append_hunk(hunks, at, end, before, after);
        for (; at < end; ++at) {
            before += lines_[at].kind != '+';
            after += lines_[at].kind != '-';
        }
    }
    if (hunks.empty()) return hunks;
    auto const header = header_name(name);
    return "--- " + header + "\n+++ " + header + '\n' + hunks;
}

void unified_diff::append_hunk(std::string& out, std::size_t begin, std::size_t end,
                               std::size_t before, std::size_t after) const {
    auto const count = [&](char other) {
        return static_cast<std::size_t>(
            std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                          lines_.begin() + static_cast<std::ptrdiff_t>(end),
                          [other](line const& l) { return l.kind != other; }));
    };
    out += "@@ -" + std::to_string(before) + ',' + std::to_string(count('+')) + " +" +
           std::to_string(after) + ',' + std::to_string(count('-')) + " @@\n";
    for (; begin < end; ++begin) {
        out += lines_[begin].kind;
        out += lines_[begin].text;
        if (lines_[begin].text.back() != '\n') out += "\n\\ No newline at end of file\n";
    }
}
