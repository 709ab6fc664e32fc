// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/shape.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

template <class T>
struct without_optional {
    using type = T;
    static constexpr bool optional = false;
};
template <class T>
struct without_optional<std::optional<T>> {
    using type = T;
    static constexpr bool optional = true;
};
/// A member's type without `std::optional`.
template <class T>
using value_type_of = typename without_optional<T>::type;
template <class T>
inline constexpr bool is_optional = without_optional<T>::optional;

template <class T>
inline constexpr bool is_constrained_string = false;
template <class Constraint>
inline constexpr bool is_constrained_string<constrained_string<Constraint>> = true;

template <class T>
concept any_string = is_constrained_string<T> || std::same_as<T, std::string>;

template <class T, class... Others>
concept none_of = (!std::same_as<T, Others> && ...);

template <class T>
concept integer = std::integral<T> && none_of<T, bool, char, wchar_t, char8_t, char16_t, char32_t> &&
                  (sizeof(T) < 8 || std::signed_integral<T>);

/// A list of strings whose text lives in the list itself, such as `event_class_list`.
template <class T>
concept pooled_list = requires { typename T::element_constraint; };

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
concept list_type = pooled_list<T> || is_vector<T>;

template <list_type List>
struct element_of {
    using type = typename List::value_type;
};
template <pooled_list List>
struct element_of<List> {
    using type = constrained_string<typename List::element_constraint>;
};

/// What a value of a shape may be, apart from `std::optional`.
template <class T>
concept single_value = shape<T> || any_string<T> || integer<T> || std::same_as<T, bool>;
template <class T>
concept member_value = single_value<T> || pooled_list<T> ||
                       (is_vector<T> && requires { requires single_value<typename T::value_type>; });

/// Whether a shape is read leniently.
template <class Shape>
inline constexpr bool is_open = requires { requires Shape::open; };
/// Whether a shape is a union.
template <class Shape>
inline constexpr bool is_union = requires { requires Shape::one_of; };

/// Whether a member has no value to write: an optional without one, or an empty list.
template <class T>
constexpr bool absent(T const& value) noexcept {
    if constexpr (is_optional<T>)
        return !value.has_value();
    else if constexpr (list_type<T>)
        return value.empty();
    else
        return false;
}

} // namespace lakeproof::detail
