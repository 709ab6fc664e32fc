// SPDX-License-Identifier: BSL-1.0
#include "session.hpp"

#include "header_check.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <utility>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

} // namespace

session::session(asio::ip::tcp::socket socket, session_limits const& limits, answerer const& answer)
    : stream_{std::move(socket)}, buffer_{limits.header_bytes}, limits_{limits}, answer_{answer} {}

void session::stop() {
    stopping_ = true;
    if (idle_) stream_.cancel();
}

asio::awaitable<void> session::run() {
    // Each co_await is a statement of its own: g++ 12 runs one on the right side of && or ||
    // whatever the left side says.
    auto then = next::request;
    while (then == next::request) {
        bool const begun = co_await wait_for_request();
        if (!begun) break;
        then = co_await exchange();
    }
    error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    if (then == next::drain) co_await drain();
}

/// Waits until the first bytes of a request are there; false if none will come.
asio::awaitable<bool> session::wait_for_request() {
    error_code error;
    stream_.expires_after(limits_.timeout);
    while (!error && !stopping_) {
        skip_empty_lines();
        // What is there already: the client did not wait for our answer.
        if (buffer_.size() > 0 && first_bytes() != "\r") co_return true;
        idle_ = true;
        auto const read = co_await stream_.async_read_some(buffer_.prepare(4096), into(error));
        idle_ = false;
        buffer_.commit(read);
    }
    co_return false;
}

/// Clients may send an empty line after a body, and servers should not mind (RFC 9112, 2.2).
void session::skip_empty_lines() {
    while (first_bytes() == "\r\n") buffer_.consume(2);
}

std::string_view session::first_bytes() const {
    auto const bytes = buffer_.cdata();
    return {static_cast<char const*>(bytes.data()), std::min<std::size_t>(bytes.size(), 2)};
}

/// Reads one request and answers it. Each of the three parts has a time-out for the whole of it,
/// which a byte now and then does not extend.
asio::awaitable<session::next> session::exchange() {
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser.body_limit(limits_.body_bytes);
    error_code error;
    stream_.expires_after(limits_.timeout);
    co_await http::async_read_header(stream_, buffer_, parser, into(error));
    if (error) co_return co_await refuse(error);
    // From here on the parser's own fields get the trailers, which are no headers.
    http_request request{std::move(parser.get().base())};
    if (auto const found = check_header(request))
        co_return co_await refuse(found->status, found->why);
    bool const waiting = request.version() >= 11 && request.count(http::field::expect) > 0 &&
                         !parser.is_done() && buffer_.size() == 0;
    if (waiting) {
        http::response<http::empty_body> const go_on{http::status::continue_, 11};
        co_await http::async_write(stream_, go_on, into(error));
        if (error) co_return next::end;
    }
    stream_.expires_after(limits_.timeout);
    // Not eager: each call takes one part of a chunk at most, so that none gets far over the limit.
    std::size_t taken = 0;
    while (!parser.is_done()) {
        taken += co_await http::async_read_some(stream_, buffer_, parser, into(error));
        // Sizes of chunks, their extensions and trailers together may be as long as a header;
        // Boost.Beast has no limit for them, but that one line of them must fit the buffer.
        if (error == http::error::buffer_overflow ||
            taken - parser.get().body().size() > limits_.header_bytes)
            co_return co_await refuse(
                http::status::request_header_fields_too_large,
                "The sizes of the chunks, their extensions and the trailers are too long");
        if (error) co_return co_await refuse(error);
    }
    request.body() = std::move(parser.get().body());

    auto answering = answer_.to_request(request);
    auto response = co_await std::move(answering);
    response.version(request.version());
    response.keep_alive(request.keep_alive() && !stopping_);
    response.prepare_payload();
    if (request.method() == http::verb::head) response.body().clear(); // its length stays told
    bool const last = response.need_eof() || !response.keep_alive();
    bool const written = co_await write(std::move(response));
    co_return written && !last ? next::request : next::end;
}

/// Answers what is no request, where there is somebody left to read the answer.
asio::awaitable<session::next> session::refuse(error_code why) {
    auto status = http::status::bad_request;
    if (why == http::error::body_limit)
        status = http::status::payload_too_large;
    else if (why == http::error::header_limit || why == http::error::buffer_overflow)
        status = http::status::request_header_fields_too_large;
    else if (why.category() != make_error_code(http::error::bad_method).category())
        co_return next::end; // the connection broke, or the client was too slow
    auto const text = why.message();
    auto const then = co_await refuse(status, text);
    co_return why == http::error::partial_message ? next::end : then; // the client sends no more
}

/// Answers what cannot be served, and is the last on its connection: where the next request would
/// begin is not known.
asio::awaitable<session::next> session::refuse(http::status status, std::string_view why) {
    auto response = answer_.to_garbage(status, why);
    response.keep_alive(false);
    response.prepare_payload();
    co_return co_await write(std::move(response)) ? next::drain : next::end;
}

asio::awaitable<bool> session::write(http_response response) {
    error_code error;
    stream_.expires_after(limits_.timeout);
    co_await http::async_write(stream_, response, into(error));
    co_return !error;
}

/// Takes what the client still sends, for a moment: closing a socket that has unread bytes resets
/// the connection, and the client might never see the answer.
asio::awaitable<void> session::drain() {
    error_code error;
    stream_.expires_after(std::min(limits_.timeout, std::chrono::seconds{2}));
    buffer_.clear();
    while (!error && !stopping_)
        co_await stream_.async_read_some(buffer_.prepare(4096), into(error));
}
