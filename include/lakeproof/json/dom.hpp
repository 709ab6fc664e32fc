// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/detail/raise.hpp>
#include <lakeproof/json/detail/dom_reader.hpp>
#include <lakeproof/json/detail/dom_writer.hpp>
#include <lakeproof/json/error.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>
#include <boost/system/system_error.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

template <class T>
inline constexpr bool is_list_of_own = false;
template <class T>
inline constexpr bool is_list_of_own<std::vector<T>> = shape<T> || is_constrained_string<T>;

/// What converts from and to a DOM value: shapes, string types, and optionals and lists of them.
template <class T>
concept convertible = shape<value_type_of<T>> || is_constrained_string<value_type_of<T>> ||
                      pooled_list<value_type_of<T>> || is_list_of_own<T>;

} // namespace detail

namespace json {

/// Checks a DOM value as a document of a shape; agrees with `check` of the same document's text.
///
/// The limits do not apply, a member that a text repeats is here what the DOM kept of it, and an integer of more than
/// 64 bits is the fraction that the DOM made of it.
template <detail::convertible T>
[[nodiscard]] report check_value(boost::json::value const& value, options const& o = default_options) {
    report out;
    detail::document_of<T> document;
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
    detail::read_value(value, document, sink);
    detail::apply_rules<T>(document, sink);
    return out;
}

/// Reads a DOM value into a shape or string type, with all violations; agrees with `parse`.
template <detail::convertible T>
[[nodiscard]] outcome<T> from_value(boost::json::value const& value, options const& o = default_options) {
    outcome<T> result;
    detail::document_of<T> document;
    auto sink = detail::sink_access::make(o, result.report(), detail::sink_mode::build);
    detail::read_value(value, document, sink);
    detail::apply_rules<T>(document, sink);
    if (result.report().ok())
        result.emplace([&] { return detail::build<T>(document); });
    return result;
}

/// What Boost.JSON's conversions call; found by argument-dependent look-up for types in `lakeproof`.
/// A namespace with shapes of its own says `using lakeproof::json::tag_invoke;`.
template <detail::convertible T>
void tag_invoke(boost::json::value_from_tag const&, boost::json::value& out, T const& value) {
    if constexpr (detail::is_optional<T>)
        if (!value) return out.emplace_null();
    detail::dom_writer writer{out};
    detail::walk(value, detail::nodes_of<T>[0], writer);
}

template <detail::convertible T>
boost::json::result<T> tag_invoke(boost::json::try_value_to_tag<T> const&,
                                  boost::json::value const& value) {
    if constexpr (detail::is_optional<T>) {
        if (value.is_null()) return T{};
    }
    auto result = from_value<T>(value);
    if (result) return *std::move(result);
    std::size_t first = 0; // no error is pushed out of a report
    while (result.report()[first].severity() != severity::error) ++first;
    return make_error_code(result.report()[first].info());
}

template <detail::convertible T>
T tag_invoke(boost::json::value_to_tag<T> const&, boost::json::value const& value) {
    auto result = tag_invoke(boost::json::try_value_to_tag<T>{}, value);
    if (!result) detail::raise<boost::system::system_error>(result.error());
    return *std::move(result);
}

} // namespace json

using json::tag_invoke;
namespace ocsf {
using json::tag_invoke;
} // namespace ocsf
} // namespace lakeproof
