// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/detail/text_walker.hpp>

#include <cstddef>
#include <string_view>

/// Goes once through a JSON text, into what is wanted and past the rest, with no memory for either. It takes the text
/// for valid: at what is no JSON it stops, and never leaves the text.
class json_cursor {
public:
    explicit json_cursor(std::string_view text) noexcept : text_{text} { skip_blanks(); }

    /// Where the value begins; behind the last, the end of the text.
    [[nodiscard]] std::size_t offset() const noexcept { return at_; }
    /// The first character of the value.
    [[nodiscard]] char kind() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }

    /// Passes a value, and returns its text.
    std::string_view skip() noexcept {
        auto const begin = at_;
        std::size_t depth = 0;
        do {
            char const c = kind();
            if (c == '"') {
                skip_string();
            } else if (c == '{' || c == '[') {
                ++depth;
                ++at_;
            } else if (c == '}' || c == ']') {
                if (depth == 0) break;
                --depth;
                ++at_;
            } else if (depth == 0) {
                skip_word();
                break;
            } else {
                ++at_;
            }
        } while (depth != 0 && at_ < text_.size());
        return text_.substr(begin, at_ - begin);
    }

    /// Visits an object's members; passes what is no object. What `visit(name, *this)` does not pass, this does. The
    /// name is what stands between the quotes.
    template <class Visit>
    void members(Visit const& visit) {
        if (!enter('{')) return;
        while (kind() == '"') {
            auto const begin = at_ + 1;
            skip_string();
            auto const name =
                text_.substr(begin, at_ - begin - (text_[at_ - 1] == '"' && at_ > begin));
            skip_blanks();
            if (kind() != ':') return;
            ++at_;
            skip_blanks();
            pass(visit, name);
        }
        leave('}');
    }
    /// Visits an array's elements; passes what is no array.
    template <class Visit>
    void elements(Visit const& visit) {
        if (!enter('[')) return;
        while (at_ < text_.size() && kind() != ']')
            if (!pass(visit)) return;
        leave(']');
    }

private:
    bool enter(char bracket) noexcept {
        if (kind() != bracket) {
            skip();
            return false;
        }
        ++at_;
        skip_blanks();
        return true;
    }
    void leave(char bracket) noexcept { at_ += kind() == bracket; }
    /// False if there is no value.
    template <class Visit, class... Name>
    bool pass(Visit const& visit, Name... name) {
        auto const begin = at_;
        visit(name..., *this);
        if (at_ == begin) skip();
        bool const moved = at_ != begin;
        skip_blanks();
        if (kind() == ',') {
            ++at_;
            skip_blanks();
        }
        return moved;
    }

    void skip_blanks() noexcept {
        while (kind() == ' ' || kind() == '\n' || kind() == '\t' || kind() == '\r') ++at_;
    }
    void skip_string() noexcept {
        ++at_;
        while (at_ < text_.size()) {
            at_ += lakeproof::detail::plain_start(text_.substr(at_));
            if (kind() == '"') {
                ++at_;
                return;
            }
            at_ += 2; // an escape
        }
        at_ = text_.size();
    }
    void skip_word() noexcept {
        constexpr std::string_view ends = ",]} \t\r\n";
        auto const end = text_.find_first_of(ends, at_);
        at_ = end == std::string_view::npos ? text_.size() : end;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// The value, or the member's name, that begins at an offset of a JSON text.
inline std::string_view value_at(std::string_view text, std::size_t at) noexcept {
    return json_cursor{text.substr(at)}.skip();
}
