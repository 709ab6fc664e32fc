// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/list_boundaries.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Values of the right JSON type and of every other one.
inline void add_types(boundary_list& out, node const& n) {
    auto const document = [&] { return document_maker{out.shape}; };
    auto const where = out.shape.pointer(n);
    auto const right = document().value(n);
    out.add(rule::member_type, n, "as it should be", document().set(n, right));
    for (std::string_view const json : {"{}", "[]", "\"x\"", "0", "-1.5", "true", "false"})
        if (json[0] != right[0])
            out.add(rule::member_type, n, std::string{json} + " instead",
                    document().set(n, std::string{json}),
                    {expected_violation{rule::member_type, where}});
    violations null;
    if (n.self == 0 || n.element)
        null.emplace_back(rule::member_type, where);
    else if (n.required)
        null.emplace_back(rule::member_missing, where);
    auto const at = n.self == 0 || n.element ? rule::member_type : rule::member_missing;
    out.add(at, n, "null", document().set(n, "null"), null);
}

/// A member that is there, is not, or is misspelt.
inline void add_presence(boundary_list& out, node const& n) {
    auto const document = [&] { return document_maker{out.shape}; };
    auto const& parent = out.shape[n.parent];
    auto const where = out.shape.pointer(n);
    auto const value = document().value(n);
    violations missing;
    if (n.required) missing.emplace_back(rule::member_missing, where);
    out.add(rule::member_missing, n, "left out", document().put(n, {}), missing);
    out.add(rule::member_missing, n, "its name all escaped",
            document().put(n, escaped(n.name) + ':' + value));

    std::string other{n.name};
    if (auto const letter = other[0] | 0x20; letter >= 'a' && letter <= 'z')
        other[0] = static_cast<char>(other[0] ^ 0x20); // the other case
    else
        other += 'x';
    if (out.shape.has_member(parent, other)) return;
    violations unknown;
    if (!parent.open) unknown.emplace_back(rule::member_unknown, out.shape.pointer(parent, other));
    unknown.insert(unknown.end(), missing.begin(), missing.end());
    out.add(rule::member_unknown, n, "as " + other, document().put(n, quoted(other) + ':' + value),
            unknown);
}

/// A member that occurs again: the first value counts.
inline void add_repeats(boundary_list& out, node const& n) {
    auto const where = out.shape.pointer(n);
    auto const name = document_maker::named(n);
    auto const right = name + document_maker{out.shape}.value(n);
    expected_violation const again{rule::member_duplicate, where};
    auto const add = [&](std::string_view about, std::string json, violations expected) {
        out.add(rule::member_duplicate, n, about, document_maker{out.shape}.put(n, std::move(json)),
                std::move(expected));
    };
    add("once", right, {});
    add("twice", right + ',' + right, {again});
    add("three times", right + ',' + right + ',' + right, {again, again});
    add("again, its name all escaped",
        right + ',' + escaped(n.name) + right.substr(name.size() - 1), {again});
    add("again as null", right + ',' + name + "null", {again});
    add("again with another type", right + ',' + name + '0', {again});
    add("again, first with another type", name + "0," + right,
        {expected_violation{rule::member_type, where}, again});
    violations null{again};
    if (n.required) null.emplace_back(rule::member_missing, where);
    add("again, first null", name + "null," + right, std::move(null));
}

/// An object without members, and with one that nobody knows.
inline void add_object(boundary_list& out, node const& n) {
    auto const document = [&] { return document_maker{out.shape}; };
    auto const where = out.shape.pointer(n);
    violations missing;
    for (std::size_t i = 0; i < n.count; ++i) {
        auto const& below = out.shape[n.first + i];
        if (below.required) missing.emplace_back(rule::member_missing, out.shape.pointer(below));
    }
    out.add(rule::member_missing, n, "no member at all", document().set(n, "{}"), missing);
    out.add(rule::member_unknown, n, "only what it can have",
            document().set(n, document().value(n)));
    auto const unknown = [&](std::string const& written, std::string const& shown,
                             std::string_view value) {
        violations expected;
        if (!n.open) expected.emplace_back(rule::member_unknown, where + '/' + shown);
        out.add(rule::member_unknown, n, "a member " + written + ':' + std::string{value},
                document().append(n, written + ':' + std::string{value}), expected);
    };
    for (std::string_view const value : {"0", "null", "\"x\"", "[{\"x\":[]}]", "{\"x\":1,\"x\":2}"})
        unknown(quoted(out.shape.unused_name(n)), out.shape.unused_name(n), value);
    if (n.self != 0) return;
    // A pointer shows 64 bytes of a name, and ends after a whole character.
    constexpr std::size_t most = 64;
    unknown("\"\"", "", "0");
    unknown("\"a/b~c\"", "a~1b~0c", "0");
    unknown(quoted(std::string(most, 'x')), std::string(most, 'x'), "0");
    unknown(quoted(std::string(most + 1, 'x')), std::string(most, 'x') + "\u2026", "0");
    unknown(quoted(std::string(most - 2, 'x') + "\u00e9"), std::string(most - 2, 'x') + "\u00e9",
            "0");
    unknown(quoted(std::string(most - 1, 'x') + "\u00e9"), std::string(most - 1, 'x') + "\u2026",
            "0");
}

/// The boundary texts of a string.
inline void add_texts(boundary_list& out, node const& n) {
    auto const* const list = n.element ? out.shape[n.parent].list : nullptr;
    for (auto const& t : out.shape.texts(n).all()) {
        auto expected = out.broken(n, t.text);
        auto const length = lakeproof::detail::count_scalar_values(t.text);
        // An element that passes its list's bound is not looked at.
        if (list != nullptr && list->max_characters != 0 && length > list->max_characters) {
            expected.clear();
            if (list->limit)
                expected.emplace_back(*list->limit, out.shape.pointer(out.shape[n.parent]));
        }
        out.add(t.at, n, std::string{to_string(t.at)} + ", " + t.about,
                document_maker{out.shape}.set(n, t.escaped ? escaped(t.text) : quoted(t.text)),
                std::move(expected));
    }
}

/// The boundary cases of every node of a shape.
inline void add_members(boundary_list& out) {
    out.add(rule::member_missing, "every member that there is",
            document_maker{out.shape}.with_all().text());
    for (std::size_t i = 0; i < out.shape.size(); ++i) {
        auto const& n = out.shape[i];
        add_types(out, n);
        if (!n.name.empty()) {
            add_presence(out, n);
            add_repeats(out, n);
        }
        if (n.what == node::kind::object) add_object(out, n);
        if (n.what == node::kind::list) list_boundaries{out, n}.add();
        if (n.what == node::kind::constrained_text) add_texts(out, n);
    }
}

} // namespace lakeproof::testing::detail
