// SPDX-License-Identifier: BSL-1.0
#include "commands/answered_request.hpp"
#include "commands/commands.hpp"
#include "configuration/settings.hpp"
#include "fix/mend_file.hpp"
#include "hints/document_hint.hpp"
#include "hints/file_hint.hpp"
#include "input/document_reader.hpp"
#include "input/input.hpp"
#include "input/json_pointer.hpp"
#include "output/output.hpp"
#include "output/progress.hpp"

#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/json/parse.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <unistd.h>

namespace {

namespace lp = lakeproof;

lp::create_custom_log_source_request read_request(std::string const& file) {
    input in{file};
    std::string text;
    if (!in.read_all(text, lp::limits{}.bytes))
        throw usage_error{"--request " + in_quotes(file) + ": " + in.error()};
    auto request = answered_request(text);
    if (!request)
        throw usage_error{"--request " + in_quotes(file) + ": " + message(request.report()[0]) +
                          " (check it by itself first)"};
    return *std::move(request);
}

/// What a message about another document calls it.
std::string name_of(input_document const& document) {
    auto name = shown_name(document.file);
    if (document.line) name += ':' + std::to_string(*document.line);
    if (!document.address.empty())
        name += ": " + shown_name(document.address);
    else if (document.derived != nullptr)
        name += ':' + std::to_string(document.derived->position_of(0).line);
    return name;
}

/// Drops what is at or below one of the pointers.
void erase_below(std::vector<std::string> const& pointers, lp::report& report) {
    if (pointers.empty()) return;
    report.erase_if([&](lp::violation const& v) {
        return std::any_of(pointers.begin(), pointers.end(),
                           [at = v.pointer()](auto const& pointer) { return is_at_or_below(at, pointer); });
    });
}

/// Checks document after document and shows what was found.
class checker final : document_sink {
public:
    explicit checker(check_arguments const& a) : arguments_{a}, settings_{a}, progress_{!a.quiet} {
        if (a.kind == "response") {
            auto const& regions = settings_.all().front()->regions();
            if (a.request.empty() || regions.size() != 1)
                throw usage_error{"--kind response needs --request FILE and one --region CODE"};
            region_ = *lp::region::from(regions[0]);
            request_ = read_request(a.request);
        } else if (!a.request.empty()) {
            throw usage_error{"--request goes with --kind response"};
        }
        if (a.jsonl && a.input != "auto" && a.input != "json")
            throw usage_error{"--jsonl reads lines of JSON: leave --input out"};
        if (request_ && a.input == "terraform")
            throw usage_error{"a Terraform plan holds no responses"};
        if (a.fix || a.diff) refuse_unmendable();
        totals_.add(settings_.all().front()->regions()); // the command line's
        if (!a.diff) output_ = make_output(a.format, a.quiet);
    }

    int run() {
        for (auto const& name : arguments_.files) check_files(name);
        progress_.clear();
        if (output_) output_->finish(totals_);
        for (auto const& s : settings_.all())
            if (s->file() != nullptr) s->file()->note_what_ignored_nothing();
        if (totals_.unreadable != 0 || totals_.misconfigured != 0) return exit_usage;
        return failed_ ? exit_errors : exit_ok;
    }

private:
    /// Files can be mended, and requests alone have certain fixes.
    void refuse_unmendable() const {
        if (request_) throw usage_error{"--fix and --diff go with --kind request"};
        for (auto const& file : arguments_.files)
            if (file == "-")
                throw usage_error{"--fix and --diff need a file, not standard input: save it first"};
        if (arguments_.diff && arguments_.format != "text")
            throw usage_error{"--diff prints a diff, and takes no --format"};
    }

    /// A file, or those of a folder.
    void check_files(std::string const& name) {
        std::error_code ignored;
        if (arguments_.jsonl || !std::filesystem::is_directory(name, ignored)) return check_file({name});
        std::vector<unreadable_folder> errors;
        auto const files = files_in(name, errors);
        for (auto const& error : errors) cannot_read(error.name, error.why);
        for (auto const& file : files) check_file(file);
    }

    void check_file(input_file const& file) {
        current_ = settings_.of(file.name);
        if (current_ == nullptr) {
            ++totals_.misconfigured;
            return;
        }
        if (current_->file() != nullptr && current_->file()->excludes(file.name)) {
            if (!file.from_folder)
                note(file.name + ": note: left out, as " + current_->file()->name() + " says");
            return;
        }
        totals_.add(current_->regions());
        reading const how{arguments_.input, arguments_.jsonl, request_.has_value(), current_->options().limits};
        if (arguments_.fix || arguments_.diff) {
            auto const to = arguments_.fix ? mend_to::file : mend_to::diff;
            if (auto const error = mend_file(file, how, current_->options(), to); !error.empty())
                return cannot_read(file.name, error);
        }
        if (file.name == "-" && isatty(STDIN_FILENO) != 0 && !arguments_.quiet) complain("reading standard input");
        if (!read_documents(file, how, *this)) ++totals_.passed_over;
    }

    void check(input_document const& document, planned_request const* planned) override {
        if (request_) {
            auto report = lp::json::check_response(document.text, *request_, *region_, current_->options());
            return add(document, report);
        }
        if (planned == nullptr) {
            auto report = batch_.check(document.text, current_->options(), name_of(document));
            return add(document, report);
        }
        auto options = current_->options();
        if (planned->region) take_region(*planned, document, options);
        auto report = batch_.check(document.text, options, name_of(document));
        erase_below(planned->known_after_apply, report);
        add(document, report, options.regions);
    }

    /// The Region that a plan holds goes before all others.
    void take_region(planned_request const& planned, input_document const& document, lp::options& options) {
        if (auto const region = lp::region::from(*planned.region)) {
            options.regions = {*region};
            totals_.add(options.regions);
            return;
        }
        cannot_read(std::string{document.file},
                    planned.address + ": the Region " + in_quotes(*planned.region) +
                        " is not the code of a Region (for example us-east-1)");
    }

    void add(input_document const& document, lp::report& report) override {
        add(document, report, current_->regions());
    }
    void add(input_document const& document, lp::report& report, lp::region_list const& regions) {
        if (current_->file() != nullptr)
            totals_.ignored += current_->file()->ignore(std::string{document.file}, report);
        totals_.add(report);
        if (regions.empty()) ++totals_.without_region;
        failed_ = failed_ || current_->fails(report);
        if (output_) output_->add({document, report});
        progress_.documents(totals_.documents);
        if (request_ || !output_ || arguments_.format != "text") return; // programs read no hints
        if (auto const hint = document_hint({document, report}); !hint.empty()) note(name_of(document) + ": " + hint);
    }

    void cannot_read(std::string const& file, std::string const& why) override {
        progress_.clear();
        complain(file + ": " + why + file_hint(file));
        if (output_) output_->unreadable(file, why);
        ++totals_.unreadable;
    }
    void note(std::string const& words) override {
        progress_.clear();
        if (!arguments_.quiet) complain(words);
    }

    check_arguments const& arguments_;
    settings_finder settings_;
    settings* current_ = nullptr; ///< of the file that is checked
    lp::request_batch batch_;
    std::optional<lp::create_custom_log_source_request> request_;
    std::optional<lp::region> region_;
    std::unique_ptr<output> output_;
    totals totals_;
    progress progress_;
    bool failed_ = false;
};

} // namespace

int run_check(check_arguments const& arguments) { return checker{arguments}.run(); }
