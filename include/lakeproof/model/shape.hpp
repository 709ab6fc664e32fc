// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A struct with a member table: see `member_table`.
template <class T>
concept shape = requires { T::members.row_count; };

/// How many members a shape has.
template <shape Shape>
inline constexpr std::size_t member_count = Shape::members.row_count;

namespace detail {

template <std::size_t I, class Row>
struct table_row {
    Row row;
};
/// The rows of a member table. A `std::tuple` would do, but compiles three times as long.
template <class Indices, class... Rows>
struct table_rows;
template <std::size_t... I, class... Rows>
struct table_rows<std::index_sequence<I...>, Rows...> : table_row<I, Rows>... {
    static constexpr std::size_t row_count = sizeof...(Rows);

    template <class F>
    constexpr void for_each(F& f) const {
        (f(static_cast<table_row<I, Rows> const&>(*this).row), ...);
    }
};

/// A row of a member table, by its index.
template <std::size_t I, class Row>
constexpr Row const& row_of(table_row<I, Row> const& table) noexcept {
    return table.row;
}

/// Calls a function with each row of a shape's member table.
template <shape Shape, class F>
constexpr void for_each_member(F f) {
    Shape::members.for_each(f);
}

} // namespace detail

} // namespace lakeproof
