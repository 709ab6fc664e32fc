// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/header_field.hpp>
#include <lakeproof/version.hpp>

#include <iterator>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// An element of a range of headers: a pair or another tuple of two, an `http::header` or another struct with
/// `name` and `value`, or a field of Boost.Beast; all as what converts to a string view.
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
