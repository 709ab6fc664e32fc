// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "configuration/glob.hpp"

#include <lakeproof/model/member.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

using severity_name = lakeproof::enum_string<"off", "note", "warning", "error">;

/// Names a rule that a team may turn down.
struct rule_name_constraint {
    static constexpr auto values = [] {
        constexpr auto is_free = [](auto const& r) { return !r.fixed; };
        constexpr auto count = [=] {
            std::size_t n = 0;
            for (auto const& r : lakeproof::rules()) n += is_free(r);
            return n;
        }();
        std::array<std::string_view, count> all{};
        std::size_t n = 0;
        for (auto const& r : lakeproof::rules())
            if (is_free(r)) all[n++] = r.id;
        return all;
    }();
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 64;
    static constexpr lakeproof::rule pattern_rule = lakeproof::rule::string_enum;

    struct pattern {
        static constexpr bool ascii = true;
        /// In messages: the list itself would be a screen of text.
        static constexpr std::string_view text() noexcept {
            return "those of 'lakeproof rules' that are not fixed";
        }
        static constexpr bool matches(std::string_view id) noexcept {
            auto const r = lakeproof::rule_from(id);
            return r && !lakeproof::info(*r).fixed;
        }
    };
};
using rule_name = lakeproof::constrained_string<rule_name_constraint>;

/// What a rule may report: a fixed one nothing else than it does.
template <std::size_t Rule>
struct rule_severity_constraint
    : std::conditional_t<lakeproof::rules()[Rule].fixed, lakeproof::enum_string_constraint<"error">,
                         severity_name::constraint> {};

template <std::size_t Rule>
using rule_severity = std::optional<lakeproof::constrained_string<rule_severity_constraint<Rule>>>;

template <std::size_t Rule>
struct severity_member {
    rule_severity<Rule> severity;

    /// So that a model is built of its severities as of any members.
    constexpr severity_member(rule_severity<Rule> const& s = {}) noexcept : severity{s} {}
};

template <class Rules>
struct severities_of;
/// A shape with a member for each rule of the catalogue. (The pointers stay those of the bases: g++ 12 loses the
/// offset of one that is converted.)
template <std::size_t... Rule>
struct severities_of<std::index_sequence<Rule...>> : severity_member<Rule>... {
    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{lakeproof::rules()[Rule].id,
                          &severity_member<Rule>::severity,
                          {.description = lakeproof::rules()[Rule].title}}...);
};
using rule_severities = severities_of<std::make_index_sequence<lakeproof::rule_count>>;
