// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/location.hpp>
#include <lakeproof/check/detail/text_observer.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Says what is wrong with a document, place by place.
class document_reporter {
public:
    /// `strict`: rules of the string types are errors whatever the policy says, since no value
    /// could hold a text that breaks one.
    constexpr document_reporter(options const& o, report& out, bool strict) noexcept
        : options_{o}, out_{out}, strict_{strict} {}

    constexpr void wrong_type(location const& where, std::string_view found) const noexcept {
        add(rule::member_type, where).detail(found);
    }

    constexpr void missing(location const& where) const noexcept {
        add(rule::member_missing, where);
    }

    /// `position` counts the members of the object from 0.
    constexpr void duplicate(location const& where, std::size_t position) const noexcept {
        std::size_t occurrence = 2;
        for (auto const& v : out_)
            occurrence += v.rule() == rule::member_duplicate && same_place(v.where(), where);
        add(rule::member_duplicate, where).occurrence(occurrence).offset(position);
    }

    constexpr void unknown(location const& object, std::string_view name, bool cut,
                           std::size_t position) const noexcept {
        auto const start = whole_characters(name, 64);
        std::size_t occurrence = 1;
        for (auto const& v : out_)
            occurrence += v.rule() == rule::member_unknown && v.text() == start &&
                          same_place(v.where(), object);
        add(rule::member_unknown, object).name(name, cut).occurrence(occurrence).offset(position);
    }

    constexpr void list_limit(location const& list, std::size_t bound) const noexcept {
        if (auto const limit = list.target().list->limit) add(*limit, list).bound(bound);
    }

    /// What a text breaks, in catalogue order; `repeated` is broken if it repeats an element.
    LAKEPROOF_ALWAYS_INLINE constexpr void text(location const& where, std::string_view head,
                                               text_verdict const& v,
                                               std::optional<rule> repeated) const noexcept {
        auto const& rules = *where.target().text;
        auto const tell = [&](rule r, bool own, std::size_t bound = 0) {
            auto const s = own && strict_ ? severity::error : options_.policy[r];
            out_.add_text(r, s, where, head, v.length, v.cut, bound);
        };
        if (!v.length_ok)
            tell(rules.length, true,
                 v.length < rules.min_length ? rules.min_length : rules.max_length);
        if (!v.pattern_ok) tell(rules.pattern, true);
        std::uint8_t i = 0;
        if (repeated) {
            for (; i < v.further_count && v.further[i] < *repeated; ++i) tell(v.further[i], false);
            tell(*repeated, false);
        }
        for (; i < v.further_count; ++i) tell(v.further[i], false);
    }

    /// What a team's own rules say of a text.
    constexpr void observed(location const& where, std::string_view text) const {
        options_.house_rules->observe(where, text, options_.policy, out_);
    }
    [[nodiscard]] constexpr bool observes(node const* nodes, std::size_t at) const noexcept {
        return options_.house_rules != nullptr && options_.house_rules->concerns(nodes, at);
    }

private:
    constexpr violation_builder add(rule r, location const& where) const noexcept {
        return out_.add(r, options_.policy[r], where);
    }

    static constexpr bool same_place(location const& a, location const& b) noexcept {
        if (a.at != b.at) return false;
        for (std::size_t i = 0; i < a.list_count; ++i)
            if (a.index[i] != b.index[i]) return false;
        return true;
    }

    options const& options_;
    report& out_;
    bool strict_;
};

} // namespace lakeproof::detail
