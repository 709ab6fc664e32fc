// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "input.hpp"
#include "mend_file.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "regions.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/house_rules.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace {

namespace lp = lakeproof;

std::string in_quotes(std::string_view text) {
    std::string out;
    lp::append_quoted(out, text);
    return out;
}

lp::rule parse_rule(std::string_view id) {
    if (auto const r = lp::rule_from(id)) return *r;
    std::string message = "--severity: there is no rule " + in_quotes(id);
    std::size_t nearest = 4;
    std::string_view close;
    for (auto const& r : lp::rules()) {
        auto const distance = lp::detail::edit_distance(r.id, id);
        if (distance < nearest) {
            nearest = distance;
            close = r.id;
        }
    }
    if (!close.empty()) message += "; did you mean " + std::string{close} + '?';
    throw usage_error{message + " ('lakeproof rules' lists them)"};
}

lp::policy parse_policy(std::vector<std::string> const& words) {
    lp::policy policy;
    for (std::string_view const word : words) {
        auto const equals = word.find('=');
        if (equals == std::string_view::npos)
            throw usage_error{"--severity takes RULE=SEVERITY, not " + in_quotes(word)};
        auto const rule = parse_rule(word.substr(0, equals));
        auto const severity = lp::severity_from(word.substr(equals + 1));
        if (!severity)
            throw usage_error{"--severity: " + in_quotes(word.substr(equals + 1)) +
                              " is none of off, note, warning, error"};
        if (!policy.try_set(rule, *severity))
            throw usage_error{"--severity: " + std::string{to_string(rule)} +
                              " is fixed: it always reports an error"};
    }
    return policy;
}

void add_requirements(lp::house_rules& house, std::vector<std::string> const& words) {
    for (std::string_view const word : words) {
        auto const equals = word.find('=');
        if (equals == std::string_view::npos)
            throw usage_error{"--require takes POINTER=REGEX, not " + in_quotes(word)};
        try {
            house.require(word.substr(0, equals), word.substr(equals + 1));
        } catch (std::invalid_argument const& e) {
            throw usage_error{std::string{"--require: "} + e.what()};
        }
    }
}

/// The request that responses are checked against: its form must be right, the rest is its own check.
lp::create_custom_log_source_request read_request(std::string const& file) {
    input in{file};
    std::string text;
    lp::options lenient;
    for (auto const& r : lp::rules())
        static_cast<void>(lenient.policy.try_set(r, lp::severity::off));
    if (!in.read_all(text, lenient.limits.bytes))
        throw usage_error{"--request " + in_quotes(file) + ": " + in.error()};
    auto request = lp::json::parse_request(text, lenient);
    if (!request)
        throw usage_error{"--request " + in_quotes(file) + ": " + message(request.report()[0]) +
                          " (check it by itself first)"};
    return *std::move(request);
}

/// Checks document after document and shows what was found.
class checker {
public:
    explicit checker(check_arguments const& a) : arguments_{a}, progress_{!a.quiet} {
        auto const regions = parse_regions(a.regions);
        options_.regions = regions;
        options_.policy = parse_policy(a.severities);
        if (a.kind == "response") {
            if (a.request.empty() || options_.regions.size() != 1)
                throw usage_error{"--kind response needs --request FILE and one --region CODE"};
            house_ = lp::house_rules::of<lp::create_custom_log_source_response>();
            region_ = *lp::region::from(regions[0]);
            request_ = read_request(a.request);
            options_.regions = {};
        } else if (!a.request.empty()) {
            throw usage_error{"--request goes with --kind response"};
        }
        add_requirements(house_, a.requirements);
        if (house_.size() != 0) options_.house_rules = &house_;
        if (a.fix || a.diff) refuse_unmendable();
        if (!a.diff) output_ = make_output(a.format, regions, a.quiet);
    }

    int run() {
        for (auto const& file : arguments_.files) check_file(file);
        progress_.clear();
        if (output_) output_->finish(totals_);
        if (totals_.unreadable != 0) return exit_usage;
        bool const failed =
            totals_.errors != 0 || (arguments_.fail_on == "warning" && totals_.warnings != 0);
        return failed ? exit_errors : exit_ok;
    }

private:
    /// Files can be mended, and requests alone have certain fixes.
    void refuse_unmendable() const {
        if (request_) throw usage_error{"--fix and --diff go with --kind request"};
        for (auto const& file : arguments_.files)
            if (file == "-")
                throw usage_error{
                    "--fix and --diff need a file, not standard input: save it first"};
        if (arguments_.diff && arguments_.format != "text")
            throw usage_error{"--diff prints a diff, and takes no --format"};
    }

    void unreadable(std::string const& file, std::string const& error) {
        progress_.clear();
        complain(file + ": " + error);
        if (output_) output_->unreadable(file, error);
        ++totals_.unreadable;
    }

    void check_file(std::string const& file) {
        if (arguments_.fix || arguments_.diff) {
            auto const to = arguments_.fix ? mend_to::file : mend_to::diff;
            if (auto const error = mend_file(file, options_, arguments_.jsonl, to); !error.empty())
                return unreadable(file, error);
        }
        if (file == "-" && isatty(STDIN_FILENO) != 0 && !arguments_.quiet)
            complain("reading standard input");
        input in{file};
        std::string text;
        auto const limit = options_.limits.bytes;
        if (!arguments_.jsonl) {
            if (in.error().empty() && in.read_all(text, limit)) check(file, std::nullopt, text);
        } else {
            for (std::size_t line = 1; in.read_line(text, limit); ++line)
                if (!blank(text)) check(file, line, text);
        }
        if (!in.error().empty()) unreadable(file, in.error());
    }

    void check(std::string const& file, std::optional<std::size_t> line, std::string_view text) {
        auto name = shown_name(file);
        if (line) name += ':' + std::to_string(*line);
        auto const report = request_ ? lp::json::check_response(text, *request_, *region_, options_)
                                     : batch_.check(text, options_, name);
        ++totals_.documents;
        totals_.errors += report.errors();
        totals_.warnings += report.warnings();
        totals_.notes += report.notes();
        if (output_) output_->add({file, line, text, report});
        progress_.documents(totals_.documents);
    }

    check_arguments const& arguments_;
    lp::options options_;
    lp::house_rules house_;
    lp::request_batch batch_;
    std::optional<lp::create_custom_log_source_request> request_;
    std::optional<lp::region> region_;
    std::unique_ptr<output> output_;
    totals totals_;
    progress progress_;
};

} // namespace

int run_check(check_arguments const& arguments) { return checker{arguments}.run(); }
