// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <string>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// A header field. Names compare without case.
struct header {
    std::string name;
    std::string value;

    friend bool operator==(header const&, header const&) = default;
};

/// What a client hands to its transport, which adds `Host`, `Content-Length` and the signature.
struct request_message {
    std::string method;
    std::string target; ///< the path: origin form
    std::vector<header> headers;
    std::string body;

    friend bool operator==(request_message const&, request_message const&) = default;
};

/// What a server hands to its transport, which adds `Content-Length` and `Date`.
struct response_message {
    int status;
    std::vector<header> headers;
    std::string body;

    friend bool operator==(response_message const&, response_message const&) = default;
};

} // namespace lakeproof::http
