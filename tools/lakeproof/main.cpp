// SPDX-License-Identifier: BSL-1.0
#include "command_line/command_line.hpp"
#include "command_line/usage_hints.hpp"
#include "output/output.hpp"

#include <csignal>
#include <exception>
#include <sstream>
#include <string>

namespace {

/// Where help stands for what was given.
std::string see_help(CLI::App const& app) {
    auto const commands = app.get_subcommands();
    return " (lakeproof " + (commands.empty() ? "" : commands.front()->get_name() + ' ') +
           "--help shows how it is used)";
}

/// The status of a run; wrong words are explained on standard error.
int run(int argc, char** argv) {
    command_line line;
    auto& app = line.app;
    try {
        app.parse(argc, argv);
        return line.run();
    } catch (CLI::ParseError const& e) {
        if (e.get_exit_code() == 0) { // --help, --version
            std::ostringstream out;
            app.exit(e, out, out);
            print(out.str());
            return exit_ok;
        }
        complain(what_is_wrong(app, e) + see_help(app));
    } catch (usage_error const& e) {
        complain(e.what() + see_help(app));
    }
    return exit_usage;
}

} // namespace

int main(int argc, char** argv) {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a reader that has seen enough is no error
#endif
    int status = exit_usage;
    try {
        status = run(argc, argv);
    } catch (std::exception const& e) {
        complain(e.what());
    }
    if (!end_output()) status = exit_usage;
    return status;
}
