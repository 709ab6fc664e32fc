// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/client.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/server.hpp>
#include <lakeproof/version.hpp>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// An HTTP/1.1 request for Boost.Beast to write, with its `Content-Length`. `Host` and the
/// signature are the caller's. Throws what Boost.Beast does: `std::length_error` for a header over
/// 64 KiB.
/// \code
/// auto message = lakeproof::http::to_beast(lakeproof::http::encode(request));
/// message.set(boost::beast::http::field::host, "securitylake.us-east-1.amazonaws.com");
/// \endcode
[[nodiscard]] inline boost::beast::http::request<boost::beast::http::string_body>
to_beast(request_message m) {
    boost::beast::http::request<boost::beast::http::string_body> out;
    out.version(11);
    out.method_string(m.method);
    out.target(m.target);
    for (auto const& h : m.headers) out.insert(h.name, h.value);
    out.body() = std::move(m.body);
    out.prepare_payload();
    return out;
}

/// An HTTP/1.1 response for Boost.Beast to write, with its `Content-Length`.
///
/// What Boost.Beast refuses, and a peer may have sent, is cut: a header's value to 65,533 bytes, the
/// body of a status that has none (1xx, 204, 304) to nothing. So `to_beast(encode(error))` throws
/// `std::bad_alloc` only, whatever was decoded.
/// \code
/// auto message = lakeproof::http::to_beast(lakeproof::http::encode(response));
/// \endcode
[[nodiscard]] inline boost::beast::http::response<boost::beast::http::string_body>
to_beast(response_message m) {
    boost::beast::http::response<boost::beast::http::string_body> out;
    out.version(11);
    out.result(static_cast<unsigned>(m.status));
    constexpr std::size_t longest_value = 65'533; // of boost::beast::http::fields
    for (auto const& h : m.headers)
        out.insert(h.name, std::string_view{h.value}.substr(0, longest_value));
    bool const bodiless = m.status / 100 == 1 || m.status == 204 || m.status == 304;
    if (!bodiless) out.body() = std::move(m.body);
    out.prepare_payload();
    return out;
}

/// `decode_request` of an operation, of a message that Boost.Beast has read.
/// \code
/// boost::beast::http::request<boost::beast::http::string_body> message;
/// auto const got = lakeproof::http::decode_request<lakeproof::operations::list_log_sources>(message);
/// \endcode
template <operation Op, class Body, class Fields>
requires std::convertible_to<typename Body::value_type, std::string_view>
[[nodiscard]] decoded<typename Op::input> decode_request(boost::beast::http::request<Body, Fields> const& m,
                                                         options const& o = default_options) {
    return decode_request<Op>(m.method_string(), m.target(), m.base(), m.body(), o);
}

/// `decode_request` of a message that Boost.Beast has read.
/// \code
/// boost::beast::http::request<boost::beast::http::string_body> message;
/// auto const got = lakeproof::http::decode_request(message);
/// \endcode
template <class Body, class Fields>
requires std::convertible_to<typename Body::value_type, std::string_view>
[[nodiscard]] decoded<create_custom_log_source_request>
decode_request(boost::beast::http::request<Body, Fields> const& m,
               options const& o = default_options, refusal_options const& refusals = {}) {
    return decode_request(m.method_string(), m.target(), m.base(), m.body(), o, refusals);
}

/// `decode_response` of an operation, of a message that Boost.Beast has read.
/// \code
/// boost::beast::http::response<boost::beast::http::string_body> message;
/// auto const page = lakeproof::http::decode_response<lakeproof::operations::list_log_sources>(message);
/// \endcode
template <operation Op, class Body, class Fields>
requires std::convertible_to<typename Body::value_type, std::string_view>
[[nodiscard]] decoded<typename Op::output>
decode_response(boost::beast::http::response<Body, Fields> const& m, options const& o = default_options,
                std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
    return decode_response<Op>(static_cast<int>(m.result_int()), m.base(), m.body(), o, now);
}

/// `decode_response` of a message that Boost.Beast has read.
/// \code
/// boost::beast::http::response<boost::beast::http::string_body> message;
/// auto const answer = lakeproof::http::decode_response(message);
/// \endcode
template <class Body, class Fields>
requires std::convertible_to<typename Body::value_type, std::string_view>
[[nodiscard]] decoded<create_custom_log_source_response>
decode_response(boost::beast::http::response<Body, Fields> const& m,
                options const& o = default_options,
                std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
    return decode_response(static_cast<int>(m.result_int()), m.base(), m.body(), o, now);
}

} // namespace lakeproof::inline LAKEPROOF_ABI::http
