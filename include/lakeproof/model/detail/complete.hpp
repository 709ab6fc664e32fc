// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/shape.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Stands for a member of any type, to count the members of an aggregate.
struct any_member {
    template <class T>
    operator T() const noexcept; // never defined: only named in unevaluated code
};

template <class T, std::size_t... I>
constexpr bool takes_members(std::index_sequence<I...>) noexcept {
    return requires { T{((void)I, any_member{})...}; };
}

/// An object to take addresses in, never defined: the addresses are compared, not followed.
template <class T>
struct imagined {
    T value;
};
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif
template <class T>
extern imagined<T> const imagined_object;

/// Whether two members stand in the order of their rows. Members of different types need no look:
/// exchanged rows would not build the model.
template <class T, std::size_t I, std::size_t J>
constexpr bool in_order() noexcept {
    constexpr auto const& first = row_of<I>(T::members);
    constexpr auto const& second = row_of<J>(T::members);
    if constexpr (I < J && std::is_same_v<decltype(first), decltype(second)>)
        return &(imagined_object<T>.value.*first.pointer) <
               &(imagined_object<T>.value.*second.pointer);
    else
        return true;
}
template <class T, std::size_t I, std::size_t... J>
constexpr bool row_in_order(std::index_sequence<J...>) noexcept {
    return (in_order<T, I, J>() && ...);
}
template <class T, std::size_t... I>
constexpr bool members_in_order([[maybe_unused]] std::index_sequence<I...> all) noexcept {
    return (row_in_order<T, I>(all) && ...);
}
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

/// Whether the member table of a shape has all its members, in the order in which they are declared.
template <shape T>
constexpr bool table_is_complete() noexcept {
    constexpr auto n = member_count<T>;
    return takes_members<T>(std::make_index_sequence<n>{}) &&
           !takes_members<T>(std::make_index_sequence<n + 1>{}) &&
           members_in_order<T>(std::make_index_sequence<n>{});
}

} // namespace lakeproof::detail
