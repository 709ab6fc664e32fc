// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/json_spans.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/model_parts.hpp>
#include <lakeproof/testing/nearly_valid.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// SplitMix64: a few operations a number, any seed will do.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) noexcept : state_{seed} {}

    std::uint64_t next() noexcept {
        auto z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t n) noexcept { return static_cast<std::size_t>(next() % n); }
    bool one_in(std::size_t n) noexcept { return below(n) == 0; }

private:
    std::uint64_t state_;
};

/// Changes the JSON text of a shape in one place, so that JSON mostly stays JSON.
template <shape Shape>
class json_mutator {
public:
    /// `most` is where repeats stop; other changes may pass it, and the caller drops those.
    json_mutator(std::string_view text, std::uint64_t seed, std::size_t most)
        : random_{seed}, text_{text}, most_{most} {}

    std::string mutated() && {
        if (random_.one_in(128)) return fresh(); // which costs as much as ten other changes
        spans_ = find_spans(text_);
        if (spans_.empty() && random_.one_in(4)) return fresh();
        static constexpr change changes[] = {
            &json_mutator::replace, &json_mutator::replace,         &json_mutator::replace,
            &json_mutator::erase,   &json_mutator::repeat,          &json_mutator::rename,
            &json_mutator::add,     &json_mutator::insert_fragment, &json_mutator::insert_fragment,
            &json_mutator::escape,  &json_mutator::change_unit,     &json_mutator::change_unit,
            &json_mutator::wrap,
        };
        if (spans_.empty() || random_.one_in(32))
            change_byte();
        else
            (this->*changes[random_.below(std::size(changes))])();
        return std::move(text_);
    }

private:
    using change = void (json_mutator::*)();

    /// A span of some kind, or any where a few tries find none of it.
    template <class Kind>
    json_span any_span(Kind wanted) noexcept {
        auto s = spans_[random_.below(spans_.size())];
        for (int tries = 0; tries < 16 && !wanted(s); ++tries) s = spans_[random_.below(spans_.size())];
        return s;
    }
    json_span any_value() noexcept {
        return any_span([](json_span s) { return !s.name; });
    }
    std::string copy(json_span s) const { return text_.substr(s.begin, s.size()); }
    void put(json_span s, std::string_view with) { text_.replace(s.begin, s.size(), with); }
    template <std::size_t N>
    std::string_view one_of(std::array<std::string_view, N> const& all) noexcept {
        return all[random_.below(N)];
    }

    static std::string json_of(Shape const& value) {
        model_parts const parts{value};
        return document_maker{shape_parts::of<Shape>(), &parts}.text();
    }
    std::string any_bytes(std::size_t size) {
        std::string bytes(size, '\0');
        for (char& c : bytes) c = static_cast<char>(random_.next() & 0xff);
        return bytes;
    }
    /// A new document, right or nearly.
    std::string fresh() {
        auto const seed = any_bytes(16 + random_.below(240));
        byte_source bytes{seed};
        if (random_.one_in(2)) return nearly_valid<Shape>(bytes).text;
        return json_of(arbitrary<Shape>(bytes));
    }

    // --- values

    /// By another of the text, by one of any type, or by one of the shape, wherever that belongs.
    void replace() {
        static constexpr std::array<std::string_view, 14> values{
            "null", "true", "false", "0",    "-0.1e-9",            "1e400",        "18446744073709551616",
            "\"\"", "[]",   "{}",    "[[]]", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"caf\xc3\xa9\""};
        auto const old = any_value();
        if (random_.one_in(3)) return put(old, one_of(values));
        if (!random_.one_in(8)) return put(old, copy(any_value()));
        auto const seed = any_bytes(64);
        byte_source bytes{seed};
        auto const other = json_of(arbitrary<Shape>(bytes));
        auto const spans = find_spans(other);
        auto const& s = spans[random_.below(spans.size())];
        put(old, std::string_view{other}.substr(s.begin, s.size()));
    }
    void wrap() {
        auto const s = any_value();
        auto const depth = random_.one_in(8) ? random_.below(40) : 1;
        text_.insert(s.end, depth, ']');
        text_.insert(s.begin, depth, '[');
    }

    // --- members and elements

