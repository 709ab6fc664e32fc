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
/// output should be two types, even if their members are the same: `http::encode` tells a request from a response by
/// them.
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
                    std::same_as<std::remove_cvref_t<decltype(T::binding)>, http_binding>;

namespace detail {

/// What `http::encode` needs to know whether a request or a response is meant.
template <class Op>
concept input_and_output_are_two_types = !std::same_as<typename Op::input, typename Op::output>;

} // namespace detail

} // namespace lakeproof
