// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/model/http_binding.hpp>
#include <lakeproof/model/shape.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

/// An operation of a service: a struct that names its input, its output and how they travel over HTTP.
///
/// Reading, writing, checking, encoding and decoding follow from these and from the tables of the two shapes. Input and
/// output are two types, even if their members are the same, as in Smithy's models: `http::encode` tells a request from
/// a response by them.
/// \code
/// struct get_source {
///     struct input {
///         lakeproof::source_name name;
///         std::optional<bool> details{};
///         static constexpr auto members = lakeproof::member_table(
///             lakeproof::member{"name", &input::name}, lakeproof::member{"details", &input::details});
///     };
///     using output = lakeproof::create_custom_log_source_response;
///     static constexpr lakeproof::http_binding binding{"GET", "/sources/{name}{?details}"};
/// };
/// static_assert(lakeproof::operation<get_source>);
/// \endcode
template <class T>
concept operation = shape<typename T::input> && shape<typename T::output> &&
                    !std::same_as<typename T::input, typename T::output> &&
                    std::same_as<std::remove_cvref_t<decltype(T::binding)>, http_binding>;

} // namespace lakeproof
