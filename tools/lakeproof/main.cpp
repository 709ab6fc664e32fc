// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "output.hpp"

#include <lakeproof/version.hpp>

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

template <class Choices>
CLI::Validator one_of(Choices&& choices) {
    return CLI::IsMember(std::forward<Choices>(choices));
}

int run(int argc, char** argv) {
    CLI::App app{
        "Proves CreateCustomLogSource requests to Amazon Security Lake before they are sent.",
        "lakeproof"};
    app.set_version_flag("--version", "lakeproof " LAKEPROOF_VERSION_STRING);
    app.require_subcommand(1);
    app.footer("Exit status: 0 no errors, 1 at least one error, 2 wrong usage, a file that cannot "
               "be read, or output "
               "that cannot be written.");

    check_arguments check;
    auto* const check_command = app.add_subcommand("check", "Check request (or response) documents");
    check_command
        ->add_option("FILE", check.files, "Files, and folders of them; - is standard input")
        ->required();
    check_command->add_option("--region", check.regions, "A Region that the request is meant for")
        ->type_name("CODE")
        ->take_all()
        ->allow_extra_args(false);
    check_command->add_option("--format", check.format, "How to show what is found")
        ->check(one_of(std::vector<std::string>{"text", "json", "sarif", "github"}))
        ->type_name("text|json|sarif|github");
    check_command
        ->add_option("--input", check.input,
                     "What the files hold: requests as JSON or YAML, or what terraform show -json "
                     "prints of a plan")
        ->check(one_of(std::vector<std::string>{"auto", "json", "yaml", "terraform"}))
        ->type_name("auto|json|yaml|terraform");
    check_command->add_flag("--jsonl", check.jsonl, "Each line of a file is one document");
    auto* const fix = check_command->add_flag(
        "--fix", check.fix,
        "Mend what is certain in the files themselves, and report what is left");
    check_command
        ->add_flag("--diff", check.diff,
                   "Print what --fix would change, for patch -p0, and nothing else; the exit "
                   "status is that of "
                   "the files as they are")
        ->excludes(fix);
    check_command->add_flag(
        "--quiet", check.quiet,
        "Show errors alone, no warnings, notes or totals (text and github), and on standard "
        "error only what could not be read");
    check_command->add_option("--fail-on", check.fail_on, "The least severity that exits with 1")
        ->check(one_of(std::vector<std::string>{"error", "warning"}))
        ->type_name("error|warning");
    check_command->add_option("--severity", check.severities, "What a rule reports")
        ->type_name("RULE=off|note|warning|error")
        ->take_all()
        ->allow_extra_args(false);
    check_command
        ->add_option("--require", check.requirements,
                     "A pattern of your own for a member, such as /sourceName=acme-.*")
        ->type_name("POINTER=REGEX")
        ->take_all()
        ->allow_extra_args(false);
    check_command->add_option("--kind", check.kind, "What the documents are")
        ->check(one_of(std::vector<std::string>{"request", "response"}))
        ->type_name("request|response");
    check_command->add_option("--request", check.request, "The request that the responses answer")
        ->type_name("FILE");

    auto* const config =
        check_command->add_option("--config", check.config, "A configuration, in place of each file's nearest")
            ->type_name("FILE");
    check_command->add_flag("--no-config", check.no_config, "Look for no .lakeproof.json")->excludes(config);

    role_arguments role;
    auto* const role_command =
        app.add_subcommand("role", "Show the role derived from a source name");
    role_command->add_option("NAME", role.name, "A sourceName")->required();
    role_command->add_option("--region", role.regions, "A Region; all known ones if none is given")
        ->type_name("CODE")
        ->take_all()
        ->allow_extra_args(false);
    role_command->add_option("--format", role.format, "How to show it")
        ->check(one_of(std::vector<std::string>{"text", "json"}))
        ->type_name("text|json");

    app.add_subcommand("rules", "List all rules");
    auto* const classes_command =
        app.add_subcommand("classes", "List AWS's event classes, and on which of its lists each is");
    std::string schema = "request";
    auto* const schema_command = app.add_subcommand("schema", "Print a JSON Schema, for editors and validators");
    schema_command->add_option("WHAT", schema, "Of what (by default of a request)")
        ->check(one_of(std::vector<std::string>{"request", "response", "configuration"}))
        ->type_name("request|response|configuration");
    auto* const vectors_command =
        app.add_subcommand("vectors", "Print documents at the boundary of every rule as JSON lines");
    vectors_command->footer(
        "To hold a service in any language against. One JSON object a line:\n"
        "  name        what is special about the document\n"
        "  rule        the rule at whose boundary it stands, kept or broken\n"
        "  document    the exact text of a request body, which may be no JSON\n"
        "  regions     the Regions that it is meant for\n"
        "  ok          whether it has no error\n"
        "  violations  all that it must give: rule, severity, pointer, region (or null)");

    try {
        app.parse(argc, argv);
        if (check_command->parsed()) return run_check(check);
        if (role_command->parsed()) return run_role(role);
        if (classes_command->parsed()) return run_classes();
        if (schema_command->parsed()) return run_schema(schema);
        return vectors_command->parsed() ? run_vectors() : run_rules();
    } catch (CLI::ParseError const& e) {
        if (e.get_exit_code() == 0) { // --help, --version
            std::ostringstream out;
            app.exit(e, out, out);
            print(out.str());
            return exit_ok;
        }
        // What is missing tells less than the word that should not be there.
        auto const unexpected = app.remaining(true);
        if (!unexpected.empty())
            throw usage_error{"unexpected argument '" + unexpected.front() + "'"};
        throw usage_error{e.what()};
    }
}

} // namespace

int main(int argc, char** argv) {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a reader that has seen enough is no error
#endif
    int status = exit_usage;
    try {
        status = run(argc, argv);
    } catch (usage_error const& e) {
        complain(std::string{e.what()} + " (lakeproof --help shows how it is used)");
    } catch (std::exception const& e) {
        complain(e.what());
    }
    if (!end_output()) status = exit_usage;
    return status;
}
