// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "input.hpp"
#include "output.hpp"
#include "settings.hpp"

#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/json/parse.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace lp = lakeproof;

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
    explicit checker(check_arguments const& a) : arguments_{a}, settings_{a} {
        if (a.kind == "response") {
            auto const& regions = settings_.all().front()->regions();
            if (a.request.empty() || regions.size() != 1)
                throw usage_error{"--kind response needs --request FILE and one --region CODE"};
            region_ = *lp::region::from(regions[0]);
            request_ = read_request(a.request);
        } else if (!a.request.empty()) {
            throw usage_error{"--request goes with --kind response"};
        }
        output_ = a.format == "json" ? make_json_output() : make_text_output();
    }

    int run() {
        for (auto const& file : arguments_.files) check_file(file);
        output_->finish(totals_);
        for (auto const& s : settings_.all())
            if (s->file() != nullptr) s->file()->note_what_ignored_nothing();
        if (totals_.unreadable != 0 || totals_.misconfigured != 0) return exit_usage;
        return failed_ ? exit_errors : exit_ok;
    }

private:
    void check_file(std::string const& file) {
        auto const* const s = settings_.of(file);
        if (s == nullptr) {
            ++totals_.misconfigured;
            return;
        }
        if (s->file() != nullptr && s->file()->excludes(file)) {
            complain(file + ": note: left out, as " + s->file()->name() + " says");
            return;
        }
        input in{file};
        std::string text;
        auto const limit = s->options().limits.bytes;
        if (!arguments_.jsonl) {
            if (in.error().empty() && in.read_all(text, limit)) check(*s, file, std::nullopt, text);
        } else {
            for (std::size_t line = 1; in.read_line(text, limit); ++line)
                if (!blank(text)) check(*s, file, line, text);
        }
        if (in.error().empty()) return;
        complain(file + ": " + in.error());
        ++totals_.unreadable;
    }

    void check(settings const& s, std::string const& file, std::optional<std::size_t> line, std::string_view text) {
        auto name = shown_name(file);
        if (line) name += ':' + std::to_string(*line);
        auto report = request_ ? lp::json::check_response(text, *request_, *region_, s.options())
                               : batch_.check(text, s.options(), name);
        if (s.file() != nullptr) totals_.ignored += s.file()->ignore(file, report);
        totals_.add(report, s.regions());
        failed_ = failed_ || s.fails(report);
        output_->add({file, line, text, report});
    }

    check_arguments const& arguments_;
    settings_finder settings_;
    lp::request_batch batch_;
    std::optional<lp::create_custom_log_source_request> request_;
    std::optional<lp::region> region_;
    std::unique_ptr<output> output_;
    totals totals_;
    bool failed_ = false;
};

} // namespace

int run_check(check_arguments const& arguments) { return checker{arguments}.run(); }
