// SPDX-License-Identifier: BSL-1.0
#include "options.hpp"

#include "option_values.hpp"
#include "roles.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>

namespace {

/// Where the values of the command line go.
struct command_line {
    std::uint16_t port = 0;
    std::string address = "127.0.0.1";
    std::vector<std::string> regions, faults, missing_lakes;
    std::string store, log, roles;
    std::int64_t change_time = 0, role_delay = 0, source_limit = 50;
    bool leftovers = false, mock_endpoints = false;
    bool serialization_exception = false, smithy_messages = false;
    unsigned timeout = 30;
    std::size_t connections = 256;
};

void add_server_options(CLI::App& app, command_line& line) {
    app.add_option("--port", line.port, "Where to listen; 0 picks a free port")
        ->required()
        ->check(CLI::Range(0, 65535))
        ->type_name("N");
    app.add_option(
           "--region", line.regions,
           "A Region to play; several may be given. A request is for the one that it is signed\n"
           "for, an unsigned request for the first")
        ->required()
        ->type_name("CODE")
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--store", line.store,
                   "The SQLite database of the sources; made if it is not there")
        ->required()
        ->type_name("FILE");
    app.add_option("--address", line.address, "What to listen on, if not on loopback")
        ->capture_default_str()
        ->type_name("ADDRESS");
    app.add_option("--timeout", line.timeout,
                   "How long a client may take to begin a request, to send it, to take the answer")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str()
        ->type_name("SECONDS");
    app.add_option("--connections", line.connections, "How many are served at once; others wait")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str()
        ->type_name("N");
    app.add_option("--log", line.log, "Append a JSON object a line for each answer to that file")
        ->type_name("FILE");
    app.add_flag("--mock-endpoints", line.mock_endpoints,
                 "Serve what a test needs to look at the lake and to set it up: GET and DELETE\n"
                 "/_mock/state, PATCH /_mock/settings, DELETE /_mock/leftovers/NAME?region=CODE");
}

void add_lake_options(CLI::App& app, command_line& line) {
    app.add_option("--source-limit", line.source_limit,
                   "How many sources an account may have; 0: any")
        ->check(CLI::Range(std::int64_t{0}, highest_source_limit))
        ->capture_default_str()
        ->type_name("N");
    app.add_option(
           "--change-time", line.change_time,
           "How long the lake goes on changing after a Create or Delete was answered; until\n"
           "then, another in any Region is a ConflictException")
        ->check(CLI::Range(std::int64_t{0}, longest_delay))
        ->capture_default_str()
        ->type_name("MS");
    app.add_option("--roles", line.roles,
                   "The crawler roles that exist, an ARN a line, and no others do: a Create with\n"
                   "another is a BadRequestException")
        ->type_name("FILE");
    app.add_option(
           "--role-delay", line.role_delay,
           "How long a role takes to propagate, from when it was first named or added; until\n"
           "then it does not exist")
        ->check(CLI::Range(std::int64_t{0}, longest_delay))
        ->capture_default_str()
        ->type_name("MS");
    app.add_option("--no-lake", line.missing_lakes,
                   "No lake is enabled in that Region: ResourceNotFoundException, or with =403\n"
                   "AccessDeniedException")
        ->type_name("CODE[=STATUS]")
        ->take_all()
        ->allow_extra_args(false);
    app.add_flag(
        "--leftovers", line.leftovers,
        "A Delete leaves the crawler and the provider role behind, and a Create with that\n"
        "name is a ConflictException until they are deleted");
}

void add_answer_options(CLI::App& app, command_line& line) {
    app.add_option(
           "--inject", line.faults,
           "Answer the next COUNT requests, or all, with that exception; several in turn:\n" +
               exception_names())
        ->type_name("NAME[=COUNT]")
        ->take_all()
        ->allow_extra_args(false);
    app.add_flag("--serialization-exception", line.serialization_exception,
                 "Answer a body that is no JSON, or has a value of another type, with a\n"
                 "SerializationException instead of a BadRequestException");
    app.add_flag("--smithy-messages", line.smithy_messages,
                 "Word validation messages as Smithy's servers do, without values");
}

std::vector<lakeproof::role_arn> roles_of(std::string const& file) {
    try {
        return read_roles(file);
    } catch (std::runtime_error const& e) {
        throw usage_error{std::string{"--roles: "} + e.what()};
    }
}

mock_options read(command_line const& line) {
    auto const regions = parse_regions(line.regions);
    return {.listen = {parse_address(line.address), line.port},
            .regions = regions,
            .store = line.store,
            .log = line.log,
            .faults = parse_injections(line.faults),
            .settings = {.change_time = line.change_time,
                         .source_limit = line.source_limit,
                         .leftovers = line.leftovers,
                         .missing_lakes = parse_missing_lakes(line.missing_lakes, regions),
                         .roles = line.roles.empty() ? std::nullopt
                                                     : std::optional{roles_of(line.roles)},
                         .role_delay = line.role_delay,
                         .inject = {}},
            .mock_endpoints = line.mock_endpoints,
            .timeout = std::chrono::seconds{line.timeout},
            .connections = line.connections,
            .refusals = {.words = line.smithy_messages ? lakeproof::http::wording::smithy
                                                       : lakeproof::http::wording::service,
                         .serialization_exception = line.serialization_exception}};
}

} // namespace

std::variant<mock_options, std::string> parse_command_line(int argc, char const* const* argv) {
    CLI::App app{
        "A mock of Amazon Security Lake: CreateCustomLogSource, DeleteCustomLogSource and\n"
        "ListLogSources over HTTP, in one lake of one or more Regions.\n"
        "It verifies no signatures, and whoever reaches its port may change the lake.",
        "mock_service"};
    app.footer(
        "Without options any role exists, the lake is enabled, and changes are done at once. The\n"
        "account is that of the crawler's role. The first line on standard output is: listening "
        "on\n"
        "ADDRESS:PORT. Standard error has a line for each answer. SIGTERM or SIGINT: answers what "
        "is\n"
        "under way, and exits with 0. A request's header x-mock-inject: NAME injects for that "
        "request\n"
        "alone.");
    command_line line;
    add_server_options(app, line);
    add_lake_options(app, line);
    add_answer_options(app, line);
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
    return read(line);
}
