// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/decode_error.hpp>
#include <lakeproof/http/decoded.hpp>
#include <lakeproof/http/binding.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// The HTTP request that carries a CreateCustomLogSource request.
///
/// The transport adds `Host`, `Content-Length` and the signature. Throws `std::bad_alloc` only.
///
/// \code
/// auto const message = lakeproof::http::encode(request);
/// send(message); // POST /v1/datalake/logsources/custom
/// \endcode
[[nodiscard]] inline request_message encode(create_custom_log_source_request const& request) {
    auto const& b = create_custom_log_source;
    return {std::string{b.method},
            std::string{b.target},
            {{"Content-Type", std::string{b.content_type}}},
            json::serialize(request)};
}

/// Reads the HTTP response to a CreateCustomLogSource request: a response, or a `service_error`.
///
/// A status from 200 to 299 is a success, whose body is read as a response, an empty one (also of a
/// 204) as `{}`; if it is none, there is neither a value nor an error, and the report says why. Any
/// other status gives a `service_error`, whatever the body is. Of headers that occur twice the first
/// counts.
///
/// `now` is what the date in a `Retry-After` is counted from. `o.limits` bounds what is read of a
/// body, not what is kept of it. Linear in the message. Throws `std::bad_alloc` only.
/// \code
/// std::vector<lakeproof::http::header> const headers{{"x-amzn-errortype", "ConflictException"}};
/// auto const answer = lakeproof::http::decode_response(409, headers, R"({"message":"exists"})");
/// if (auto const* error = answer.error()) std::cerr << error->message();
/// \endcode
template <header_range Headers>
[[nodiscard]] decoded<create_custom_log_source_response>
decode_response(int status, Headers&& headers, std::string_view body, options const& o = default_options,
                std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
    using result = decoded<create_custom_log_source_response>;
    if (status >= 200 && status < 300)
        return result{json::parse_response(body.empty() ? "{}" : body, o)};
    detail::error_headers found;
    for (auto const& field : headers)
        found.offer(detail::header_name(field), detail::header_value(field));
    return result{detail::decode_error(status, found, body, o.limits, now)};
}

} // namespace lakeproof::http
