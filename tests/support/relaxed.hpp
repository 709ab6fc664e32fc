// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/detail/document_builder.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// Documents without a JSON library: whatever produces the events can be checked, at compile time too.
namespace lakeproof::test {

/// Reads JSON with strings in '…' or `…`, without escapes; only what is well-formed.
class relaxed_reader {
public:
    constexpr relaxed_reader(std::string_view text, detail::document_builder& out)
        : text_{text}, out_{out} {}

    constexpr void value() {
        switch (next()) {
        case '{':
            out_.begin_object();
            for (take(); next() != '}'; separator()) {
                out_.key(quoted());
                separator();
                value();
            }
            take();
            return out_.end_object();
        case '[':
            out_.begin_array();
            for (take(); next() != ']'; separator()) value();
            take();
            return out_.end_array();
        case '\'':
        case '`': return out_.string(quoted());
        case 't': return at_ += 4, out_.boolean(true);
        case 'f': return at_ += 5, out_.boolean(false);
        case 'n': return at_ += 4, out_.null();
        default: return number();
        }
    }

private:
    constexpr char next() {
        while (text_[at_] == ' ' || text_[at_] == '\n') ++at_;
        return text_[at_];
    }
    constexpr void take() { ++at_; }
    constexpr void separator() {
        if (next() == ',' || text_[at_] == ':') take();
    }
    constexpr std::string_view quoted() {
        char const quote = next();
        auto const start = ++at_;
        while (text_[at_] != quote) ++at_;
        return text_.substr(start, at_++ - start);
    }
    constexpr void number() {
        constexpr std::string_view characters = "-0123456789.eE+";
        auto const start = at_;
        while (at_ < text_.size() && detail::find_byte(characters, text_[at_]) < characters.size()) ++at_;
        auto const digits = text_.substr(start, at_ - start);
        bool const minus = digits[0] == '-';
        std::uint64_t magnitude = 0;
        bool fits = true;
        for (char const c : digits.substr(minus)) {
            if (c < '0' || c > '9') return out_.number();
            auto const digit = static_cast<unsigned char>(c - '0');
            auto const most = (std::uint64_t{1} << 63) - !minus;
            fits = fits && magnitude <= (most - digit) / 10;
            magnitude = magnitude * 10 + digit;
        }
        if (!fits) return out_.big_integer(digits);
        out_.integer(static_cast<std::int64_t>(minus ? 0 - magnitude : magnitude));
    }

    std::string_view text_;
    detail::document_builder& out_;
    std::size_t at_ = 0;
};

/// Reads a document of a shape, without its rules, and hands its view and the sink to a function.
template <class Shape, class F>
constexpr report look_at(std::string_view text, F f, options const& o = {},
                         detail::sink_mode mode = detail::sink_mode::check) {
    report out;
    detail::document_of<Shape> document;
    auto sink = detail::sink_access::make(o, out, mode);
    detail::document_builder builder{document, sink};
    relaxed_reader{text, builder}.value();
    f(detail::view_access::make<Shape>(document), sink);
    return out;
}

/// What a document of a shape breaks.
template <class Shape>
constexpr report read(std::string_view text, options const& o = {}) {
    report out;
    detail::document_of<Shape> document;
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
    detail::document_builder builder{document, sink};
    relaxed_reader{text, builder}.value();
    detail::apply_rules<Shape>(document, sink);
    return out;
}

/// The value of a document that breaks no rule.
template <class Shape>
constexpr Shape build(std::string_view text) {
    report out;
    options const o{};
    detail::document_of<Shape> document;
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::build);
    detail::document_builder builder{document, sink};
    relaxed_reader{text, builder}.value();
    return detail::build<Shape>(document);
}

} // namespace lakeproof::test
