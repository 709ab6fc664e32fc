// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http {

namespace detail {

template <class T>
concept text = std::convertible_to<T, std::string_view>;

/// A field as Boost.Beast writes one.
template <class T>
concept beast_field = requires(T const& field) {
    { field.name_string() } -> text;
    { field.value() } -> text;
};
/// A struct like `http::header`.
template <class T>
concept named_field = requires(T const& field) {
    { field.name } -> text;
    { field.value } -> text;
};
template <class T>
concept pair_field = std::tuple_size<T>::value == 2 && requires(T const& field) {
    { std::get<0>(field) } -> text;
    { std::get<1>(field) } -> text;
};

template <class Field>
constexpr std::string_view name_of(Field const& field) {
    if constexpr (beast_field<Field>)
        return field.name_string();
    else if constexpr (named_field<Field>)
        return field.name;
    else
        return std::get<0>(field);
}
template <class Field>
constexpr std::string_view value_of(Field const& field) {
    if constexpr (beast_field<Field>)
        return field.value();
    else if constexpr (named_field<Field>)
        return field.value;
    else
        return std::get<1>(field);
}

/// Whether two names are the same but for ASCII case.
constexpr bool same_name(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lakeproof::detail::fold_ascii_case(a[i]) != lakeproof::detail::fold_ascii_case(b[i]))
            return false;
    return true;
}

constexpr std::string_view trimmed(std::string_view s) noexcept {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
    return s;
}

/// A text as the value of a header: a control character is a space (RFC 9110, 5.5), so that no text
/// can end the line that it stands in; no space at the ends.
inline std::string header_text(std::string_view s) {
    std::string out{s};
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return std::string{trimmed(out)};
}

/// Keeps the value of the first header of its name.
class first_value {
public:
    explicit first_value(std::string_view name) noexcept : name_{name} {}

    void offer(std::string_view name, std::string_view value) {
        if (!value_ && same_name(name, name_)) value_ = header_text(value);
    }
    /// The value; empty where there was no such header.
    [[nodiscard]] std::string_view view() const noexcept {
        return value_ ? std::string_view{*value_} : std::string_view{};
    }

private:
    std::string_view name_;
    std::optional<std::string> value_{};
};

} // namespace detail

/// An element of a range of headers: a pair or another tuple of two, an `http::header` or another
/// struct with `name` and `value`, or a field of Boost.Beast; all as what converts to a string
/// view.
template <class T>
concept header_field = detail::beast_field<T> || detail::named_field<T> || detail::pair_field<T>;

/// Headers as a user of the library has them: any range of fields, read once from front to back.
///
/// A `std::vector<http::header>`, a `std::multimap<std::string, std::string>`, an array of pairs of
/// string views, a view, Boost.Beast's `fields` and messages.
/// \code
/// static_assert(lakeproof::http::header_range<std::vector<lakeproof::http::header>>);
/// static_assert(lakeproof::http::header_range<std::pair<char const*, char const*>[3]>);
/// \endcode
template <class T>
concept header_range = requires(T& headers) {
    std::begin(headers) != std::end(headers);
    requires header_field<std::remove_cvref_t<decltype(*std::begin(headers))>>;
};

} // namespace lakeproof::http
