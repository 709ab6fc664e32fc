// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/status.hpp>

#include <optional>
#include <string_view>

/// Why a request is refused before its body is read.
struct refusal {
    boost::beast::http::status status;
    std::string_view why;
};

/// What RFC 9110 and RFC 9112 tell a server to refuse in a header, and Boost.Beast lets through.
///
/// Foremost a `Transfer-Encoding` other than `chunked`: Boost.Beast takes such a request for one
/// without a body, and would read the body as the next request. Where a message ends is then not
/// known, so the connection must end with the answer.
[[nodiscard]] std::optional<refusal>
check_header(boost::beast::http::request_header<boost::beast::http::fields> const&);
