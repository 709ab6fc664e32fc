// SPDX-License-Identifier: BSL-1.0
#include "command_line/command_line.hpp"
#include "command_line/completion.hpp"
#include "command_line/help.hpp"
#include "command_line/man_page.hpp"
#include "output/output.hpp"

#include <lakeproof/version.hpp>

#include <memory>
#include <vector>

namespace {

void add_regions(CLI::App& command, std::vector<std::string>& regions, std::string const& what) {
    command.add_option("--region", regions, what + "; once for each Region")
        ->type_name("CODE")
        ->take_all()
        ->allow_extra_args(false);
}

} // namespace

command_line::command_line() {
    app.formatter(std::make_shared<help_formatter>());
    app.set_help_flag("-h,--help", "Print this help; behind a command, that of the command");
    app.set_version_flag("--version", "lakeproof " LAKEPROOF_VERSION_STRING, "Print the version");
    app.require_subcommand(1);
    app.footer("Examples:\n"
               "  lakeproof check --region us-east-1 request.json\n"
               "  lakeproof role acme-edr --region us-east-1\n"
               "  lakeproof explain provider-role-length\n"
               "\n"
               "Exit status:\n"
               "  0  no errors\n"
               "  1  at least one error\n"
               "  2  wrong usage, a file that cannot be read, or output that cannot be written");
    add_check();
    add_role();
    add_explain();
    add_lists();
    add_completion();
}

CLI::App& command_line::add(std::string const& name, std::string const& description) {
    auto& command = *app.add_subcommand(name, description);
    command.set_help_flag("-h,--help", "Print this help");
    return command;
}

void command_line::add_check() {
    auto& c = add("check", "Check request (or response) documents");
    c.footer("Examples:\n"
             "  lakeproof check --region us-east-1 request.json\n"
             "  lakeproof check --region us-east-1 --region eu-west-1 requests/*.json\n"
             "  lakeproof check --region us-east-1 requests/\n"
             "  terraform show -json tfplan | lakeproof check -\n"
             "  lakeproof check --diff --region us-east-1 request.json\n"
             "  lakeproof check --severity source-name-documented-limit=off request.json\n"
             "  lakeproof check --require '/sourceName=acme-[a-z0-9-]+' request.json\n"
             "  jq -c '.[]' array.json | lakeproof check --jsonl --format json -");
    c.add_option("FILE", check_.files, "Files, and folders of them; - is standard input")
        ->required()
        ->type_name("FILE");
    add_regions(c, check_.regions, "A Region that the request is meant for");
    one_of(c.add_option("--format", check_.format, "How to show what is found (default: text)"),
           "text|json|sarif|github");
    one_of(c.add_option("--input", check_.input,
                        "What the files hold: requests as JSON or YAML, or what terraform show -json prints of a "
                        "plan (default: auto, as they look)"),
           "auto|json|yaml|terraform");
    c.add_flag("--jsonl", check_.jsonl, "Each line of a file is one document");
    auto* const fix =
        c.add_flag("--fix", check_.fix, "Mend what is certain in the files themselves, and report what is left");
    c.add_flag("--diff", check_.diff,
               "Print what --fix would change, for patch -p0, and nothing else; the exit status is that of the files "
               "as they are")
        ->excludes(fix);
    c.add_flag("--quiet", check_.quiet,
               "Show errors alone, no warnings, notes or totals (text and github), and on standard error only what "
               "could not be read");
    one_of(c.add_option("--fail-on", check_.fail_on,
                        "The least severity that exits with 1 (default: error)"),
           "error|warning");
    c.add_option("--severity", check_.severities, "What a rule reports; once for each rule")
        ->type_name("RULE=off|note|warning|error")
        ->take_all()
        ->allow_extra_args(false);
    c.add_option("--require", check_.requirements,
                 "A pattern of your own for a member, such as /sourceName=acme-.*; once for each")
        ->type_name("POINTER=REGEX")
        ->take_all()
        ->allow_extra_args(false);
    one_of(c.add_option("--kind", check_.kind, "What the documents are (default: request)"),
           "request|response");
    c.add_option("--request", check_.request, "The request that the responses answer")
        ->type_name("FILE");
    auto* const config =
        c.add_option("--config", check_.config, "A configuration, in place of each file's nearest")->type_name("FILE");
    c.add_flag("--no-config", check_.no_config, "Look for no .lakeproof.json")->excludes(config);
}

