// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "input.hpp"
#include "input_files.hpp"
#include "output.hpp"
#include "regions.hpp"
#include "terraform_plan.hpp"
#include "yaml_reader.hpp"

#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/house_rules.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

namespace lp = lakeproof;

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

bool blank(std::string_view line) noexcept {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The request that responses are checked against: its form must be right, the rest is its own check.
lp::create_custom_log_source_request read_request(std::string const& file) {
    input in{file};
    std::string text;
    lp::options lenient;
    for (auto const& r : lp::rules()) static_cast<void>(lenient.policy.try_set(r, lp::severity::off));
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
    explicit checker(check_arguments const& a) : arguments_{a} {
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
        if (a.jsonl && a.input != "auto" && a.input != "json")
            throw usage_error{"--jsonl reads lines of JSON: leave --input out"};
        if (request_ && a.input == "terraform")
            throw usage_error{"a Terraform plan holds no responses"};
        add_requirements(house_, a.requirements);
        if (house_.size() != 0) options_.house_rules = &house_;
        output_ = a.format == "json" ? make_json_output(regions) : make_text_output();
    }

    int run() {
        for (auto const& name : arguments_.files) check_files(name);
        output_->finish(totals_);
        if (totals_.unreadable != 0) return exit_usage;
        bool const failed =
            totals_.errors != 0 || (arguments_.fail_on == "warning" && totals_.warnings != 0);
        return failed ? exit_errors : exit_ok;
    }

private:
    /// A file, or those of a folder.
    void check_files(std::string const& name) {
        std::error_code ignored;
        if (arguments_.jsonl || !std::filesystem::is_directory(name, ignored))
            return check_file({name});
        std::vector<std::string> errors;
        auto const files = files_in(name, errors);
        for (auto const& error : errors) cannot_read(error);
        for (auto const& file : files) check_file(file);
    }

    void check_file(input_file const& file) {
        input in{file.name};
        std::string text;
        auto const limit = options_.limits.bytes;
        if (!arguments_.jsonl) {
            if (in.error().empty() && in.read_all(text, limit)) check_text(file, in, text);
        } else {
            for (std::size_t line = 1; in.read_line(text, limit); ++line)
                if (!blank(text)) check({file.name, line, text}, options_);
        }
        if (!in.error().empty()) cannot_read(file.name + ": " + in.error());
    }

    void check_text(input_file const& file, input& in, std::string& text) {
        auto const format = format_of_text(file.name, text);
        bool found = true;
        if (format == input_format::terraform && !request_) {
            found = in.read_on(text, terraform_plan::most_bytes) && check_plan(file, text);
        } else if (format == input_format::yaml && text.size() <= options_.limits.bytes) {
            found = check_yaml(file, text);
        } else {
            found = is_wanted(file, text);
            if (found) check({file.name, std::nullopt, text, format}, options_);
        }
        if (!found && file.from_folder) ++totals_.passed_over;
    }

    input_format format_of_text(std::string const& file, std::string_view text) const {
        if (arguments_.input == "json") return input_format::json;
        if (arguments_.input == "yaml") return input_format::yaml;
        return arguments_.input == "terraform" ? input_format::terraform : format_of(file, text);
    }

    /// In a folder there are other files too.
    bool is_wanted(input_file const& file, std::string_view text) const {
        return !file.from_folder || arguments_.input != "auto" || may_be_request(text);
    }

    bool check_yaml(input_file const& file, std::string const& text) {
        source_text const source{text};
        yaml_reader reader{source, options_.limits};
        bool found = false;
        while (reader.next()) {
            auto const& document = reader.document();
            if (!is_wanted(file, document.json())) continue;
            found = true;
            check({file.name, std::nullopt, document.json(), input_format::yaml, &document},
                  options_);
        }
        if (!reader.fault() || !(found || is_wanted(file, text))) return found;
        add({{file.name, std::nullopt, text, input_format::yaml}, report_of(*reader.fault())},
            options_);
        return true;
    }

    /// False if no resource is there.
    bool check_plan(input_file const& file, std::string const& text) {
        auto whole = options_;
        whole.limits = {terraform_plan::most_bytes, terraform_plan::most_levels};
        auto const as_text = lp::json::check_request(text, whole);
        if (as_text.count(lp::rule::json_malformed) + as_text.count(lp::rule::json_limit) != 0) {
            add({{file.name, std::nullopt, text, input_format::terraform}, as_text}, options_);
            return true;
        }
        source_text const source{text};
        terraform_plan const plan{source};
        if (!plan.problem().empty()) return cannot_read(file.name + ": " + plan.problem()), true;
        if (plan.size() == 0 && !file.from_folder)
            complain(file.name + ": note: the plan has no " + std::string{terraform_resource_type});
        for (std::size_t i = 0; i < plan.size(); ++i) check_planned(file, plan[i]);
        return plan.size() != 0;
    }

    void check_planned(input_file const& file, planned_request const& planned) {
        auto options = options_;
        if (planned.region) {
            if (auto const region = lp::region::from(*planned.region))
                options.regions = {*region};
            else
                cannot_read(file.name + ": " + planned.address + ": the Region " +
                            in_quotes(*planned.region) +
                            " is not the code of a Region (for example us-east-1)");
        }
        check({file.name, std::nullopt, planned.request.json(), input_format::terraform,
               &planned.request, planned.address},
              options, planned.known_after_apply);
    }

    /// Checks a document and adds its report; what is at or below one of the pointers `unknown` is not reported.
    void check(input_document const& document, lp::options const& options,
               std::vector<std::string> const& unknown = {}) {
        auto report = request_
                          ? lp::json::check_response(document.text, *request_, *region_, options)
                          : batch_.check(document.text, options, name_of(document));
        if (!unknown.empty())
            report.erase_if([&](lp::violation const& v) {
                auto const place = v.pointer() + '/';
                return std::any_of(unknown.begin(), unknown.end(), [&](std::string const& pointer) {
                    return place.starts_with(pointer + '/');
                });
            });
        add({document, report}, options);
    }

    /// What a message about another document calls it.
    static std::string name_of(input_document const& document) {
        auto name = shown_name(document.file);
        if (document.line) name += ':' + std::to_string(*document.line);
        if (!document.address.empty())
            name += ": " + shown_name(document.address);
        else if (document.derived != nullptr)
            name += ':' + std::to_string(document.derived->position_of(0).line);
        return name;
    }

    void add(checked_document const& document, lp::options const& options) {
        auto const& report = document.report;
        ++totals_.documents;
        if (options.regions.empty() && !request_) ++totals_.without_region;
        totals_.errors += report.errors();
        totals_.warnings += report.warnings();
        totals_.notes += report.notes();
        output_->add(document);
    }

    void cannot_read(std::string const& why) {
        complain(why);
        ++totals_.unreadable;
    }

    check_arguments const& arguments_;
    lp::options options_;
    lp::house_rules house_;
    lp::request_batch batch_;
    std::optional<lp::create_custom_log_source_request> request_;
    std::optional<lp::region> region_;
    std::unique_ptr<output> output_;
    totals totals_;
};

} // namespace

int run_check(check_arguments const& arguments) { return checker{arguments}.run(); }
