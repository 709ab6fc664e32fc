// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>

using http_request = boost::beast::http::request<boost::beast::http::string_body>;
using http_response = boost::beast::http::response<boost::beast::http::string_body>;

/// What one connection may take.
struct session_limits {
    std::chrono::seconds timeout{30}; ///< for a request to begin, to arrive, and to be answered
    /// Of the header (a signature with a session token takes about 3 KB), and once more of what is
    /// not the body between its chunks and behind them.
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
};

/// Works answers out: to a request, and to what could not be read as one. They do not throw.
struct answerer {
    std::function<boost::asio::awaitable<http_response>(http_request const&)> to_request;
    std::function<http_response(boost::beast::http::status, std::string_view why)> to_garbage;
};

/// One connection: requests, one after the other, each with its answer. What it holds in memory is
/// bounded by its limits, whatever the client sends.
class session {
public:
    session(boost::asio::ip::tcp::socket, session_limits const&, answerer const&);

    /// Serves until the client is done, breaks the protocol, is too slow, or `stop` is called.
    boost::asio::awaitable<void> run();

    /// Ends the connection after the answer under way, or at once where no request has begun.
    void stop();

private:
    enum class next { request, end, drain };

    boost::asio::awaitable<bool> wait_for_request();
    void skip_empty_lines();
    std::string_view first_bytes() const; ///< at most two
    boost::asio::awaitable<next> exchange();
    boost::asio::awaitable<next> refuse(boost::system::error_code);
    boost::asio::awaitable<next> refuse(boost::beast::http::status, std::string_view why);
    boost::asio::awaitable<bool> write(http_response);
    boost::asio::awaitable<void> drain();

    boost::beast::tcp_stream stream_;
    /// Holds what is read too much, the next requests' first part; never more than a header may have.
    boost::beast::flat_buffer buffer_;
    session_limits limits_;
    answerer const& answer_;
    bool idle_ = false;
    bool stopping_ = false;
};
