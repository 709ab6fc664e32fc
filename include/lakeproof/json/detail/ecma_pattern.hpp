// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Writes a service's pattern anew for ECMAScript with the `u` flag, with which JSON Schema reads patterns.
///
/// That flag refuses escapes that need none (`\_`), and there `.`, `\s` and `\S` stand for other characters. Anchors
/// go around the whole, which is what must match. (A negated set that is counted, as in `[^/]{3}`, counts bytes
/// here and characters there.)
class ecma_pattern {
public:
    /// `pattern` is one that `lakeproof::pattern` takes.
    static std::string from(std::string_view pattern) {
        ecma_pattern p{pattern};
        while (p.at_ < pattern.size()) p.translate();
        return p.alternatives_ ? "^(?:" + p.out_ + ")$" : '^' + p.out_ + '$';
    }

private:
    explicit ecma_pattern(std::string_view pattern) noexcept : text_{pattern} {}

    void translate() {
        char const c = text_[at_++];
        if (c == '\\')
            escape(text_[at_++]);
        else if (in_set_)
            in_set(c);
        else
            outside(c);
    }

    void outside(char c) {
        switch (c) {
        case '^':
        case '$': return; // outer anchors
        case '|': alternatives_ = alternatives_ || depth_ == 0; break;
        case '(': ++depth_; break;
        case ')': --depth_; break;
        case '[':
            in_set_ = true;
            if (text_.substr(at_).starts_with('^')) out_ += '[', c = text_[at_++];
            break;
        case '.': out_ += R"([^\n\r])"; return;
        case '{': // a count
            for (; c != '}'; c = text_[at_++]) out_ += c;
            break;
        case ']':
        case '}': out_ += '\\'; break;
        default: break;
        }
        out_ += c;
    }

    void in_set(char c) {
        in_set_ = c != ']';
        if (c == '[') out_ += '\\';
        out_ += c;
    }

    void escape(char c) {
        constexpr std::string_view spaces = R"(\t-\r )";
        constexpr std::string_view others = R"(\x00-\x08\x0e-\x1f!-\u{10ffff})";
        if (c == 's' || c == 'S') {
            auto const& set = c == 's' ? spaces : others;
            if (!in_set_) out_ += '[';
            out_ += set;
            if (!in_set_) out_ += ']';
            return;
        }
        constexpr std::string_view classes = "dwDWtnrfv";
        auto const special =
            in_set_ ? std::string_view{R"(\]^-[)"} : std::string_view{R"(\]^[$.|?*+(){})"};
        if ((classes.find(c) != classes.npos) || (special.find(c) != special.npos)) out_ += '\\';
        out_ += c;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_{};
    std::size_t depth_ = 0;
    bool in_set_ = false;
    bool alternatives_ = false; ///< outside any group
};

} // namespace lakeproof::inline LAKEPROOF_ABI::detail
