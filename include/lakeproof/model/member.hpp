// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/model/shape.hpp>
#include <lakeproof/version.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What a row of a member table says beyond name and member; what it does not say follows from the type.
struct member_options {
    /// Whether the member must be there. By its type: all but a `std::optional` or a list.
    std::optional<bool> required{};
    /// Bounds of an integer's value, or of how many elements a list has.
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    /// What the member is, in one sentence, for who writes it: JSON Schema has it.
    std::string_view description{};

    friend constexpr bool operator==(member_options const&, member_options const&) noexcept = default;
};

namespace detail {

// Not constexpr, so that a table with such a row does not compile.
void bounds_are_for_lists_and_integers(); // none of these is ever defined
void the_least_is_above_the_most();
void a_name_needs_no_escapes();

} // namespace detail

/// One row of a shape's member table: the name in JSON, the member, and what else is demanded of it.
///
/// A member is a string type, a `std::string`, an integer that fits 64 signed bits, a `bool`, a shape, a list of
/// these (`std::vector`, `ocsf::event_class_list`), or a `std::optional` of any of these.
template <class Shape, class Type>
struct member {
    static_assert(detail::member_value<detail::value_type_of<Type>>,
                  "a member is a string type, std::string, an integer that fits 64 signed bits, bool, a shape, "
                  "a list of these, or std::optional of any of these");
    using type = Type;

    std::string_view name;
    Type Shape::*pointer;
    member_options options;

    consteval member(std::string_view json_name, Type Shape::*p, member_options o = {}) noexcept
        : name{json_name}, pointer{p}, options{o} {
        using value = detail::value_type_of<Type>;
        if constexpr (!detail::integer<value> && !detail::is_vector<value>)
            if (o.least != member_options{}.least || o.most != member_options{}.most)
                detail::bounds_are_for_lists_and_integers();
        if (o.least > o.most) detail::the_least_is_above_the_most();
        for (char const c : json_name)
            if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') detail::a_name_needs_no_escapes();
    }
};

template <class Shape, class Type>
member(std::string_view, Type Shape::*, member_options = {}) -> member<Shape, Type>;

/// The member table of a shape, in the order of the API reference.
///
/// It stands after the members, which a compiler does not know before (it says *incomplete type … used in nested
/// name specifier* or *no member named …*). Everything else is derived from it: reading, writing, validating, the
/// DOM conversions. A shape may say of itself: `static constexpr bool open = true` (read leniently, as a response:
/// unknown members are fine, and no bound, closed set or union is enforced), `one_of = true` (a union: exactly one
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
constexpr detail::table_rows<std::index_sequence_for<Members...>, Members...> member_table(Members... members) noexcept {
    return {{members}...};
}

} // namespace lakeproof
