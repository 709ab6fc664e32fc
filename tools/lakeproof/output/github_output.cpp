// SPDX-License-Identifier: BSL-1.0
#include "output/output.hpp"
#include "output/text_region.hpp"

#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/http/detail/percent_encoding.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace {

using lakeproof::severity;

/// What GitHub's runner decodes: `%`, line ends and, in a property, what ends one. Nothing can forge a command.
std::string escaped(std::string_view text, std::string_view ends = "") {
    std::string out;
    for (char const c : text) {
        if (c != '%' && c != '\r' && c != '\n' && ends.find(c) == std::string_view::npos)
            out += c;
        else
            lakeproof::detail::append_percent_encoded(out, {&c, 1});
    }
    return out;
}

std::string property(std::string_view text) { return escaped(text, ":,"); }

std::string_view command_of(severity s) noexcept {
    switch (s) {
    case severity::error: return "error";
    case severity::warning: return "warning";
    case severity::note:
    case severity::off: break;
    }
    return "notice";
}

class github_output final : public output {
public:
    explicit github_output(bool quiet) : quiet_{quiet} {}

    void add(checked_document const& document) override {
        std::string out;
        for (auto const& v : document.report)
            if (!quiet_ || v.severity() == severity::error) show(out, document, v);
        if (auto const omitted = document.report.omitted(); omitted != 0)
            out += "::notice file=" + property(document.file) +
                   "::" + counted(omitted, "more violation") + " not shown\n";
        print(out);
    }

    void unreadable(std::string_view file, std::string_view error) override {
        print("::error file=" + property(file) + ",title=unreadable::" + escaped(error) + '\n');
    }

    void finish(totals const& all) override {
        if (!quiet_) print_totals(all);
    }

private:
    static void show(std::string& out, checked_document const& document,
                     lakeproof::violation const& v) {
        out += "::";
        out += command_of(v.severity());
        out += " file=" + property(document.file);
        if (auto const at = region_of(document, v)) {
            out += ",line=" + std::to_string(at->line) + ",endLine=" + std::to_string(at->end_line);
            // GitHub takes columns within one line alone.
            if (at->line == at->end_line)
                out += ",col=" + std::to_string(at->column) +
                       ",endColumn=" + std::to_string(at->end_column);
        }
        out += ",title=" + property(v.info().id) + "::";
        if (!document.address.empty()) out += escaped(shown_name(document.address)) + ": ";
        out += escaped(words_of(document, v));
        if (auto const s = suggestion(v); !s.empty()) out += " (suggestion: " + escaped(s) + ')';
        out += '\n';
    }

    bool quiet_;
};

} // namespace

std::unique_ptr<output> make_github_output(bool quiet) { return std::make_unique<github_output>(quiet); }
