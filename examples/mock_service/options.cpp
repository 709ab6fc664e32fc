// SPDX-License-Identifier: BSL-1.0
#include "options.hpp"

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/check/printable.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string_view>

namespace {

[[noreturn]] void refuse(std::string_view flag, std::string_view value, std::string_view why) {
    std::string message{flag};
    lakeproof::append_quoted(message += ' ', value);
    throw usage_error{message.append(" ").append(why)};
}

lakeproof::region parse_region(std::string const& code) {
    auto const region = lakeproof::region::from(code);
    if (!region) refuse("--region", code, "is not the code of a Region (for example us-east-1)");
    if (!partition_of(*region))
        refuse("--region", code, "is in no known partition, and ARNs there have no known form");
    return *region;
}

boost::asio::ip::address parse_address(std::string const& text) {
    boost::system::error_code error;
    auto const address = boost::asio::ip::make_address(text, error);
    if (error) refuse("--address", text, "is not an IP address");
    return address;
}

std::vector<fault> parse_faults(std::vector<std::string> const& texts) {
    std::vector<fault> faults;
    for (auto const& text : texts) {
        try {
            faults.push_back(parse_fault(text));
        } catch (std::invalid_argument const& e) {
            throw usage_error{std::string{"--inject: "} + e.what()};
        }
    }
    return faults;
}

} // namespace

std::variant<mock_options, std::string> parse_command_line(int argc, char const* const* argv) {
    CLI::App app{"A mock of Amazon Security Lake: CreateCustomLogSource over HTTP, in one Region.\n"
                 "It verifies no signatures, and whoever reaches its port may create sources.",
                 "mock_service"};
    app.footer(
        "The first line on standard output is: listening on ADDRESS:PORT. Standard error has a\n"
        "line for each answer. SIGTERM or SIGINT: answers what is under way, and exits with 0.\n"
        "A request's header x-mock-inject: NAME injects for that request alone.");

    std::uint16_t port = 0;
    std::string address = "127.0.0.1";
    std::string region;
    std::string store;
    std::vector<std::string> faults;
    unsigned timeout = 30;
    std::size_t connections = 256;
    app.add_option("--port", port, "Where to listen; 0 picks a free port")
        ->required()
        ->check(CLI::Range(0, 65535))
        ->type_name("N");
    app.add_option("--region", region, "The Region to play")->required()->type_name("CODE");
    app.add_option("--store", store, "The SQLite database of the sources; made if it is not there")
        ->required()
        ->type_name("FILE");
    app.add_option(
           "--inject", faults,
           "Answer the next COUNT requests, or all, with that exception; several in turn:\n" +
               exception_names())
        ->type_name("NAME[=COUNT]")
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--address", address, "What to listen on, if not on loopback")
        ->capture_default_str()
        ->type_name("ADDRESS");
    app.add_option("--timeout", timeout,
                   "How long a client may take to begin a request, to send it, to take the answer")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str()
        ->type_name("SECONDS");
    app.add_option("--connections", connections, "How many are served at once; others wait")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str()
        ->type_name("N");
    bool serialization_exception = false;
    bool smithy_messages = false;
    app.add_flag("--serialization-exception", serialization_exception,
                 "Answer a body that is no JSON, or has a value of another type, with a\n"
                 "SerializationException instead of a BadRequestException");
    app.add_flag("--smithy-messages", smithy_messages,
                 "Word validation messages as Smithy's servers do, without values");

    try {
        app.parse(argc, argv);
    } catch (CLI::CallForHelp const&) {
        return app.help();
    } catch (CLI::ParseError const& e) {
        // What is missing tells less than the word that should not be there.
        auto const unexpected = app.remaining();
        if (!unexpected.empty()) refuse("the argument", unexpected.front(), "is not known");
        throw usage_error{e.what()};
    }
    return mock_options{.listen = {parse_address(address), port},
                        .region = parse_region(region),
                        .store = store,
                        .faults = parse_faults(faults),
                        .timeout = std::chrono::seconds{timeout},
                        .connections = connections,
                        .refusals = {.words = smithy_messages ? lakeproof::http::wording::smithy
                                                              : lakeproof::http::wording::service,
                                     .serialization_exception = serialization_exception}};
}
