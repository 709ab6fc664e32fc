// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/json_spans.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/random_numbers.hpp>
#include <lakeproof/testing/detail/recorded_json.hpp>
#include <lakeproof/testing/nearly_valid.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Changes the JSON text of a shape in one place, so that JSON mostly stays JSON.
template <shape Shape>
class json_mutator {
public:
    /// `most` is where repeats stop; other changes may pass it, and the caller drops those.
    json_mutator(std::string_view text, std::uint64_t seed, std::size_t most)
        : random_{seed}, text_{text}, most_{most} {}

    std::string mutated() && {
        // What costs as much as ten other changes is made less often.
        if (random_.one_in(128)) return fresh();
        if (random_.one_in(32)) return change_byte(), std::move(text_);
        spans_ = find_spans(text_);
        if (spans_.empty()) return random_.one_in(4) ? fresh() : (change_byte(), std::move(text_));
        static constexpr change changes[] = {
            &json_mutator::replace_by_scalar, &json_mutator::replace_by_other, &json_mutator::replace_by_legal,
            &json_mutator::erase,             &json_mutator::repeat,           &json_mutator::rename,
            &json_mutator::add_member,        &json_mutator::insert_fragment,  &json_mutator::insert_fragment,
            &json_mutator::escape,            &json_mutator::change_character, &json_mutator::change_character,
            &json_mutator::wrap,
        };
        (this->*changes[random_.below(std::size(changes))])();
        return std::move(text_);
    }

private:
    using change = void (json_mutator::*)();

    /// A span of some kind, or any where a few tries find none of it.
    template <class Kind>
    json_span any_span(Kind wanted) noexcept {
        auto s = spans_[random_.below(spans_.size())];
        for (int tries = 0; tries < 16 && !wanted(s); ++tries)
            s = spans_[random_.below(spans_.size())];
        return s;
    }
    json_span any_value() noexcept {
        return any_span([](json_span s) { return !s.name; });
    }
    std::string_view spelt(json_span s) const noexcept {
        return std::string_view{text_}.substr(s.begin, s.size());
    }
    void replace(json_span s, std::string_view with) { text_.replace(s.begin, s.size(), with); }
    template <std::size_t N>
    std::string_view one_of(std::array<std::string_view, N> const& all) noexcept {
        return all[random_.below(N)];
    }

    /// A new document, right or nearly.
    std::string fresh() {
        auto const seed = random_.bytes(16 + random_.below(240));
        byte_source bytes{seed};
        if (random_.one_in(2)) return nearly_valid<Shape>(bytes).text;
        return recorded_json{arbitrary<Shape>(bytes)}.json;
    }

    void replace_by_scalar() {
        static constexpr std::array<std::string_view, 14> scalars{
            "null", "true", "false", "0",    "-0.1e-9",            "1e400",        "18446744073709551616",
            "\"\"", "[]",   "{}",    "[[]]", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"caf\xc3\xa9\""};
        replace(any_value(), one_of(scalars));
    }
    void replace_by_other() {
        std::string const other{spelt(any_value())};
        replace(any_value(), other);
    }
    /// A value of the shape, wherever.
    void replace_by_legal() {
        if (!random_.one_in(4)) return replace_by_other();
        auto const seed = random_.bytes(64);
        byte_source bytes{seed};
        recorded_json const value{arbitrary<Shape>(bytes)};
        auto const& v = value.values[random_.below(value.values.size())];
        replace(any_value(), std::string_view{value.json}.substr(v.begin, v.end - v.begin));
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
        replace(gone, {});
    }
    /// Once, or as often as passes the bounds of lists and reports.
    void repeat() {
        auto const repeated = item();
        std::string const copy = ',' + std::string{spelt(repeated)};
        std::string copies;
        auto n = random_.one_in(8) ? 1 + random_.below(70) : 1;
        while (n-- > 0 && text_.size() + copies.size() + copy.size() <= most_) copies += copy;
        text_.insert(repeated.end, copies);
    }
    std::string member_name() {
        auto const& nodes = core::nodes_of<Shape>;
        std::string name{nodes[random_.below(nodes.size())].name};
        if (random_.one_in(4) && !name.empty()) name[random_.below(name.size())] ^= 0x20;
        if (random_.one_in(4)) name += "x/~.\"\\"[random_.below(6)];
        return quoted(name);
    }
    void rename() {
        if (auto const s = any_span([](json_span n) { return n.name; }); s.name)
            replace(s, member_name());
    }
    void add_member() {
        std::string const value{spelt(any_value())};
        auto const s = any_span([this](json_span o) { return is_open(text_[o.begin]); });
        if (!is_open(text_[s.begin])) return;
        auto added = text_[s.begin] == '{' ? member_name() + ':' + value : value;
        if (s.size() > 2) added += ',';
        text_.insert(s.begin + 1, added);
    }
    static constexpr bool is_open(char c) noexcept { return c == '{' || c == '['; }
    void wrap() {
        auto const s = any_value();
        auto const depth = random_.one_in(8) ? random_.below(40) : 1;
        text_.insert(s.end, depth, ']');
        text_.insert(s.begin, depth, '[');
    }

    // --- strings

    /// A character or escape in a string; at its end, nothing before the quote.
    std::optional<json_span> any_unit() {
        auto const s = any_span([this](json_span t) { return text_[t.begin] == '"'; });
        if (text_[s.begin] != '"' || s.size() < 2) return std::nullopt;
        auto const units = find_units(text_, s);
        return units[random_.below(units.size())];
    }
    /// What may stand in a string, harmless or not; sometimes as much as passes any bound.
    std::string fragment() {
        static constexpr std::array<std::string_view, 18> fragments{
            "/",       ":",  ".",   "-",    " ",           "\\/",            "\\\\",         "\\u0000",
            "\\\"",    "//", "arn", "aws-", "caf\xc3\xa9", "\\ud83d\\ude00", "\xe2\x80\xae", "\\u001b[31m",
            "\xf0\x9f\x98\x80", ".amazonaws.com"};
        std::string const one{one_of(fragments)};
        if (!random_.one_in(8)) return one;
        auto n = random_.one_in(4) ? 2048 / one.size() : random_.below(300);
        std::string many;
        while (n-- > 0) many += one;
        return many;
    }
    void insert_fragment() {
        if (auto const u = any_unit()) text_.insert(u->begin, fragment());
    }
    void escape() {
        auto const u = any_unit();
        if (!u || u->size() != 1) return;
        constexpr std::string_view digits = "0123456789abcdef";
        auto const c = static_cast<unsigned char>(text_[u->begin]);
        replace(*u, std::string{"\\u00"} + digits[c >> 4] + digits[c & 15]);
    }
    void change_character() {
        auto const u = any_unit();
        if (!u || u->size() == 0) return;
        char const other = random_.one_in(2) ? static_cast<char>(' ' + random_.below(95))
                                             : static_cast<char>(text_[u->begin] ^ 0x20);
        auto const json = quoted({&other, 1});
        replace(*u, std::string_view{json}.substr(1, json.size() - 2));
    }

    /// Whatever that makes of it.
    void change_byte() {
        auto const at = random_.below(text_.size() + 1);
        auto const byte = static_cast<char>(random_.below(256));
        switch (random_.below(4)) {
        case 0: text_.insert(at, 1, byte); break;
        case 1: text_.erase(at, 1 + random_.below(4)); break;
        case 2: text_.resize(at); break;
        default:
            if (at < text_.size()) text_[at] = byte;
        }
    }

    random_numbers random_;
    std::string text_;
    std::size_t most_;
    std::vector<json_span> spans_{};
};

} // namespace lakeproof::testing::detail
