// SPDX-License-Identifier: BSL-1.0
// A connector's life with Security Lake, over Boost.Beast: makes sure of its source, and removes it again.
//
//     example_connector ADDRESS PORT

#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace lp = lakeproof;
namespace http = lakeproof::http;
namespace ops = lakeproof::operations;
using std::chrono::steady_clock;

constexpr auto request = lp::proved(lp::create_custom_log_source_request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
                      .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .event_classes = {"NETWORK_ACTIVITY"},
    .source_name = "acme-edr",
    .source_version = lp::source_version{"1.0"}});

class security_lake {
public:
    explicit security_lake(asio::ip::tcp::endpoint const& at) { stream_.connect(at); }

    /// What the service answers to one request. A request to AWS is signed before it is written, and goes over TLS.
    template <class Op>
    http::decoded<typename Op::output> ask(typename Op::input const& input) {
        auto message = http::to_beast(http::encode<Op>(input));
        message.set(beast::http::field::host, "securitylake.us-east-1.amazonaws.com");
        beast::http::write(stream_, message);
        beast::http::response<beast::http::string_body> answer;
        beast::http::read(stream_, buffer_, answer);
        return http::decode_response<Op>(answer);
    }

    /// Asks until it is answered, or the advice is to give up. Before another try, `done` may find that none is needed.
    template <class Op, class Done>
    std::optional<typename Op::output> insist(typename Op::input const& input, Done done) {
        auto const start = steady_clock::now();
        for (std::chrono::milliseconds backoff{100};; backoff *= 2) {
            auto const got = ask<Op>(input);
            if (got) return *got;
            auto const* const error = got.error();
            if (error == nullptr) throw std::runtime_error{"a success whose body is no response"};
            auto const advice = http::advise(*error, Op{}, backoff);
            std::clog << error->name << ": " << advice.reason << '\n';
            if (done(advice.step)) return std::nullopt;
            auto const spent = steady_clock::now() - start;
            if (advice.how == http::retry::never || spent > advice.in_all.value_or(std::chrono::minutes{1}))
                throw std::runtime_error{error->name + ": " + std::string{error->message()}};
            std::this_thread::sleep_for(advice.after);
        }
    }

    bool lists(std::string_view name) {
        ops::list_log_sources::input page{.max_results = 100};
        do {
            auto const got = *insist<ops::list_log_sources>(page, [](http::next_step) { return false; });
            for (auto const& group : got.sources)
                for (auto const& source : group.sources)
                    if (source.custom_log_source && source.custom_log_source->source_name == name) return true;
            page.next_token = got.next_token ? lp::next_token::from(*got.next_token) : std::nullopt;
        } while (page.next_token);
        return false;
    }

    void create() {
        auto const there = [this](http::next_step step) {
            return step == http::next_step::list_sources && lists(request.source_name);
        };
        auto const made = insist<ops::create_custom_log_source>(request, there);
        std::cout << (made ? "created" : "it is there already") << '\n';
    }
    void remove() {
        auto const gone = [](http::next_step step) { return step == http::next_step::none; };
        auto const removed = insist<ops::delete_custom_log_source>({.source_name = request.source_name}, gone);
        std::cout << (removed ? "deleted" : "it is gone already") << '\n';
    }
    void show() { std::cout << (lists(request.source_name) ? "listed" : "not listed") << '\n'; }

private:
    asio::io_context context_;
    beast::tcp_stream stream_{context_};
    beast::flat_buffer buffer_;
};

int main(int argc, char** argv) try {
    if (argc != 3) throw std::runtime_error{"usage: example_connector ADDRESS PORT"};
    auto const port = static_cast<unsigned short>(std::stoi(argv[2]));
    security_lake lake{{asio::ip::make_address(argv[1]), port}};
    lake.create();
    lake.show();
    lake.create();
    lake.remove();
    lake.show();
    lake.remove();
} catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
