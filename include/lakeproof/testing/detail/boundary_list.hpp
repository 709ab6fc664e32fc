// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/policy.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/boundary_case.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

using violations = std::vector<expected_violation>;
using string_list = std::vector<std::string>;

/// What a shape's own rules find in the string at a node, or in those of the list there, in a document without
/// Regions whose other strings break nothing.
using own_rules_of_strings = violations (*)(shape_parts const&, node const&, string_list const&);

/// What of some violations a report keeps.
inline violations kept(violations const& all) {
    violations kept;
    for (auto const& v : all) {
        if (kept.size() == report::capacity) {
            auto const lowest = std::min_element(kept.rbegin(), kept.rend(), [](auto const& a, auto const& b) {
                return a.severity < b.severity;
            });
            if (lowest->severity >= v.severity) continue;
            kept.erase(std::next(lowest).base());
        }
        kept.push_back(v);
    }
    return kept;
}

/// What is wrong in a document at one place, preferably a rule; null where nothing is, or an error is elsewhere.
inline expected_violation const* only_fault(violations const& all, rule at) noexcept {
    expected_violation const* fault = nullptr;
    for (auto const& v : all)
        if (fault == nullptr || (fault->rule != at && (v.rule == at || v.severity > fault->severity))) fault = &v;
    for (auto const& v : all)
        if (v.severity == severity::error && v.pointer != fault->pointer) return nullptr;
    return fault;
}

/// The boundary cases of one shape as they are made: all, or of those with one fault the one that is `wanted`.
class boundary_list {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    boundary_list(shape_parts const& parts, own_rules_of_strings own) noexcept : shape{parts}, own_{own} {}
    boundary_list(shape_parts const& parts, own_rules_of_strings own, model_parts const& model,
                  policy const& severities, std::size_t wanted = none) noexcept
        : shape{parts}, own_{own}, model_{&model}, policy_{severities}, wanted_{wanted} {}

    shape_parts const& shape;

    /// The document that changes start from.
    [[nodiscard]] document_maker document() const noexcept { return document_maker{shape, model_}; }

    template <class Document>
    void add(rule at, std::string name, Document const& document, violations expected = {},
             string_list regions = {}) {
        for (auto& v : expected) v.severity = policy_.of(info(v.rule), v.severity);
        std::erase_if(expected, [](auto const& v) { return v.severity == severity::off; });
        if (model_ != nullptr && (only_fault(expected, at) == nullptr || faults_++ != wanted_)) return;
        std::string text;
        if constexpr (std::is_same_v<Document, document_maker>)
            text = document.text();
        else
            text = document;
        cases_.push_back({std::move(name), at, std::move(text), std::move(regions), kept(expected)});
    }
    /// A case that is about one node.
    void add(rule at, node const& n, std::string_view about, document_maker const& document,
             violations const& expected = {}) {
        auto const where = shape.pointer(n);
        add(at, (where.empty() ? "the document" : where) + ": " + std::string{about}, document, expected);
    }
    /// A case of a node with a string.
    void add_string(rule at, node const& n, std::string_view about, std::string const& string, bool escape = false) {
        add(at, n, std::string{to_string(at)} + ", " + std::string{about} + (escape ? ", all escaped" : ""),
            document().set(n, escape ? escaped(string) : json_string(string)), broken(n, string));
    }
    /// A case of a list with strings, and JSON text behind them that must be past a bound.
    void add_strings(rule at, node const& list, std::string_view about, string_list const& strings,
                     std::string const& behind = {}) {
        auto const where = shape.pointer(list);
        auto const& element = *list.first;
        std::string json;
        string_list read;
        violations all;
        std::size_t characters = 0;
        bool past = false; // a bound: nothing more is looked at
        for (auto const& s : strings) {
            (json += json.empty() ? "" : ",") += json_string(s);
            characters += core::count_scalar_values(s);
            past = past || read.size() == static_cast<std::uint64_t>(list.most) ||
                   characters > list.most_characters;
            if (past) continue;
            for (auto const r : shape.strings(element).broken(s))
                all.emplace_back(r, where + '/' + std::to_string(read.size()));
            read.push_back(s);
        }
        past = past || !behind.empty();
        if (past || static_cast<std::int64_t>(read.size()) < list.least) all.emplace_back(list.limit, where);
        for (auto& v : own_(shape, list, read)) all.push_back(std::move(v));
        add(at, list, about, document().set(list, '[' + json + behind + ']'), all);
    }

    /// What an object breaks that lacks a member.
    [[nodiscard]] violations absent(node const& n) const {
        violations all;
        auto const& parent = shape[n.parent];
        if (n.required) all.emplace_back(rule::member_missing, shape.pointer(n));
        if (!n.name.empty() && is_strict_union(parent)) all.emplace_back(rule::union_members, shape.pointer(parent));
        return all;
    }

    /// What a string at a node breaks. An element that passes its list's bound is not looked at.
    [[nodiscard]] violations broken(node const& n, std::string const& string) const {
        auto const& list = shape[n.parent];
        if (n.element && core::count_scalar_values(string) > list.most_characters)
            return {expected_violation{list.limit, shape.pointer(list)}};
        auto const& type = shape.strings(n);
        if (n.lenient && type.rules.closed_set && !type.automaton.accepts(string)) return absent(n); // it is dropped
        violations all;
        for (auto const r : type.broken(string)) all.emplace_back(r, shape.pointer(n));
        for (auto& v : own_(shape, n, {string})) all.push_back(std::move(v));
        return all;
    }

    [[nodiscard]] std::vector<boundary_case> take() noexcept { return std::move(cases_); }
    /// How many cases with one fault have been made.
    [[nodiscard]] std::size_t faults() const noexcept { return faults_; }

private:
    own_rules_of_strings own_;
    model_parts const* model_ = nullptr;
    policy policy_{};
    std::size_t wanted_ = none;
    std::size_t faults_ = 0;
    std::vector<boundary_case> cases_{};
};

} // namespace lakeproof::testing::detail
