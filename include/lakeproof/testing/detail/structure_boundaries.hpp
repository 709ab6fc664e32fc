// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Values of the right JSON type and of every other one.
inline void add_types(boundary_list& out, node const& n) {
    using kind = node::kind;
    violations const wrong{expected_violation{rule::member_type, out.shape.pointer(n)}};
    out.add(rule::member_type, n, "as it should be", out.document().set(n, out.document().value(n)));
    if (n.what == kind::boolean) out.add(rule::member_type, n, "false", out.document().set(n, "false"));
    auto const right = n.what == kind::plain_string ? kind::string : n.what;
    constexpr std::pair<kind, std::string_view> values[] = {
        {kind::object, "{}"}, {kind::list, "[]"},      {kind::string, "\"x\""},  {kind::integer, "0"},
        {kind::none, "-1.5"}, {kind::boolean, "true"}, {kind::boolean, "false"},
    };
    for (auto const& [what, json] : values)
        if (what != right)
            out.add(rule::member_type, n, std::string{json} + " instead", out.document().set(n, std::string{json}),
                    wrong);
    bool const nothing = n.self != 0 && !n.element; // what null stands for
    out.add(nothing ? rule::member_missing : rule::member_type, n, "null", out.document().set(n, "null"),
            nothing ? out.absent(n) : wrong);
}

/// A member that is there, is not, or is misspelt.
inline void add_presence(boundary_list& out, node const& n) {
    if (n.name.empty()) return;
    auto const& parent = out.shape[n.parent];
    auto const value = out.document().value(n);
    auto const missing = out.absent(n);
    out.add(rule::member_missing, n, "left out", out.document().put(n, {}), missing);
    out.add(rule::member_missing, n, "its name all escaped", out.document().put(n, escaped(n.name) + ':' + value));

    std::string other{n.name};
    if (auto const letter = other[0] | 0x20; letter >= 'a' && letter <= 'z')
        other[0] = static_cast<char>(other[0] ^ 0x20); // the other case
    else
        other += 'x';
    if (out.shape.has_member(parent, other)) return;
    violations unknown;
    if (!parent.open) unknown.emplace_back(rule::member_unknown, out.shape.pointer(parent, other));
    unknown.insert(unknown.end(), missing.begin(), missing.end());
    out.add(rule::member_unknown, n, "as " + other, out.document().put(n, json_string(other) + ':' + value), unknown);
}

/// A member that occurs again: the first value counts.
inline void add_repeats(boundary_list& out, node const& n) {
    if (n.name.empty()) return;
    auto const where = out.shape.pointer(n);
    auto const name = document_maker::named(n);
    auto const right = name + out.document().value(n);
    auto const other = n.what == node::kind::object ? "0" : "{}"; // of another type
    expected_violation const again{rule::member_duplicate, where};
    expected_violation const wrong{rule::member_type, where};
    auto const add = [&](std::string_view about, std::string json, violations const& expected) {
        out.add(rule::member_duplicate, n, about, out.document().put(n, std::move(json)), expected);
    };
    add("once", right, {});
    add("twice", right + ',' + right, {again});
    add("three times", right + ',' + right + ',' + right, {again, again});
    add("again, its name all escaped", right + ',' + escaped(n.name) + right.substr(name.size() - 1), {again});
    add("again as null", right + ',' + name + "null", {again});
    add("again with another type", right + ',' + name + other, {again});
    add("again, first with another type", name + other + ',' + right, {wrong, again});
    auto null = out.absent(n);
    null.insert(null.begin(), again);
    add("again, first null", name + "null," + right, null);
}

/// An object without members, with several of a union, and with one that its table lacks.
inline void add_object(boundary_list& out, node const& n) {
    if (n.what != node::kind::object) return;
    violations none;
    for (std::size_t i = 0; i < n.count; ++i)
        if (auto const& member = n.first[i]; member.required)
            none.emplace_back(rule::member_missing, out.shape.pointer(member));
    violations several;
    if (is_strict_union(n)) several.emplace_back(rule::union_members, out.shape.pointer(n));
    none.insert(none.end(), several.begin(), several.end());
    out.add(n.one_of ? rule::union_members : rule::member_missing, n, "no member at all", out.document().set(n, "{}"),
            none);
    for (std::size_t i = 1; n.one_of && i < n.count; ++i) {
        auto const& first = *n.first;
        auto const& other = n.first[i];
        out.add(rule::union_members, n, std::string{other.name} + " as well",
                out.document().set(first, out.document().value(first)).set(other, out.document().value(other)), several);
        out.add(rule::union_members, n, std::string{other.name} + " as well, which is null",
                out.document().set(first, out.document().value(first)).set(other, "null"));
    }
    out.add(rule::member_unknown, n, "only what it can have", out.document().set(n, out.document().value(n)));
    auto const unknown = [&](std::string const& name, std::string_view value) {
        violations expected;
        if (!n.open) expected.emplace_back(rule::member_unknown, out.shape.pointer(n, name));
        auto const member = json_string(name) + ':' + std::string{value};
        out.add(rule::member_unknown, n, "a member " + member, out.document().append(n, member), expected);
    };
    for (std::string_view const value : {"0", "null", "\"x\"", "[{\"x\":[]}]", "{\"x\":1,\"x\":2}"})
        unknown(out.shape.unused_name(n), value);
    if (n.self != 0) return;
    for (auto const& name : {std::string{}, std::string{"a/b~c"}, std::string(64, 'x'), std::string(65, 'x'),
                             std::string(62, 'x') + "\u00e9", std::string(63, 'x') + "\u00e9"})
        unknown(name, "0"); // a pointer shows 64 bytes of it
}

