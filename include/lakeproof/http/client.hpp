// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/decode_error.hpp>
#include <lakeproof/http/detail/media_type.hpp>
#include <lakeproof/http/detail/uri_writer.hpp>
#include <lakeproof/http/decoded.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/model/operations.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// The HTTP request that carries an operation's input.
///
/// What the binding has in the URI is percent-encoded: all but letters, digits and `-._~`, so that a slash is `%2F` and
/// a space `%20`. Absent members and empty lists are not in the query. The other members are the body; where the input
/// has no others, there is neither a body nor a Content-Type. The transport adds `Host`, `Content-Length` and the
/// signature. A binding that does not fit the input does not compile, nor does an operation whose input and output are
/// one type: that might as well be a response. Linear in the input. Throws `std::bad_alloc` only.
/// \code
/// using op = lakeproof::operations::delete_custom_log_source;
/// auto const message = lakeproof::http::encode<op>({.source_name = "acme:edr"});
/// send(message); // DELETE /v1/datalake/logsources/custom/acme%3Aedr
/// \endcode
template <operation Op>
requires detail::input_and_output_are_two_types<Op>
[[nodiscard]] request_message encode(typename Op::input const& input) {
    request_message m{std::string{Op::binding.method}, detail::target_of<Op>(input), {}, {}};
    if constexpr (detail::has_body<Op>) {
        m.headers.push_back({"Content-Type", std::string{detail::json_media_type}});
        m.body = detail::body_of<Op>(input);
    }
    return m;
}

/// The HTTP request that carries a CreateCustomLogSource request.
/// \code
/// auto const message = lakeproof::http::encode(request);
/// send(message); // POST /v1/datalake/logsources/custom
/// \endcode
[[nodiscard]] inline request_message encode(create_custom_log_source_request const& request) {
    return encode<operations::create_custom_log_source>(request);
}

/// Reads the HTTP response to an operation's request: its output, or a `service_error`.
///
/// A status from 200 to 299 is a success, whose body is read as the output; if it is none, there is
/// neither a value nor an error, and the report says why. An empty body (also of a 204) is read as `{}`.
/// Any other status gives a `service_error`, whatever the body is. Of headers that occur twice the first counts.
///
/// `now` is what the date in a `Retry-After` is counted from. `o.limits` bounds what is read of a
/// body, not what is kept of it. Linear in the message. Throws `std::bad_alloc` only.
/// \code
/// std::vector<lakeproof::http::header> const headers{{"content-type", "application/json"}};
/// auto const page = lakeproof::http::decode_response<lakeproof::operations::list_log_sources>(200, headers, text);
/// if (page) for (auto const& found : page->sources) use(found.account);
/// \endcode
template <operation Op, header_range Headers>
[[nodiscard]] decoded<typename Op::output>
decode_response(int status, Headers&& headers, std::string_view body, options const& o = default_options,
                std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
    using output = typename Op::output;
    using result = decoded<output>;
    if (status >= 200 && status < 300) return result{json::parse<output>(body.empty() ? "{}" : body, o)};
    detail::error_headers found;
    for (auto const& field : headers)
        found.offer(detail::header_name(field), detail::header_value(field));
    return result{detail::decode_error(status, found, body, o.limits, now)};
}

/// Reads the HTTP response to a CreateCustomLogSource request.
/// \code
/// std::vector<lakeproof::http::header> const headers{{"x-amzn-errortype", "ConflictException"}};
/// auto const answer = lakeproof::http::decode_response(409, headers, R"({"message":"exists"})");
/// if (auto const* error = answer.error()) std::cerr << error->message();
/// \endcode
template <header_range Headers>
[[nodiscard]] decoded<create_custom_log_source_response>
decode_response(int status, Headers&& headers, std::string_view body, options const& o = default_options,
                std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
    return decode_response<operations::create_custom_log_source>(status, headers, body, o, now);
}

} // namespace lakeproof::http
