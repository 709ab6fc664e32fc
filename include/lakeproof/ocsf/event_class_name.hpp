// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// An element of `eventClasses`: any name that the service's pattern allows, up to 1,024
/// characters.
///
/// Source: the API reference (pattern); the bound is Lakeproof's own.
struct event_class_constraint {
    using pattern = lakeproof::pattern<R"(^[A-Z\_0-9]*$)">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 1024;
    static constexpr rule length_rule = rule::event_classes_limit;
    static constexpr rule pattern_rule = rule::event_class_pattern;

    /// An enumerator's name is legal by itself.
    static constexpr std::string_view spell(event_class c) noexcept { return to_string(c); }

    /// A listed name that is not retired needs no look at the pattern.
    static constexpr std::size_t clean(std::string_view text) noexcept {
        auto const i = detail::event_class_names.find(text);
        return i < event_class_count && !is_retired(i) ? i + 2 : 0;
    }

    /// The verdict on a listed name, retired or not, without a look at the pattern.
    static constexpr bool judge_listed(std::string_view text, text_verdict& v) noexcept {
        auto const i = detail::event_class_names.find(text);
        if (i >= event_class_count) return false;
        v.length = text.size();
        v.listed = static_cast<std::uint8_t>(i + 1);
        if (is_retired(i)) v.add(rule::event_class_retired);
        return true;
    }

    /// What is left is not listed.
    static constexpr void judge_further(text_facts const& text, text_verdict& v) noexcept {
        if (text.pattern_ok) v.add(rule::event_class_undocumented);
    }

private:
    static constexpr bool is_retired(std::size_t i) noexcept {
        constexpr auto retired_names = [] {
            std::uint64_t bits = 0;
            for (auto const c : event_classes())
                bits |= std::uint64_t{retired(c)} << static_cast<unsigned>(c);
            return bits;
        }();
        return (retired_names >> i & 1) != 0;
    }
};

/// The name of an event class, listed or not: what real sources send (`DETECTION_FINDING`).
///
/// Converts from an `event_class`; `event_class_from(name)` goes the other way.
using event_class_name = constrained_string<event_class_constraint>;

} // namespace lakeproof::ocsf
