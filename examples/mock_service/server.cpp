// SPDX-License-Identifier: BSL-1.0
#include "server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

tcp::acceptor listen(asio::io_context& network, tcp::endpoint const& at) {
    try {
        return {network, at};
    } catch (boost::system::system_error const& e) {
        std::ostringstream message;
        message << "cannot listen on " << at << ": " << e.code().message();
        throw std::runtime_error{message.str()};
    }
}

} // namespace

server::server(asio::io_context& network, tcp::endpoint const& at, std::size_t most_connections,
               session_limits const& limits, answerer answer)
    : acceptor_{listen(network, at)}, room_{network},
      most_connections_{most_connections}, limits_{limits}, answer_{std::move(answer)} {
    asio::co_spawn(network, accept(), asio::detached);
}

tcp::endpoint server::endpoint() const { return acceptor_.local_endpoint(); }

void server::stop() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    room_.cancel();
    for (auto* const each : sessions_) each->stop();
}

asio::awaitable<void> server::accept() {
    using namespace std::chrono_literals;
    while (acceptor_.is_open()) {
        boost::system::error_code error;
        if (sessions_.size() >= most_connections_) {
            // The kernel keeps who comes now waiting, and no time-out of ours runs for them.
            room_.expires_at(asio::steady_timer::time_point::max());
            co_await room_.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        auto socket =
            co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!error) {
            asio::co_spawn(acceptor_.get_executor(), serve(std::move(socket)), asio::detached);
        } else if (acceptor_.is_open()) {
            room_.expires_after(100ms); // too many open files, say: that may pass
            co_await room_.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
    }
}

asio::awaitable<void> server::serve(tcp::socket socket) {
    session served{std::move(socket), limits_, answer_};
    struct registration {
        server& in;
        session* which;
        registration(server& s, session* each) : in{s}, which{each} { in.sessions_.insert(each); }
        ~registration() {
            in.sessions_.erase(which);
            in.room_.cancel();
        }
    } const registered{*this, &served};
    if (!acceptor_.is_open()) served.stop(); // `stop` came before this connection was known
    co_await served.run();
}