    /// A member with its value, or an element: not the whole document, where there is more.
    json_span item() noexcept {
        auto i = spans_.size() == 1 ? 0 : 1 + random_.below(spans_.size() - 1);
        if (i > 0 && spans_[i - 1].name) --i;
        auto whole = spans_[i];
        if (whole.name && i + 1 < spans_.size()) whole.end = spans_[i + 1].end;
        return whole;
    }
    /// With the comma behind it or, at the end, the one before.
    void erase() {
        auto gone = item();
        if (gone.end < text_.size() && text_[gone.end] == ',')
            ++gone.end;
        else if (gone.begin > 0 && text_[gone.begin - 1] == ',')
            --gone.begin;
        put(gone, {});
    }
    /// Once, or as often as passes the bounds of lists and reports.
    void repeat() {
        auto const repeated = item();
        auto const more = ',' + copy(repeated);
        std::string all;
        auto n = random_.one_in(8) ? 1 + random_.below(140) : 1;
        while (n-- > 0 && text_.size() + all.size() + more.size() <= most_) all += more;
        text_.insert(repeated.end, all);
    }
    std::string member_name() {
        auto const& nodes = core::nodes_of<Shape>;
        std::string name{nodes[random_.below(nodes.size())].name};
        if (random_.one_in(4) && !name.empty()) name[random_.below(name.size())] ^= 0x20;
        if (random_.one_in(4)) name += "x/~.\"\\"[random_.below(6)];
        return json_string(name);
    }
    void rename() {
        if (auto const s = any_span([](json_span n) { return n.name; }); s.name) put(s, member_name());
    }
    void add() {
        auto const first = [this](json_span s) { return text_[s.begin]; };
        auto const s = any_span([&](json_span o) { return first(o) == '{' || first(o) == '['; });
        if (first(s) != '{' && first(s) != '[') return;
        auto added = (first(s) == '{' ? member_name() + ':' : std::string{}) + copy(any_value());
        text_.insert(s.begin + 1, s.size() > 2 ? added + ',' : added);
    }

    // --- strings

    /// A character or escape of some string, or the place at its end; past the text where there is no string.
    json_span any_unit() {
        auto const s = any_span([this](json_span t) { return text_[t.begin] == '"'; });
        if (text_[s.begin] != '"' || s.size() < 2) return {text_.size(), text_.size()};
        return unit_at(text_, s, s.begin + 1 + random_.below(s.size() - 1));
    }
    /// What may stand in a string, harmless or not; sometimes as much as passes any bound.
    void insert_fragment() {
        static constexpr std::array<std::string_view, 18> fragments{
            "/",       ":",  ".",   "-",    " ",           "\\/",            "\\\\",         "\\u0000",
            // NOLINTNEXTLINE(misc-misleading-bidirectional): one that misleads is among them
            "\\\"",    "//", "arn", "aws-", "caf\xc3\xa9", "\\ud83d\\ude00", "\xe2\x80\xae", "\\u001b[31m",
            "\xf0\x9f\x98\x80", ".amazonaws.com"};
        auto const u = any_unit();
        auto const fragment = one_of(fragments);
        auto const n = !random_.one_in(8) ? 1 : random_.one_in(4) ? 2048 / fragment.size() : random_.below(300);
        if (u.begin < text_.size()) text_.insert(u.begin, times(n, fragment));
    }
    void escape() {
        auto const u = any_unit();
        if (u.size() == 1) put(u, escaped(copy(u)).substr(1, 6));
    }
    void change_unit() {
        auto const u = any_unit();
        if (u.size() == 0) return;
        auto const old = static_cast<unsigned char>(text_[u.begin]);
        char const other = static_cast<char>(random_.one_in(2) ? ' ' + random_.below(95) : old ^ 0x20u);
        auto const json = json_string({&other, 1});
        put(u, std::string_view{json}.substr(1, json.size() - 2));
    }

    /// Whatever that makes of it.
    void change_byte() {
        auto const at = random_.below(text_.size() + 1);
        switch (random_.below(4)) {
        case 0: text_.insert(at, any_bytes(1)); break;
        case 1: text_.erase(at, 1 + random_.below(4)); break;
        case 2: text_.resize(at); break;
        default: text_.replace(at, 1, any_bytes(1));
        }
    }

    random_numbers random_;
    std::string text_;
    std::size_t most_;
    std::vector<json_span> spans_{};
};

} // namespace lakeproof::testing::detail
