// SPDX-License-Identifier: BSL-1.0
// Reads an HTTP request from standard input, as a client sent it, and prints which operation it is for. Exits with 0
// if `decode_request` takes it, and `encode` of what it holds has the same method, the same target and the same body,
// as a JSON value; else says why not.

#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/json/parse.hpp>

#include <exception>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace {

namespace beast_http = boost::beast::http;
namespace http = lakeproof::http;
namespace ops = lakeproof::operations;

using request = beast_http::request<beast_http::string_body>;

template <class Op>
constexpr std::string_view name = std::is_same_v<Op, ops::create_custom_log_source>   ? "CreateCustomLogSource"
                                  : std::is_same_v<Op, ops::delete_custom_log_source> ? "DeleteCustomLogSource"
                                                                                      : "ListLogSources";

/// A body as a value; none is null.
boost::json::value json_of(std::string_view body) {
    return body.empty() ? boost::json::value{} : boost::json::parse(body);
}

template <class Op>
bool same(request const& sent) {
    auto const decoded = http::decode_request<Op>(sent, {.regions = {lakeproof::regions::us_east_1}});
    for (auto const& violation : decoded.report()) std::cerr << violation << '\n';
    if (!decoded) {
        std::cerr << decoded.error()->message() << '\n';
        return false;
    }
    auto const ours = http::encode<Op>(*decoded);
    if (sent.method_string() == ours.method && sent.target() == ours.target &&
        json_of(sent.body()) == json_of(ours.body)) {
        std::cout << name<Op> << '\n';
        return true;
    }
    std::cerr << "sent: " << sent.method_string() << ' ' << sent.target() << ' ' << sent.body()
              << "\nours: " << ours.method << ' ' << ours.target << ' ' << ours.body << '\n';
    return false;
}

} // namespace

int main() try {
    std::string const sent{std::istreambuf_iterator<char>{std::cin}, {}};
    beast_http::request_parser<beast_http::string_body> parser;
    parser.eager(true);
    boost::system::error_code error;
    auto const used = parser.put(boost::asio::buffer(sent), error);
    if (error || !parser.is_done() || used != sent.size()) {
        std::cerr << "not one HTTP request: " << error.message() << '\n';
        return 1;
    }

    auto const& message = parser.get();
    auto const found =
        http::find_operation<ops::create_custom_log_source, ops::delete_custom_log_source, ops::list_log_sources>(
            message.method_string(), message.target());
    if (!found) {
        std::cerr << "no operation is " << message.method_string() << ' ' << message.target() << '\n';
        return 1;
    }
    return std::visit([&]<class Op>(Op) { return same<Op>(message); }, *found) ? 0 : 1;
} catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
