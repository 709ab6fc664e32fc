// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "session.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <cstdint>
#include <unordered_set>

/// Accepts connections on one endpoint, and serves each until it ends.
///
/// All connections live on the one thread that runs the `io_context`, so nothing here is locked.
class server {
public:
    /// Listens; throws `std::runtime_error` where it cannot.
    server(boost::asio::io_context&, boost::asio::ip::tcp::endpoint const&,
           std::size_t most_connections, session_limits const&, answerer);

    [[nodiscard]] boost::asio::ip::tcp::endpoint endpoint() const;

    /// Takes no more connections or requests. The `io_context` runs out of work when the last
    /// answer under way is out, at most two time-outs later.
    void stop();

private:
    boost::asio::awaitable<void> accept();
    boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket);

    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer room_; ///< expires never; its wait ends when a connection does
    std::size_t most_connections_;
    session_limits limits_;
    answerer answer_;
    std::unordered_set<session*> sessions_;
};
