// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Whether a member has no value: an optional without one, or an empty list.
template <class T>
constexpr bool absent(T const& value) noexcept {
    if constexpr (without_optional<T>::optional)
        return !value.has_value();
    else if constexpr (list_type<T>)
        return value.empty();
    else
        return false;
}

/// Tells a sink a text, and by which constraint it was checked if the sink wants to know.
template <class Constraint, class Sink>
constexpr void walk_text(std::string_view text, Sink& sink) {
    if constexpr (requires { sink.template text_of<Constraint>(text); })
        sink.template text_of<Constraint>(text);
    else
        sink.text(text);
}

/// Tells a sink what a model holds, in the order of the tables; what is absent is left out.
///
/// The one bridge from models to everything that is derived from them. A sink has `begin_object`,
/// `end_object`, `begin_array`, `end_array`, `member(node index)` and `text(string view)`.
template <class T, class Sink>
constexpr void walk(T const& value, node const* nodes, std::uint16_t at, Sink& sink) {
    if constexpr (without_optional<T>::optional) {
        if (value) walk(*value, nodes, at, sink);
    } else if constexpr (shape<T>) {
        sink.begin_object();
        std::uint16_t next = nodes[at].first;
        for_each_member<T>([&](auto const& member) {
            auto const& part = value.*member.pointer;
            if (!absent(part)) {
                sink.member(next);
                walk(part, nodes, next, sink);
            }
            ++next;
        });
        sink.end_object();
    } else if constexpr (pooled_list<T>) {
        sink.begin_array();
        for (auto const element : value) walk_text<typename T::element_constraint>(element, sink);
        sink.end_array();
    } else if constexpr (list_type<T>) {
        sink.begin_array();
        for (auto const& element : value) walk(element, nodes, nodes[at].first, sink);
        sink.end_array();
    } else if constexpr (is_constrained_string<T>) {
        walk_text<typename T::constraint>(value, sink);
    } else {
        sink.text(std::string_view{value});
    }
}

} // namespace lakeproof::detail
