// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <tuple>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A struct with a member table: see `member_table`.
template <class T>
concept shape = requires { std::tuple_size<decltype(T::members)>::value; };

/// How many members a shape has.
template <shape Shape>
inline constexpr std::size_t member_count = std::tuple_size_v<decltype(Shape::members)>;

namespace detail {

/// Calls a function with each row of a shape's member table. `std::apply` does that too, but
/// compiles three times as long.
template <shape Shape, class F>
constexpr void for_each_member([[maybe_unused]] F f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) { (f(std::get<I>(Shape::members)), ...); }
    (std::make_index_sequence<member_count<Shape>>{});
}

} // namespace detail

} // namespace lakeproof
