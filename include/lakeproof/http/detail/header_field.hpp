// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <tuple>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

template <class T>
concept string_like = std::convertible_to<T, std::string_view>;

/// A field as Boost.Beast writes one.
template <class T>
concept beast_field = requires(T const& field) {
    { field.name_string() } -> string_like;
    { field.value() } -> string_like;
};
/// A struct like `http::header`.
template <class T>
concept named_field = requires(T const& field) {
    { field.name } -> string_like;
    { field.value } -> string_like;
};
template <class T>
concept pair_field = std::tuple_size<T>::value == 2 && requires(T const& field) {
    { std::get<0>(field) } -> string_like;
    { std::get<1>(field) } -> string_like;
};

template <class Field>
constexpr std::string_view header_name(Field const& field) {
    if constexpr (beast_field<Field>)
        return field.name_string();
    else if constexpr (named_field<Field>)
        return field.name;
    else
        return std::get<0>(field);
}
template <class Field>
constexpr std::string_view header_value(Field const& field) {
    if constexpr (beast_field<Field>)
        return field.value();
    else if constexpr (named_field<Field>)
        return field.value;
    else
        return std::get<1>(field);
}

/// Whether two names are the same but for ASCII case.
constexpr bool same_header_name(std::string_view a, std::string_view b) noexcept {
    auto const fold = [](char c) { return fold_ascii_case(c); };
    return std::ranges::equal(a, b, {}, fold, fold);
}

constexpr std::string_view trimmed(std::string_view s) noexcept {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
    return s;
}

/// A string as the value of a header: a control character is a space (RFC 9110, 5.5), so that none can end the
/// line that it stands in; no space at the ends.
inline std::string sendable(std::string_view s) {
    std::string out{s};
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return std::string{trimmed(out)};
}

} // namespace lakeproof::detail
