// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// One row of a shape's member table: the name on the wire and the member.
///
/// Whether the member is required follows from its type: a `std::optional` or a list may be absent.
template <class Shape, class Type>
struct member {
    using type = Type;

    std::string_view name;
    Type Shape::*pointer;

    constexpr member(std::string_view wire_name, Type Shape::*p) noexcept
        : name{wire_name}, pointer{p} {}
};

/// The member table of a shape, in the order of the API reference.
///
/// Everything else is derived from it: reading, writing, checking and the DOM conversions.
/// \code
/// struct sink {
///     lakeproof::source_name name;
///     std::optional<lakeproof::source_version> version{};
///     static constexpr auto members = lakeproof::member_table(
///         lakeproof::member{"name", &sink::name}, lakeproof::member{"version", &sink::version});
/// };
/// \endcode
template <class... Members>
constexpr std::tuple<Members...> member_table(Members... members) noexcept {
    return {members...};
}

/// A struct with a member table.
template <class T>
concept shape = requires { std::tuple_size<decltype(T::members)>::value; };

/// How many members a shape has.
template <shape Shape>
inline constexpr std::size_t member_count = std::tuple_size_v<decltype(Shape::members)>;

namespace detail {

/// Calls a function with each row of a shape's member table. `std::apply` does that too, but
/// compiles three times as long.
template <shape Shape, class F>
constexpr void for_each_member(F f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) { (f(std::get<I>(Shape::members)), ...); }
    (std::make_index_sequence<member_count<Shape>>{});
}

} // namespace detail

} // namespace lakeproof
