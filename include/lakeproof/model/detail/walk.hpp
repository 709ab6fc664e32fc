// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Whether a member is left out where a model is written: it is absent, and no list that is required or a response's.
template <class T>
constexpr bool left_out(T const& part, node const& member) noexcept {
    return absent(part) && !(list_type<T> && (member.required || member.lenient));
}

/// Hands a sink what a model holds, in the order of the tables; what is absent is left out, but for a list that
/// is required or a response's, which is written even if it is empty: clients of the SDKs go through it unseen.
///
/// The one way from a model to JSON text or a DOM. A sink has `begin_object`, `end_object`, `begin_array`,
/// `end_array`, `member(node)`, `string(view)`, `integer(value)` and `boolean(value)`; a sink that wants to know
/// a string's constraint has `string_of<Constraint>(view)` as well, and one that wants only a part of the model
/// `leaves_out(node)`.
template <class T, class Sink>
constexpr void walk(T const& value, node const& n, Sink& sink) {
    auto const string_of = [&sink]<class Constraint>(std::string_view string) {
        if constexpr (requires { sink.template string_of<Constraint>(string); })
            sink.template string_of<Constraint>(string);
        else
            sink.string(string);
    };
    if constexpr (is_optional<T>) {
        if (value) walk(*value, n, sink);
    } else if constexpr (shape<T>) {
        sink.begin_object();
        node const* next = n.first;
        for_each_member<T>([&](auto const& member) {
            auto const& part = value.*member.pointer;
            bool wanted = !left_out(part, *next);
            if constexpr (requires { sink.leaves_out(*next); })
                wanted = wanted && !sink.leaves_out(*next);
            if (wanted) {
                sink.member(*next);
                walk(part, *next, sink);
            }
            ++next;
        });
        sink.end_object();
    } else if constexpr (list_type<T>) {
        sink.begin_array();
        for (auto const& element : value) {
            if constexpr (pooled_list<T>)
                string_of.template operator()<typename T::element_constraint>(element);
            else if constexpr (std::is_same_v<T, std::vector<bool>>)
                sink.boolean(element);
            else
                walk(element, *n.first, sink);
        }
        sink.end_array();
    } else if constexpr (is_constrained_string<T>) {
        string_of.template operator()<typename T::constraint>(value);
    } else if constexpr (std::same_as<T, bool>) {
        sink.boolean(value);
    } else if constexpr (integer<T>) {
        sink.integer(std::int64_t{value});
    } else {
        sink.string(std::string_view{value});
    }
}

} // namespace lakeproof::detail
