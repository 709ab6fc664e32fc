// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// An element of `eventClasses`: any name that the service's pattern allows, up to 2,048
/// characters.
///
/// Source: the API reference (pattern); the bound is Lakeproof's own.
struct event_class_constraint {
    using pattern = lakeproof::pattern<R"(^[A-Z\_0-9]*$)">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 2048;
    static constexpr rule length_rule = rule::event_classes_limit;
    static constexpr rule pattern_rule = rule::event_class_pattern;

    /// An enumerator's name is legal by itself.
    static constexpr std::string_view spell(event_class c) noexcept { return to_string(c); }

    /// The vocabulary: the position of a listed name in `event_class`, or `npos`. All are legal.
    static constexpr std::size_t find(std::string_view name) noexcept {
        return detail::event_class_names.find(name);
    }
};

/// The name of an event class, listed or not: what real sources send (`SCRIPT_ACTIVITY`).
///
/// Converts from an `event_class`; `event_class_from(name)` goes the other way.
using event_class_name = constrained_string<event_class_constraint>;

} // namespace lakeproof::ocsf
