// SPDX-License-Identifier: BSL-1.0
#include "command_line/rule_argument.hpp"
#include "commands/commands.hpp"
#include "commands/rule_examples.hpp"
#include "output/boosted.hpp"
#include "output/output.hpp"
#include "output/paragraph.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace lp = lakeproof;

std::string kind_of(lp::rule_info const& r) {
    return std::string{to_string(r.default_severity)} + (r.fixed ? ", fixed" : "");
}

std::string turning_down(lp::rule_info const& r) {
    if (r.fixed) return "it is fixed, and stays an error.";
    std::string const id{r.id};
    std::string others;
    for (auto const s :
         {lp::severity::off, lp::severity::note, lp::severity::warning, lp::severity::error})
        if (s != r.default_severity) {
            if (!others.empty()) others += '|';
            others += to_string(s);
        }
    return "--severity " + id + '=' + others + " on the command line, \"severities\": {\"" + id +
           "\": \"off\"} in .lakeproof.json.";
}

/// Where an example stands: `in a request for us-east-1`.
std::string setting_of(rule_example const& e, example_case const& c) {
    auto const in = " for " + std::string{c.regions[0]};
    switch (e.kind) {
    case example_kind::response: return "in a response from " + std::string{c.regions[0]};
    case example_kind::list_request: return "in a request of ListLogSources";
    case example_kind::own_shape:
        return "in a document of a shape of your own, whose list takes 1 to 3 names";
    case example_kind::request: break;
    }
    if (c.pieces.size() > 1)
        return "in " + std::to_string(c.pieces.size()) + " requests of one run" + in;
    if (!e.house_pattern.empty())
        return "with --require '/sourceName=" + std::string{e.house_pattern} + '\'';
    return "in a request" + in;
}

/// The pieces of a run a line each, without the middle of what is long.
std::string fragment_of(example_case const& c) {
    constexpr std::size_t longest = 100;
    constexpr std::size_t most = 3;
    std::string out;
    for (std::size_t i = 0; i < c.pieces.size(); ++i) {
        if (c.pieces.size() > most && i == 1) {
            i = c.pieces.size() - 1;
            out += "...\n";
        }
        auto const& p = c.pieces[i];
        out += p.size() <= longest
                   ? p
                   : p.substr(0, longest / 2) + "..." + p.substr(p.size() - longest / 4);
        out += '\n';
    }
    return out;
}

/// A piece as it stands in its document is indented there but for its first line.
std::string indented(std::string_view lines, std::string_view by) {
    std::string out;
    while (!lines.empty()) {
        auto const line = lines.substr(0, lines.find('\n'));
        out.append(by).append(line.substr(std::min(line.find_first_not_of(' '), line.size()))) +=
            '\n';
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
    return out;
}

/// What `check` says of a violation of an example's last document.
std::string words_about(rule_example const& e, example_case const& c, lp::violation const& v,
                        lp::report const& report) {
    auto const documents = e.documents(c);
    return words_of({{{}, std::nullopt, documents.back()}, report}, v);
}

/// What the rule says of the broken example.
std::string finding_of(rule_example const& e) {
    auto const report = e.check(e.before);
    for (auto const& v : report)
        if (v.rule() == e.rule)
            return std::string{to_string(v.severity())} + ": " +
                   words_about(e, e.before, v, report);
    return {};
}

void append_labelled(std::string& out, std::string_view label, std::string_view words) {
    out.append(label) += ' ';
    append_wrapped(out, words, label.size() + 1);
}

std::string as_text(lp::rule_info const& r, rule_example const& e) {
    auto out = std::string{r.id} + " (" + kind_of(r) + ")\n";
    out += "    ";
    append_wrapped(out, std::string{r.title} + '.', 4);
    out += '\n';
    append_labelled(out, "Why:", r.why);
    out += "\nBefore, " + setting_of(e, e.before) + ":\n" + indented(fragment_of(e.before), "    ");
    append_labelled(out, " ", finding_of(e));
    out += "\nAfter, " + setting_of(e, e.after) + ":\n" + indented(fragment_of(e.after), "    ");
    out += "\nSource: " + std::string{e.source.name} + '\n';
    if (!e.source.url.empty()) out += "    " + std::string{e.source.url} + '\n';
    out += '\n';
    append_labelled(out, "Turn it down:", turning_down(r));
    return out;
}

std::string as_markdown(lp::rule_info const& r, rule_example const& e) {
    auto const fenced = [](example_case const& c) {
        return "\n```json\n" + indented(fragment_of(c), "") + "```\n";
    };
    std::string out =
        "# " + std::string{r.id} + "\n\n" + std::string{r.title} + " (" + kind_of(r) + ").\n\n";
    out += std::string{r.why} + "\n\nBefore, " + setting_of(e, e.before) + ":\n" + fenced(e.before);
    out += "\n```text\n" + finding_of(e) + "\n```\n";
    out += "\nAfter, " + setting_of(e, e.after) + ":\n" + fenced(e.after);
    out += "\nSource: ";
    out += e.source.url.empty()
               ? std::string{e.source.name}
               : '[' + std::string{e.source.name} + "](" + std::string{e.source.url} + ')';
    return out + "\n\nTurn it down: " + turning_down(r) + '\n';
}

boost::json::object as_json(rule_example const& e, example_case const& c) {
    boost::json::array violations;
    auto const report = e.check(c);
    for (auto const& v : report)
        violations.push_back(
            boost::json::object{{"rule", string_or_null(v.info().id)},
                                {"severity", string_or_null(to_string(v.severity()))},
                                {"pointer", v.pointer()},
                                {"message", words_about(e, c, v, report)}});
    auto const documents = e.documents(c);
    boost::json::array regions;
    for (auto const code : c.regions) regions.push_back(string_or_null(code));
    return {{"regions", regions},
            {"documents", boost::json::array(documents.begin(), documents.end())},
            {"violations", violations}};
}

boost::json::object as_json(lp::rule_info const& r, rule_example const& e) {
    constexpr std::string_view kinds[] = {"request", "response", "ListLogSources", "own"};
    return {{"rule", string_or_null(r.id)},
            {"severity", string_or_null(to_string(r.default_severity))},
            {"fixed", r.fixed},
            {"title", string_or_null(r.title)},
            {"why", string_or_null(r.why)},
            {"source",
             {{"name", string_or_null(e.source.name)}, {"url", string_or_null(e.source.url)}}},
            {"kind", string_or_null(kinds[static_cast<std::size_t>(e.kind)])},
            {"house_pattern", string_or_null(e.house_pattern)},
            {"before", as_json(e, e.before)},
            {"after", as_json(e, e.after)}};
}

} // namespace

int run_explain(explain_arguments const& arguments) {
    std::vector<lp::rule> rules;
    rules.reserve(arguments.rules.size());
    for (auto const& id : arguments.rules) rules.push_back(rule_argument(id));
    if (arguments.all)
        for (auto const& r : lp::rules()) rules.push_back(r.value);
    if (rules.empty()) throw usage_error{"explain takes a RULE, or --all"};
    boost::json::array objects;
    std::string out;
    for (auto const rule : rules) {
        auto const& r = lp::info(rule);
        auto const& e = example_of(rule);
        if (arguments.format == "json") {
            objects.push_back(as_json(r, e));
            continue;
        }
        if (!out.empty()) out += '\n';
        out += arguments.format == "markdown" ? as_markdown(r, e) : as_text(r, e);
    }
    print(arguments.format == "json" ? boost::json::serialize(objects) + '\n' : out);
    return exit_ok;
}
