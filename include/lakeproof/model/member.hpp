// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What a row of a member table says beyond name and member; what it does not say follows from the type.
struct member_options {
    /// Whether the member must be there. By its type: all but a `std::optional` or a list.
    std::optional<bool> required{};
    /// Bounds of an integer's value, or of how many elements a list has.
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// One row of a shape's member table: the name in JSON, the member, and what else is demanded of it.
///
/// A member is a string type, a `std::string`, an integer that fits 64 signed bits, a `bool`, a shape, a list of
/// these (`std::vector`, `ocsf::event_class_list`), or a `std::optional` of any of these.
template <class Shape, class Type>
struct member {
    using type = Type;

    std::string_view name;
    Type Shape::*pointer;
    member_options options;

    constexpr member(std::string_view json_name, Type Shape::*p, member_options o = {}) noexcept
        : name{json_name}, pointer{p}, options{o} {}
};

/// The member table of a shape, in the order of the API reference; it stands after the members.
///
/// Everything else is derived from it: reading, writing, validating, the DOM conversions. A shape may say of
/// itself: `static constexpr bool open = true` (read leniently, as a response: unknown members are fine, no bound or
/// union is enforced, and a string outside its closed set counts as absent), `one_of = true` (a union: exactly one
/// member has a value), and `static constexpr void check(document_view<Shape>, rule_sink&)`, its own rules.
/// \code
/// struct sink {
///     lakeproof::source_name name;
///     std::optional<lakeproof::source_version> version{};
///     std::vector<lakeproof::role_arn> roles{};
///     static constexpr auto members = lakeproof::member_table(
///         lakeproof::member{"name", &sink::name}, lakeproof::member{"version", &sink::version},
///         lakeproof::member{"roles", &sink::roles, {.required = true, .least = 1, .most = 50}});
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
constexpr void for_each_member([[maybe_unused]] F f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) { (f(std::get<I>(Shape::members)), ...); }
    (std::make_index_sequence<member_count<Shape>>{});
}

} // namespace detail

} // namespace lakeproof