/// An integer at its bounds and at those of 64 bits, and numbers that are written as no integer is.
inline void add_integer(boundary_list& out, node const& n) {
    if (n.what != node::kind::integer) return;
    std::set<std::string> seen;
    auto const add = [&](std::string const& json, bool in_range) {
        violations expected;
        if (!in_range) expected.emplace_back(rule::number_range, out.shape.pointer(n));
        if (seen.insert(json).second)
            out.add(rule::number_range, n, json, out.document().set(n, json), expected);
    };
    using range = std::numeric_limits<std::int64_t>;
    for (auto const bound : {n.least, n.most, std::int64_t{0}, range::min(), range::max()})
        for (int const step : {0, -1, 1}) {
            if (step < 0 ? bound == range::min() : step > 0 && bound == range::max()) continue;
            auto const number = bound + step;
            add(std::to_string(number), number >= n.least && number <= n.most);
        }
    add("-0", n.least <= 0 && n.most >= 0);
    for (std::string const json : {"9223372036854775808", "-9223372036854775809", "18446744073709551615",
                                   "18446744073709551616", "-18446744073709551616"})
        add(json, false);
    add('1' + std::string(40, '0'), false);
    for (std::string const json : {"0.0", "-0.0", "1.0", "1e0", "1E2", "1e-2", "1e40"})
        out.add(rule::member_type, n, json, out.document().set(n, json),
                {expected_violation{rule::member_type, out.shape.pointer(n)}});
}

/// A list with elements of other types, and at its bounds.
inline void add_list(boundary_list& out, node const& n) {
    if (n.what != node::kind::list) return;
    auto const& element = *n.first;
    auto const where = out.shape.pointer(n);
    auto const one = out.document().value(element);
    auto const least = n.least > 0 ? static_cast<std::size_t>(n.least) : 0;
    auto const most = static_cast<std::size_t>(n.most);
    bool const strings = element.what == node::kind::string;
    auto const add = [&](rule at, std::string_view about, std::string const& elements, violations const& expected) {
        out.add(at, n, about, out.document().set(n, '[' + elements + ']'), expected);
    };
    auto const copies = [&](std::size_t count, std::string const& behind = {}) {
        auto const about = std::to_string(count) + " elements" + (behind.empty() ? "" : " and ") + behind;
        bool const past = count > most || !behind.empty();
        if (strings)
            return out.add_strings(n.limit, n, about, string_list(count, out.shape.strings(element).usual),
                                   behind.empty() ? behind : ',' + behind);
        violations expected;
        if (count < least || past) expected.emplace_back(n.limit, where);
        add(n.limit, about, times(count, one, ",") + (behind.empty() ? behind : ',' + behind), expected);
    };
    std::set<std::size_t> counts{0, 1, 2, least, least > 0 ? least - 1 : 0};
    bool const bounded = most < limits{}.bytes / 2 / (one.size() + 1); // in a document of half the limit
    if (bounded) {
        counts.insert({most, most + 1});
        for (auto const& behind : {std::string{"null"}, one}) copies(most, behind);
    }
    for (auto const count : counts) copies(count);

    auto const others = least > 1 ? least - 1 : most > 1 ? 1 : 0;
    auto const beside = times(others, one, ",");
    auto const comma = others > 0 ? "," : "";
    for (std::string const wrong : {"null", element.what == node::kind::integer ? "\"x\"" : "0"}) {
        if (most == 0) break;
        auto const at = [&](std::size_t i) {
            return violations{expected_violation{rule::member_type, where + '/' + std::to_string(i)}};
        };
        add(rule::member_type, "first " + wrong, wrong + comma + beside, at(0));
        add(rule::member_type, "last " + wrong, beside + comma + wrong, at(others));
    }
    if (!strings || n.most_characters == std::numeric_limits<std::size_t>::max()) return;
    auto const& type = out.shape.strings(element);
    if (auto const length = core::count_scalar_values(type.usual); n.most_characters >= length && most >= 2)
        for (auto const count : {n.most_characters, n.most_characters + 1}) {
            string_list const two{type.of_length(count - length), type.usual};
            auto const about = std::to_string(count) + " characters in two elements";
            out.add_strings(n.limit, n, about, two);
            if (count > n.most_characters)
                for (std::string const behind : {"null", "\"file\""})
                    out.add_strings(n.limit, n, about + ", then " + behind, two, ',' + behind);
        }
}

/// What makes the boundary cases of a node.
inline constexpr void (*structure_boundaries[])(boundary_list&, node const&){
    add_types, add_presence, add_repeats, add_object, add_integer, add_list};

/// The boundary cases of every node of a shape.
inline void add_structure(boundary_list& out) {
    out.add(rule::member_missing, "every member that there is", out.document().with_all());
    for (std::size_t i = 0; i < out.shape.size(); ++i) {
        auto const& n = out.shape[i];
        for (auto const add : structure_boundaries) add(out, n);
        if (n.what != node::kind::string) continue;
        for (auto const& s : out.shape.strings(n).all) out.add_string(s.at, n, s.about, s.string, s.escaped);
    }
}

} // namespace lakeproof::testing::detail
