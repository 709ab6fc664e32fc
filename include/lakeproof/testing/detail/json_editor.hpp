// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/check/create_custom_log_source_rules.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_picker.hpp>
#include <lakeproof/testing/detail/json_spans.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/random_numbers.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Changes the JSON text of a shape in one place at a time.
///
/// Each edit is a small thing that people and programs do to a document; whether it keeps or breaks a rule the caller
/// finds out. JSON stays JSON, but for `change_byte`.
class json_editor : public json_picker {
public:
    /// `most` is where repeats stop; other edits may pass it.
    json_editor(shape_parts const& shape, options const& o, random_numbers& random, json_places start, std::size_t most,
                json_places const& donor)
        : json_picker{shape, random, std::move(start), donor}, options_{o}, most_{most} {}

    /// Any change.
    void edit() {
        using change = void (json_editor::*)();
        static constexpr change changes[] = {
            &json_editor::set_length,   &json_editor::set_length,   &json_editor::set_length,
            &json_editor::set_boundary, &json_editor::set_boundary, &json_editor::set_boundary,
            &json_editor::change_unit,  &json_editor::change_unit,  &json_editor::insert_fragment,
            &json_editor::escape,       &json_editor::set_number,   &json_editor::set_type,
            &json_editor::erase,        &json_editor::repeat,       &json_editor::rename,
            &json_editor::add_unknown,  &json_editor::add_member,   &json_editor::add_member,
            &json_editor::fill_list,    &json_editor::fill_list,    &json_editor::swap_items,
            &json_editor::add_blanks,   &json_editor::copy_value,   &json_editor::wrap,
            &json_editor::set_value,    &json_editor::set_value,
        };
        if (now_.spans.empty() || random_.one_in(64))
            change_byte();
        else
            (this->*changes[random_.below(std::size(changes))])();
        look_again();
    }

    /// Gives the value that begins at an offset the donor's value, or erases the member whose name or value does.
    bool replace_at(std::size_t offset) {
        for (auto const s : now_.spans)
            if (s.begin == offset && !s.name) return take(s) && look_again();
        return false;
    }
    bool erase_at(std::size_t offset) {
        for (std::size_t i = 0; i < now_.spans.size(); ++i) {
            if (now_.spans[i].begin != offset) continue;
            erase(item_of(i));
            return look_again();
        }
        return false;
    }
    /// Gives every object the members that it must have and lacks, or has as null.
    bool complete() {
        bool any = false;
        for (auto i = now_.spans.size(); i-- > 0;) {
            auto const object = now_.spans[i];
            if (!is_object(object)) continue;
            for (std::size_t m = 0; m < object.of->count; ++m) {
                auto const& member = object.of->first[m];
                if (!member.required) continue;
                auto const at = find_member(i, member);
                if (at == now_.spans.size())
                    insert_first(object, named(member) + donated(member));
                else if (now_.at(now_.spans[at + 1]) != "null" || !take(now_.spans[at + 1]))
                    continue;
                any = look_again();
            }
        }
        return any;
    }

    /// Takes from the donor a value that both texts have.
    void cross_over() {
        for (int tries = 0; tries < 8 && !now_.spans.empty(); ++tries)
            if (take(any_span([](json_span s) { return s.of != nullptr && !s.name; }))) break;
        look_again();
    }

private:
    void set_value() {
        auto const s = any_value();
        if (s.of != nullptr && !s.name) put(s, value_for(*s.of));
    }

    /// Lengths of a string at and around its bounds, and all between.
    std::size_t any_length(node const* n) {
        if (n == nullptr || n->string == nullptr) return random_.below(random_.one_in(8) ? 2049 : 80);
        auto const& rules = *n->string;
        std::size_t const around[] = {rules.least - (rules.least > 0), rules.least, rules.most, rules.most + 1};
        if (n->string == &core::string_rules_of<source_name_constraint> && random_.one_in(3)) {
            // Where the derived role ends, one more, and where the documents do.
            using role = provider_role_name_constraint;
            auto const i = random_.below(options_.regions.size() + 1);
            return random_.below(2) + (i == 0 ? std::size_t{source_name_documented_limit}
                                              : role::max_length - role::length_for(0, options_.regions[i - 1]));
        }
        if (random_.one_in(3)) return around[random_.below(std::size(around))];
        return rules.least + random_.below(1 + std::min(rules.most - rules.least, std::size_t{random_.one_in(4) ? 4096u : 72u}));
    }

    // --- strings