void command_line::add_role() {
    auto& c = add("role", "Show the role derived from a source name");
    c.footer("Examples:\n"
             "  lakeproof role acme-edr                          # in every Region\n"
             "  lakeproof role acme-edr --region us-east-1 --format json\n"
             "  lakeproof role --suggest CrowdStrike_PROCESS_ACTIVITY\n"
             "\n"
             "Exit status:\n"
             "  0  the role fits in each Region\n"
             "  1  it does not, or NAME is no source name");
    c.add_option("NAME", role_.name, "A sourceName")->required();
    add_regions(c, role_.regions, "A Region; all known ones if none is given");
    c.add_flag("--suggest", role_.suggest,
               "Print a name that is like NAME and fits: what is illegal becomes -, and the "
               "longest word loses vowels");
    one_of(c.add_option("--format", role_.format, "How to show it (default: text)"), "text|json");
}

void command_line::add_explain() {
    auto& c = add("explain", "Explain rules: why, an example, how to turn one down");
    c.footer("Examples:\n"
             "  lakeproof explain event-class-undocumented\n"
             "  lakeproof explain --all --format markdown > rules.md");
    auto* const all = c.add_flag("--all", explain_.all, "Every rule");
    c.add_option("RULE", explain_.rules, "A rule, as messages name it in brackets")
        ->type_name("RULE")
        ->excludes(all);
    one_of(c.add_option("--format", explain_.format, "How to show it (default: text)"),
           "text|markdown|json");
}

void command_line::add_lists() {
    add("rules", "List all rules");
    add("classes", "List AWS's event classes, and on which of its lists each is");
    auto& schema = add("schema", "Print a JSON Schema, for editors and validators");
    schema.footer("Examples:\n"
                  "  lakeproof schema > request.schema.json\n"
                  "  lakeproof schema configuration > lakeproof.schema.json");
    one_of(schema.add_option("WHAT", schema_, "Of what (default: request)"), "request|response|configuration");
    auto& vectors = add("vectors", "Print documents at the boundary of every rule as JSON lines");
    vectors.footer(
        "One JSON object a line, to hold a service in any language against:\n"
        "  name        what is special about the document\n"
        "  rule        the rule at whose boundary it stands, kept or broken\n"
        "  document    the exact text of a request body, which may be no JSON\n"
        "  regions     the Regions that it is meant for\n"
        "  ok          whether it has no error\n"
        "  violations  all that it must give: rule, severity, pointer, region (or null)");
}

void command_line::add_completion() {
    auto& c = add("completion", "Print what makes a shell complete the words of lakeproof");
    one_of(c.add_option("SHELL", shell_, "bash, zsh or fish")->required(), "bash|zsh|fish");
    c.footer("Examples:\n"
             "  source <(lakeproof completion bash)          # in ~/.bashrc\n"
             "  source <(lakeproof completion zsh)           # in ~/.zshrc, after compinit\n"
             "  lakeproof completion fish | source           # in ~/.config/fish/config.fish");
    add("man", "Print the man page").group(""); // for packages
}

int command_line::run() const {
    auto const name = app.get_subcommands().front()->get_name();
    if (name == "check") return run_check(check_);
    if (name == "role") return run_role(role_);
    if (name == "explain") return run_explain(explain_);
    if (name == "rules") return run_rules();
    if (name == "classes") return run_classes();
    if (name == "schema") return run_schema(schema_);
    if (name == "vectors") return run_vectors();
    if (name == "man")
        print(man_page(app));
    else
        print(shell_ == "bash"  ? bash_completion(app)
              : shell_ == "zsh" ? zsh_completion(app)
                                : fish_completion(app));
    return exit_ok;
}
