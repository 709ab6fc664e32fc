// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "faults.hpp"
#include "mock_endpoints.hpp"
#include "operations.hpp"
#include "request_log.hpp"
#include "session.hpp"

#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/uuid/random_generator.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

/// What a service is told once and for all.
struct service_options {
    std::size_t body_bytes;
    lakeproof::http::refusal_options refusals;
    bool mock_endpoints; ///< whether there are any
};

/// Finds the operation that a request is for, and the Region; has it performed, and answers.
///
/// On the network's thread: only the work of a store is another's. Each answer has a request id, and a
/// line on standard error that is printable ASCII whatever was asked.
class service {
public:
    service(surroundings&, fault_queue&, request_log&, service_options const&);

    /// Does not throw.
    [[nodiscard]] boost::asio::awaitable<http_response> answer(http_request const&);
    /// The answer to what is no HTTP request, or over a limit.
    [[nodiscard]] http_response refuse(boost::beast::http::status, std::string_view why);

private:
    using reply = lakeproof::http::response_message;

    boost::asio::awaitable<reply> decide(http_request const&, log_entry&);
    template <class Op>
    boost::asio::awaitable<reply> serve(http_request const&, log_entry&);
    template <class Op>
    boost::asio::awaitable<reply> serve_test(http_request const&, log_entry&);
    reply serve_none(http_request const&, log_entry&) const;
    std::optional<lakeproof::http::service_error>
    injection(http_request const&, std::string_view operation, std::string_view name);
    http_response finish(reply, log_entry&);

    surroundings& around_;
    fault_queue& faults_;
    request_log& log_;
    service_options options_;
    mock_endpoints tests_;
    boost::uuids::random_generator make_id_{};
};
