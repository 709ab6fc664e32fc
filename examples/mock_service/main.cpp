// SPDX-License-Identifier: BSL-1.0
#include "faults.hpp"
#include "lake.hpp"
#include "options.hpp"
#include "request_log.hpp"
#include "server.hpp"
#include "service.hpp"
#include "store_thread.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>

namespace asio = boost::asio;

namespace {

std::string token_key(std::string const& file) { return source_store{file}.token_key(); }

void run(mock_options const& options) {
    session_limits const limits{.timeout = options.timeout};
    request_log log{options.log};
    fault_queue faults{options.faults};
    asio::io_context network{1};
    // The stores' threads hand their results back to the network, and so end before it.
    store_thread changes{options.store}, reads{options.store};
    lake state{options.regions, options.settings};
    surroundings around{state, changes, reads, listing_tokens{token_key(options.store)}};
    service answers{around,
                    faults,
                    log,
                    {.body_bytes = limits.body_bytes,
                     .refusals = options.refusals,
                     .mock_endpoints = options.mock_endpoints}};

    asio::signal_set signals{network, SIGTERM, SIGINT};
    server serving{
        network,
        options.listen,
        options.connections,
        limits,
        {.to_request = [&](auto const& request) { return answers.answer(request); },
         .to_garbage = [&](auto status,
                           std::string_view why) { return answers.refuse(status, why); }}};
    signals.async_wait([&](auto error, int) {
        if (error) return;
        // What sends one signal may send two (timeout(1) does), and the second must not end the
        // process before the last answers are out. Without `clear`, the set's destructor would
        // bring the default action back.
        signals.clear();
        for (int const which : {SIGTERM, SIGINT}) std::signal(which, SIG_IGN);
        serving.stop();
    });
    // Who started this waits for the line, and may connect when it is there.
    std::cout << "listening on " << serving.endpoint() << std::endl;
    network.run();
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN); // a log that nobody reads is no reason to stop
    try {
        auto const parsed = parse_command_line(argc, argv);
        if (auto const* const text = std::get_if<std::string>(&parsed)) {
            std::cout << *text;
            return 0;
        }
        run(std::get<mock_options>(parsed));
        return 0;
    } catch (usage_error const& e) {
        std::cerr << "mock_service: " << e.what()
                  << " (mock_service --help shows how it is used)\n";
    } catch (std::exception const& e) {
        std::cerr << "mock_service: " << e.what() << '\n';
    }
    return 2;
}