    /// As long as any bound, one more or less, or anything between: characters are repeated or left out.
    void set_length() {
        auto const s = any_string();
        if (!is_string(s)) return;
        auto const wanted = any_length(s.of);
        auto const end = s.end - 1;
        auto const chosen = s.begin + random_.below(s.size());
        json_span unit{end, end};
        json_span cut = unit;
        std::size_t count = 0;
        for (auto at = s.begin + 1; at < end; ++count) {
            auto const u = next_unit(now_.text, at, end);
            if (count == wanted) cut.begin = at;
            if (at <= chosen || unit.size() == 0) unit = u;
            at = u.end;
        }
        if (count >= wanted) return put(cut, {});
        auto const repeated = unit.size() == 0 ? std::string{"a"} : std::string{now_.at(unit)};
        if (wanted - count < most_ / repeated.size()) now_.text.insert(unit.begin, times(wanted - count, repeated));
    }
    /// A string on either side of an edge of its pattern, its length, or its set.
    void set_boundary() {
        auto const s = any_string();
        if (s.of == nullptr || s.of->string == nullptr || s.name) return;
        auto const& all = shape_.strings(*s.of).all;
        constexpr std::size_t lengths = 12; // which come first, and are few of those of a long pattern
        auto const& chosen = all[random_.below(random_.one_in(3) ? std::min(lengths, all.size()) : all.size())];
        put(s, chosen.escaped ? escaped(chosen.string) : json_string(chosen.string));
    }
    /// A character or escape of some string, or the place at its end; past the text where there is no string.
    json_span any_unit() {
        auto const s = random_.one_in(4) ? any_value() : any_string();
        if (!is_string(s)) return {now_.text.size(), now_.text.size()};
        return unit_at(now_.text, s, s.begin + 1 + random_.below(s.size() - 1));
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
        if (u.begin < now_.text.size()) now_.text.insert(u.begin, times(n, fragment));
    }
    /// One character spelt as an escape, or all of a string.
    void escape() {
        auto const whole = any_span([this](json_span s) { return is_string(s); });
        if (is_string(whole) && random_.one_in(3)) {
            auto const inside = std::string{now_.at(whole)}.substr(1, whole.size() - 2);
            if (inside.find('\\') == inside.npos && utf8::valid(inside)) put(whole, escaped(inside));
            return;
        }
        auto const u = any_unit();
        if (u.size() == 1) put(u, escaped(now_.at(u)).substr(1, 6));
    }
    void change_unit() {
        auto const u = any_unit();
        if (u.size() == 0) return;
        auto const old = static_cast<unsigned char>(now_.text[u.begin]);
        char const other = static_cast<char>(random_.one_in(2) ? ' ' + random_.below(95) : old ^ 0x20u);
        auto const json = json_string({&other, 1});
        put(u, std::string_view{json}.substr(1, json.size() - 2));
    }

    // --- other values

    /// An integer at its bounds, one past them, or at those of other types.
    void set_number() {
        auto const s = any_span([](json_span v) { return v.of != nullptr && v.of->what == node::kind::integer; });
        if (s.of == nullptr || s.of->what != node::kind::integer || s.name) return;
        auto const add = [](std::int64_t n, std::int64_t step) {
            return std::to_string(static_cast<std::int64_t>(static_cast<std::uint64_t>(n) + static_cast<std::uint64_t>(step)));
        };
        auto const step = static_cast<std::int64_t>(random_.below(3)) - 1;
        switch (random_.below(5)) {
        case 0: return put(s, add(s.of->least, step));
        case 1: return put(s, add(s.of->most, step));
        case 2: return put(s, add(std::int64_t{1} << random_.below(63), step));
        case 3: return put(s, "18446744073709551616");
        default: return put(s, std::to_string(static_cast<std::int64_t>(random_.next()) >> random_.below(64)));
        }
    }
    /// Any type in the place of another.
    void set_type() {
        static constexpr std::array<std::string_view, 14> values{
            "null", "null", "true", "false", "0",    "-0.1e-9",            "1e400",        "\"\"",
            "[]",   "{}",   "[[]]", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"caf\xc3\xa9\""};
        put(any_value(), one_of(values));
    }
    /// Another value of the text, or of the donor, wherever that belongs.
    void copy_value() {
        if (random_.one_in(2)) return put(any_value(), now_.at(any_value()));
        auto const& others = donor_->spans;
        if (!others.empty()) put(any_value(), donor_->at(others[random_.below(others.size())]));
    }
    void wrap() {
        auto const s = any_value();
        auto const depth = random_.one_in(4) ? random_.below(40) : 1;
        now_.text.insert(s.end, depth, ']');
        now_.text.insert(s.begin, depth, '[');
    }

    // --- members and elements

