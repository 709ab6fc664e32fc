// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "configuration/rule_names.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/fwd.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <optional>
#include <string>
#include <vector>

// A configuration is a shape like a request: what it may hold, how it is checked and its JSON Schema all follow
// from these tables.

/// One of a team's own patterns.
struct house_rule {
    std::string pointer;
    std::string pattern;
    std::optional<lakeproof::bounded_string<R"(^.*$)", 1, 128>>
        message{}; ///< as much as a report keeps
    std::optional<severity_name> severity{};

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{
            "pointer",
            &house_rule::pointer,
            {.description =
                 "The JSON Pointer of a member of the request, such as /sourceName, or of a "
                 "list, for each of its elements."}},
        lakeproof::member{
            "pattern",
            &house_rule::pattern,
            {.description =
                 "A regular expression (Perl's syntax) that the whole string must match."}},
        lakeproof::member{"message",
                          &house_rule::message,
                          {.description = "What to say where it does not match."}},
        lakeproof::member{
            "severity", &house_rule::severity, {.description = "error unless it is given."}});

    /// That the pointer leads to a string, and that the pattern compiles.
    static void check(lakeproof::document_view<house_rule> d, lakeproof::rule_sink& out);
};

/// Violations that a team knows of and lives with.
struct ignored {
    std::optional<file_glob> file{};
    std::optional<lakeproof::bounded_string<R"(^(/([^~/]|~[01])*)*$)", 0, 255>> pointer{};
    rule_name rule;
    lakeproof::bounded_string<R"(^.*$)", 1, 500> reason;

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{"file",
                          &ignored::file,
                          {.description = "Which files, as in exclude; all if left out."}},
        lakeproof::member{
            "pointer",
            &ignored::pointer,
            {.description =
                 "The JSON Pointer of the value, or of what it is in; anywhere if left out."}},
        lakeproof::member{
            "rule", &ignored::rule, {.description = "The rule that is broken there."}},
        lakeproof::member{"reason", &ignored::reason, {.description = "Why that is fine."}});
};

/// What a repository commits as `.lakeproof.json`.
struct configuration {
    std::optional<std::string> schema{};
    std::vector<lakeproof::region> regions{};
    std::optional<rule_severities> severities{};
    std::optional<lakeproof::enum_string<"either", "api-reference", "user-guide", "both">>
        class_list{};
    std::vector<house_rule> house_rules{};
    std::optional<lakeproof::enum_string<"error", "warning">> fail_on{};
    std::vector<file_glob> exclude{};
    std::vector<ignored> ignore{};

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{"$schema",
                          &configuration::schema,
                          {.description = "For editors: the schema of this file."}},
        lakeproof::member{
            "regions",
            &configuration::regions,
            {.most = 64, .description = "The Regions that the requests are meant for."}},
        lakeproof::member{
            "severities", &configuration::severities, {.description = "What each rule reports."}},
        lakeproof::member{
            "classList",
            &configuration::class_list,
            {.description = "Which of AWS's two lists a class of eventClasses must be on: either "
                            "(unless it is given), api-reference, user-guide, or both."}},
        lakeproof::member{
            "houseRules",
            &configuration::house_rules,
            {.most = 1000, .description = "Patterns of your own for members of the requests."}},
        lakeproof::member{
            "failOn",
            &configuration::fail_on,
            {.description =
                 "The least severity that makes the tool exit with 1: error unless it is "
                 "given."}},
        lakeproof::member{"exclude",
                          &configuration::exclude,
                          {.most = 1000,
                           .description =
                               "Files to leave out, named from this file's folder: * and ? "
                               "stand for what has no /, ** for any folders, a / at the end for a "
                               "folder; a name without another / is one anywhere below."}},
        lakeproof::member{
            "ignore",
            &configuration::ignore,
            {.most = 1000, .description = "Violations that are known, and why they are fine."}});
};

/// What a configuration makes rules report.
void set_severities(lakeproof::policy& policy, configuration const& c);
/// Adds house rules that are right.
void add_requirements(lakeproof::house_rules& house, std::vector<house_rule> const& rules);
