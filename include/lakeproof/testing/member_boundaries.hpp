// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/boundary_list.hpp>
#include <lakeproof/testing/document_maker.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::testing::detail {

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
    other[0] = static_cast<char>(other[0] ^ 0x20); // the other case
    for (std::size_t i = 0; i < parent.count; ++i)
        if (out.shape[parent.first + i].name == other) return;
    violations unknown;
    if (!parent.open)
        unknown.emplace_back(rule::member_unknown, out.shape.pointer(parent) + '/' + other);
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

/// Lists of no element, of one, two, as many as can be and one more.
inline void add_list(boundary_list& out, node const& n) {
    auto const& element = out.shape[n.first];
    auto const& list = *n.list;
    auto const where = out.shape.pointer(n);
    auto const one = document_maker{out.shape}.value(element);
    auto const add = [&](rule at, std::string_view about, std::string const& elements,
                         violations expected = {}) {
        out.add(at, n, about, document_maker{out.shape}.set(n, '[' + elements + ']'),
                std::move(expected));
    };
    auto const at_element = [&](std::size_t i) { return where + '/' + std::to_string(i); };
    add(rule::member_type, "no element", "");
    add(rule::member_type, "one element", one);
    add(rule::member_type, "null after an element", one + ",null",
        {expected_violation{rule::member_type, at_element(1)}});
    add(rule::member_type, "a number before an element", "0," + one,
        {expected_violation{rule::member_type, at_element(0)}});

    auto const several = [&](std::size_t count) {
        std::pair<std::string, violations> made;
        for (std::size_t i = 0; i < count; ++i) {
            made.first += (i == 0 ? "" : ",") + one;
            if (i > 0 && list.duplicate && (list.max_size == 0 || i < list.max_size))
                made.second.emplace_back(*list.duplicate, at_element(i));
        }
        return made;
    };
    auto const two = several(2);
    add(list.duplicate.value_or(rule::member_type), "the same element twice", two.first,
        two.second);
    if (list.duplicate) {
        add(*list.duplicate, "an element that nothing repeats", one);
        if (element.text != nullptr)
            add(*list.duplicate, "the same element again, all escaped",
                one + ',' + escaped(out.shape.texts(element).usual()), two.second);
    }
    if (!list.limit) return;
    add(*list.limit, "one element of many possible", one);
    for (auto const count : {list.max_size, list.max_size + 1}) {
        auto [elements, expected] = several(count);
        if (count > list.max_size) expected.emplace_back(*list.limit, where);
        add(*list.limit, std::to_string(count) + " elements", elements, expected);
    }
    if (element.text == nullptr || list.max_characters == 0) return;
    auto const& texts = out.shape.texts(element);
    for (auto const count : {list.max_characters, list.max_characters + 1}) {
        auto const first = texts.of_length(count - texts.usual().size());
        violations expected;
        for (auto const r : texts.broken(first)) expected.emplace_back(r, at_element(0));
        if (count > list.max_characters) expected.emplace_back(*list.limit, where);
        add(*list.limit, std::to_string(count) + " characters in two elements",
            quoted(first) + ',' + one, expected);
    }
}

/// The boundary texts of a string.
inline void add_texts(boundary_list& out, node const& n) {
    auto const* const list = n.element ? out.shape[n.parent].list : nullptr;
    for (auto const& t : out.shape.texts(n).all()) {
        auto expected = out.broken(n, t.text);
        auto const length = lakeproof::detail::count_scalar_values(t.text);
        // An element that passes its list's bound is not looked at.
        if (list != nullptr && list->limit && length > list->max_characters)
            expected = {expected_violation{*list->limit, out.shape.pointer(out.shape[n.parent])}};
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
        if (n.what == node::kind::list) add_list(out, n);
        if (n.what == node::kind::constrained_text) add_texts(out, n);
    }
}

} // namespace lakeproof::testing::detail