    /// With the comma behind it or, at the end, the one before.
    void erase(json_span gone) {
        auto const blank = [this](std::size_t i) {
            return now_.text[i] == ' ' || now_.text[i] == '\t' || now_.text[i] == '\n' || now_.text[i] == '\r';
        };
        auto end = gone.end;
        while (end < now_.text.size() && blank(end)) ++end;
        auto begin = gone.begin;
        while (begin > 0 && blank(begin - 1)) --begin;
        if (end < now_.text.size() && now_.text[end] == ',')
            gone.end = end + 1;
        else if (begin > 0 && now_.text[begin - 1] == ',')
            gone.begin = begin - 1;
        put(gone, {});
    }
    void erase() { erase(item()); }
    /// Once, or as often as passes the bounds of lists and reports.
    void repeat() {
        auto const repeated = item();
        auto const more = ',' + std::string{now_.at(repeated)};
        auto const n = random_.one_in(32) ? 1 + random_.below(140) : 1;
        if (now_.text.size() + n * more.size() <= most_) now_.text.insert(repeated.end, times(n, more));
    }
    /// A few elements, or as many as its bounds, one more or less, or any number between: a long list costs time.
    void fill_list() {
        auto const s = any_span([this](json_span o) { return is_list(o); });
        if (!is_list(s)) return;
        std::vector<json_span> elements;
        for (auto const e : now_.spans)
            if (e.of == s.of->first && e.begin > s.begin && e.end < s.end) elements.push_back(e);
        auto const most = static_cast<std::uint64_t>(std::min<std::int64_t>(s.of->most, 300));
        auto const least = static_cast<std::uint64_t>(std::clamp<std::int64_t>(s.of->least, 0, 300));
        std::uint64_t const counts[] = {least - (least > 0), least, most, most + 1, random_.below(most + 2)};
        auto const count = random_.one_in(8) ? counts[random_.below(std::size(counts))] : 1 + random_.below(4);
        std::string all;
        auto const add = [&](std::string_view json) { (all += all.empty() ? "" : ",") += json; };
        for (std::size_t i = 0; i < std::min<std::uint64_t>(elements.size(), count); ++i) add(now_.at(elements[i]));
        std::string others[4];
        auto const different = 1 + random_.below(std::size(others));
        for (std::size_t i = 0; i < different; ++i) others[i] = value_for(*s.of->first);
        for (auto i = elements.size(); i < count && all.size() < most_; ++i) add(others[i % different]);
        put(s, '[' + all + ']');
    }
    /// A member that the object's table has: one that is missing, another of a union, or one again.
    void add_member() {
        auto const s = any_span([this](json_span o) { return is_object(o); });
        if (!is_object(s) || s.of->count == 0) return;
        auto const& member = s.of->first[random_.below(s.of->count)];
        insert_first(s, named(member) + value_for(member));
    }
    std::string any_name() {
        std::string name{shape_[random_.below(shape_.size())].name};
        if (random_.one_in(4) && !name.empty()) name[random_.below(name.size())] ^= 0x20;
        if (random_.one_in(4)) name += "x/~.\"\\"[random_.below(6)];
        return json_string(name);
    }
    void rename() {
        if (auto const s = any_span([](json_span n) { return n.name; }); s.name) put(s, any_name());
    }
    void add_unknown() {
        auto const s = any_span([this](json_span o) { return now_.text[o.begin] == '{' || now_.text[o.begin] == '['; });
        if (now_.text[s.begin] != '{' && now_.text[s.begin] != '[') return;
        insert_first(s, (now_.text[s.begin] == '{' ? any_name() + ':' : std::string{}) + std::string{now_.at(any_value())});
    }
    /// Two members of an object, or elements of a list, in the other order.
    void swap_items() {
        auto a = item();
        auto b = item();
        if (b.begin < a.begin) std::swap(a, b);
        if (a.name != b.name || a.end > b.begin) return;
        auto const first = std::string{now_.at(a)};
        auto const second = std::string{now_.at(b)};
        put(b, first);
        put(a, second);
    }
    void add_blanks() {
        static constexpr std::array<std::string_view, 5> blanks{" ", "\n", "\t", "\r\n  ", "    "};
        auto const s = now_.spans[random_.below(now_.spans.size())];
        now_.text.insert(random_.one_in(2) ? s.begin : s.end, one_of(blanks));
    }

    /// Whatever that makes of it.
    void change_byte() {
        auto const at = random_.below(now_.text.size() + 1);
        switch (random_.below(4)) {
        case 0: now_.text.insert(at, random_.bytes(1)); break;
        case 1: now_.text.erase(at, 1 + random_.below(4)); break;
        case 2: now_.text.resize(at); break;
        default: now_.text.replace(at, 1, random_.bytes(1));
        }
    }

    options const& options_;
    std::size_t most_;
};

} // namespace lakeproof::testing::detail
