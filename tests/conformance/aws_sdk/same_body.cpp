// SPDX-License-Identifier: BSL-1.0
// Reads an HTTP request from standard input, as a client sent it. Exits with 0 if `decode_request`
// takes it, and `encode` of what it holds has the same body, as a JSON value; else says why not.

#include <lakeproof/http/beast.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/json/parse.hpp>

#include <exception>
#include <iostream>
#include <iterator>
#include <string>

int main() try {
    namespace http = boost::beast::http;
    std::string const sent{std::istreambuf_iterator<char>{std::cin}, {}};

    http::request_parser<http::string_body> parser;
    parser.eager(true);
    boost::system::error_code error;
    auto const used = parser.put(boost::asio::buffer(sent), error);
    if (error || !parser.is_done() || used != sent.size()) {
        std::cerr << "not one HTTP request: " << error.message() << '\n';
        return 1;
    }

    auto const& message = parser.get();
    auto const decoded =
        lakeproof::http::decode_request(message, {.regions = {lakeproof::regions::us_east_1}});
    for (auto const& violation : decoded.report()) std::cerr << violation << '\n';
    if (!decoded) {
        std::cerr << decoded.error()->message() << '\n';
        return 1;
    }
    auto const ours = lakeproof::http::encode(*decoded).body;
    if (boost::json::parse(message.body()) == boost::json::parse(ours)) return 0;
    std::cerr << "sent: " << message.body() << "\nours: " << ours << '\n';
    return 1;
} catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
