// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/printable.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Texts around a document that are no JSON, and that are in spite of their looks.
inline void add_malformed(boundary_list& out) {
    auto const document = document_maker{out.shape}.text();
    violations const malformed{expected_violation{rule::json_malformed}};
    auto const add = [&](std::string_view about, std::string text, violations expected) {
        out.add(rule::json_malformed, "JSON: " + std::string{about}, std::move(text),
                std::move(expected));
    };
    add("as it should be", document, {});
    add("blanks around", " \t\r\n" + document + " \t\r\n", {});
    add("nothing", "", malformed);
    add("nothing but blanks", " \t\r\n", malformed);
    add("its last byte left out", document.substr(0, document.size() - 1), malformed);
    add("half of it", document.substr(0, document.size() / 2), malformed);
    add("its first byte left out", document.substr(1), malformed);
    add("twice", document + document, malformed);
    add("a comma behind it", document + ',', malformed);
    add("a bracket behind it", document + '}', malformed);
    add("a NUL behind it", document + std::string(1, '\0'), malformed);
    add("a byte order mark", "\ufeff" + document, malformed);
    add("a vertical tab before it", '\v' + document, malformed);
    add("a no-break space before it", "\u00a0" + document, malformed);
    add("a comment behind it", document + "//", malformed);
    add("a comment before it", "/**/" + document, malformed);

    auto const& root = out.shape[0];
    auto const name = out.shape.unused_name(root);
    auto const member = [&](std::string json) {
        return document_maker{out.shape}.append(root, quoted(name) + ':' + std::move(json)).text();
    };
    violations unknown;
    if (!root.open) unknown.emplace_back(rule::member_unknown, '/' + name);
    auto const about = [&](std::string_view json) {
        auto text = name + " is ";
        append_printable(text, json);
        return text;
    };
    for (std::string_view const json : {"-0", "0.0", "1e5", "1E+5", "1e-5", "18446744073709551616",
                                        "1e2147483647", "1e-2147483647", "\"\\ud83d\\ude00\"",
                                        "\"\\u0000\"", "\"\\/\"", "\"\x7f\"", "\"\u2028\""})
        add(about(json), member(std::string{json}), unknown);
    for (std::string_view const json : {"01",
                                        "-",
                                        "+1",
                                        "1.",
                                        ".5",
                                        "1e",
                                        "1e2147483648", // Boost.JSON's exponents have 32 bits
                                        "1e-2147483648",
                                        "0x10",
                                        "NaN",
                                        "Infinity",
                                        "-Infinity",
                                        "True",
                                        "nul",
                                        "nulls",
                                        "undefined",
                                        "'x'",
                                        "x",
                                        "[1,]",
                                        "[,1]",
                                        "[1 2]",
                                        "{\"x\":1,}",
                                        "{\"x\"}",
                                        "{x:1}",
                                        "{1:1}",
                                        "[1}",
                                        "\"",
                                        "\"\\x41\"",
                                        "\"\\u12g4\"",
                                        "\"\\u123\"",
                                        "\"\\ud83d\"",
                                        "\"\\ude00\"",
                                        "\"\\ud83d\\ud83d\"",
                                        "\"\\ud83dx\"",
                                        "\"\n\"",
                                        "\"\t\"",
                                        "\"\x1f\"",
                                        ""})
        add(about(json), member(std::string{json}), malformed);
}

/// Texts as deep and as long as can be, and one more.
inline void add_limits(boundary_list& out) {
    auto const& root = out.shape[0];
    auto const name = out.shape.unused_name(root);
    violations const limit{expected_violation{rule::json_limit}};
    violations unknown;
    if (!root.open) unknown.emplace_back(rule::member_unknown, '/' + name);
    auto const add = [&](std::string_view about, std::string text, violations expected) {
        out.add(rule::json_limit, "limit: " + std::string{about}, std::move(text),
                std::move(expected));
    };
    auto const nested = [](std::size_t levels, std::string_view open, std::string_view inner,
                           std::string_view close) {
        return times(levels, open) + std::string{inner} + times(levels, close);
    };
    auto const member = [&](std::string const& json) {
        return document_maker{out.shape}.append(root, quoted(name) + ':' + json).text();
    };
    auto const depth = limits{}.depth;
    for (auto const levels : {depth, depth + 1}) {
        auto const about = std::to_string(levels) + " levels";
        bool const over = levels > depth;
        add(about + " of arrays in a member", member(nested(levels - 1, "[", "", "]")),
            over ? limit : unknown);
        add(about + " of objects in a member", member(nested(levels - 1, "{\"x\":", "0", "}")),
            over ? limit : unknown);
        add(about + " of arrays alone", nested(levels, "[", "", "]"),
            over ? limit : violations{expected_violation{rule::member_type}});
        add(about + " that nothing closes", nested(levels, "[", "", ""),
            over ? limit : violations{expected_violation{rule::json_malformed}});
    }
    auto const document = document_maker{out.shape}.text();
    auto const bytes = limits{}.bytes;
    auto const padded = [&](std::size_t size) {
        return document + std::string(size - document.size(), ' ');
    };
    add(std::to_string(bytes) + " bytes", padded(bytes), {});
    add(std::to_string(bytes + 1) + " bytes", padded(bytes + 1), limit);
    // The length is looked at first, then what the reader meets first.
    add(std::to_string(bytes + 1) + " bytes that are no JSON", std::string(bytes + 1, 'x'), limit);
    add("no JSON before what is too deep", 'x' + std::string(depth + 8, '['),
        {expected_violation{rule::json_malformed}});
}

} // namespace lakeproof::testing::detail
