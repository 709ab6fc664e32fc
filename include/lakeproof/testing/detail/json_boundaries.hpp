// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/printable.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// The boundary cases of JSON text itself, and of the limits, around a document of a shape.
class json_boundaries {
public:
    explicit json_boundaries(boundary_list& out)
        : out_{out}, root_{out.shape[0]}, document_{out.document().text()}, name_{out.shape.unused_name(root_)} {
        if (!root_.open) unknown_.emplace_back(rule::member_unknown, '/' + name_);
    }

    void add_around() const {
        auto const add = [&](std::string_view about, std::string const& text, violations const& expected) {
            out_.add(rule::json_malformed, "JSON: " + std::string{about}, text, expected);
        };
        add("as it should be", document_, {});
        add("blanks around", " \t\r\n" + document_ + " \t\r\n", {});
        add("nothing", "", malformed_);
        add("nothing but blanks", " \t\r\n", malformed_);
        add("its last byte left out", document_.substr(0, document_.size() - 1), malformed_);
        add("half of it", document_.substr(0, document_.size() / 2), malformed_);
        add("its first byte left out", document_.substr(1), malformed_);
        add("twice", document_ + document_, malformed_);
        add("a comma behind it", document_ + ',', malformed_);
        add("a bracket behind it", document_ + '}', malformed_);
        add("a NUL behind it", document_ + std::string(1, '\0'), malformed_);
        add("a byte order mark", "\ufeff" + document_, malformed_);
        add("a vertical tab before it", '\v' + document_, malformed_);
        add("a no-break space before it", "\u00a0" + document_, malformed_);
        add("a comment behind it", document_ + "//", malformed_);
        add("a comment before it", "/**/" + document_, malformed_);
    }

    void add_values() const {
        auto const add = [&](rule at, std::string_view json, violations const& expected) {
            auto about = "JSON: " + name_ + " is ";
            append_printable(about, json);
            out_.add(at, about, with(json), expected);
        };
        for (std::string_view const json : {"-0", "0.0", "1e5", "1E+5", "1e-5", "18446744073709551616", R"("\ud83d\ude00")",
                                            R"("\u0000")", R"("\/")", "\"\x7f\"", "\"\u2028\""})
            add(rule::json_malformed, json, unknown_);
        for (std::string_view const json :
             {"01", "-", "+1", "1.", ".5", "1e", "0x10", "NaN", "Infinity", "-Infinity", "True", "nul", "nulls",
              "undefined", "'x'", "x", "[1,]", "[,1]", "[1 2]", R"({"x":1,})", R"({"x"})", "{x:1}", "{1:1}", "[1}",
              "\"", R"("\x41")", R"("\u12g4")", R"("\u123")", R"("\ud83d")", R"("\ude00")", R"("\ud83d\ud83d")",
              R"("\ud83dx")", "\"\n\"", "\"\t\"", "\"\x1f\"", ""})
            add(rule::json_malformed, json, malformed_);
        // Boost.JSON's exponents have 32 bits.
        for (std::string_view const json : {"1e2147483647", "1e-2147483647"}) add(rule::json_limit, json, unknown_);
        for (std::string_view const json : {"1e2147483648", "1e-2147483648"}) add(rule::json_limit, json, limit_);
    }

    /// Texts as deep as can be, and one level more.
    void add_depth() const {
        auto const depth = limits{}.depth;
        for (auto const levels : {depth, depth + 1}) {
            auto const add = [&](std::string_view about, std::string const& text, violations const& expected) {
                add_limit(std::to_string(levels) + " levels" + std::string{about}, text,
                          levels > depth ? limit_ : expected);
            };
            auto const arrays = times(levels, "[");
            add(" of arrays in a member", with(times(levels - 1, "[") + times(levels - 1, "]")), unknown_);
            add(" of objects in a member", with(times(levels - 1, "{\"x\":") + '0' + times(levels - 1, "}")), unknown_);
            add(" of arrays alone", arrays + times(levels, "]"), {expected_violation{rule::member_type}});
            add(" that nothing closes", arrays, malformed_);
        }
        add_limit("no JSON before what is too deep", 'x' + std::string(depth + 8, '['), malformed_);
    }

    /// Texts as long as can be, and one byte more. The length is looked at first.
    void add_size() const {
        auto const bytes = limits{}.bytes;
        for (auto const size : {bytes, bytes + 1})
            add_limit(std::to_string(size) + " bytes", document_ + std::string(size - document_.size(), ' '),
                      size > bytes ? limit_ : violations{});
        add_limit(std::to_string(bytes + 1) + " bytes that are no JSON", std::string(bytes + 1, 'x'), limit_);
    }

private:
    /// The document with another member, which its table lacks.
    std::string with(std::string_view json) const {
        return out_.document().append(root_, json_string(name_) + ':' + std::string{json}).text();
    }
    void add_limit(std::string const& about, std::string const& text, violations const& expected) const {
        out_.add(rule::json_limit, "limit: " + about, text, expected);
    }

    boundary_list& out_;
    node const& root_;
    std::string document_;
    std::string name_;
    violations unknown_{};
    violations malformed_{expected_violation{rule::json_malformed}};
    violations limit_{expected_violation{rule::json_limit}};
};

} // namespace lakeproof::testing::detail
