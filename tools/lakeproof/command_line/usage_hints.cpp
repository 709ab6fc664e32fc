// SPDX-License-Identifier: BSL-1.0
#include "command_line/usage_hints.hpp"
#include "command_line/help.hpp"
#include "command_line/nearest.hpp"
#include "output/output.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

/// Words that other tools have, and what says the same here.
struct other_word {
    std::string_view word;
    std::string_view here;
};
constexpr other_word other_words[] = {
    {"validate", "check"},
    {"lint", "check"},
    {"verify", "check"},
    {"test", "check"},
    {"prove", "check"},
    {"name", "role"},
    {"suggest", "role --suggest"},
    {"list", "rules"},
    {"why", "explain"},
    {"help", "--help"},
    {"version", "--version"},
    {"--json", "--format json"},
    {"--output", "--format"},
    {"-o", "--format"},
    {"--strict", "--fail-on warning"},
    {"--werror", "--fail-on warning"},
    {"--rule", "--severity"},
    {"--disable", "--severity RULE=off"},
    {"--ignore", "--severity RULE=off"},
    {"--lines", "--jsonl"},
    {"--ndjson", "--jsonl"},
    {"--pattern", "--require"},
};

std::string did_you_mean(std::string const& meant) {
    return meant.empty() ? "" : "; did you mean " + meant + '?';
}

std::string word_here(std::string_view word) {
    for (auto const& other : other_words)
        if (other.word == word) return std::string{other.here};
    return {};
}

/// The options that have names.
std::vector<std::string> option_names(CLI::App const& command) {
    std::vector<std::string> names;
    for (auto const* o : options_of(command))
        if (!o->get_positional()) names.push_back(o->get_name());
    return names;
}

bool has_option(CLI::App const& command, std::string_view name) {
    auto const names = option_names(command);
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The option that an unknown one may stand for: `-r` the first that begins so, `--regions` the nearest.
std::string option_like(std::string_view word, CLI::App const& command) {
    auto const names = option_names(command);
    for (auto const& name : names)
        if (word.size() == 2
                ? name.substr(2).starts_with(lakeproof::detail::fold_ascii_case(word[1]))
                : word.size() > 4 && name.starts_with(word))
            return name;
    return std::string{word.size() == 2 ? std::string_view{} : nearest(word, names)};
}

std::string unknown_option(CLI::App const& app, CLI::App const* command, std::string_view word) {
    auto const name = word.substr(0, word.find('='));
    for (auto const* c : commands_of(app)) {
        if ((command != nullptr && command != c) || !has_option(*c, name)) continue;
        return std::string{name} + " belongs behind its command: " + app.get_name() + ' ' +
               c->get_name() + ' ' + std::string{name} + " ...";
    }
    if (has_option(app, name))
        return std::string{name} + " stands alone: " + app.get_name() + ' ' + std::string{name};
    auto meant = word_here(name);
    if (meant.empty() && command != nullptr) meant = option_like(name, *command);
    if (meant.empty()) meant = option_like(name, app);
    return "there is no option " + in_quotes(name) + did_you_mean(meant);
}

std::string unknown_command(CLI::App const& app, std::string const& word) {
    std::error_code ignored;
    if (std::filesystem::exists(word, ignored))
        return "a command is missing; did you mean lakeproof check " + in_quotes(word) + '?';
    auto meant = word_here(word);
    if (meant.empty()) {
        std::vector<std::string> names;
        for (auto const* c : commands_of(app)) names.push_back(c->get_name());
        meant = nearest(word, names);
    }
    return "there is no command " + in_quotes(word) + did_you_mean(meant);
}

} // namespace

std::string what_is_wrong(CLI::App const& app, CLI::ParseError const& e) {
    auto const commands = app.get_subcommands();
    auto const* const command = commands.empty() ? nullptr : commands.front();
    // What is missing tells less than the word that should not be there.
    if (auto const unexpected = app.remaining(true); !unexpected.empty()) {
        auto const& word = unexpected.front();
        if (word.size() > 1 && word.starts_with('-')) return unknown_option(app, command, word);
        if (command == nullptr) return unknown_command(app, word);
        return "unexpected argument " + in_quotes(word) + ": the usage is " + usage_of(*command);
    }
    if (command == nullptr) {
        std::string names;
        for (auto const* c : commands_of(app)) names += (names.empty() ? "" : ", ") + c->get_name();
        return "a subcommand is missing, one of " + names;
    }
    std::string what = e.what();
    auto const about = what.substr(0, what.find(": "));
    if (e.get_name() == "RequiredError") return what + ": the usage is " + usage_of(*command);
    if (auto const* const option = command->get_option_no_throw(about);
        option != nullptr && e.get_name() == "ArgumentMismatch" && what.ends_with(" missing"))
        return about + " needs a value behind it: " + spelling(*option);
    if (e.get_name() == "ConversionError") // a string could not fail: a flag
        return "this option takes no value: " + what.substr(about.size() + 2);
    return what;
}
