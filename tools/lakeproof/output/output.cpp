// SPDX-License-Identifier: BSL-1.0
#include "output/output.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/json/position.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace {

int write_error = 0; ///< errno of the first failure

/// Whether a character can forge what a terminal shows: a control, or one that turns the direction of
/// what follows or takes no place.
bool is_tricky(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

} // namespace

void totals::add(lakeproof::report const& report) {
    ++documents;
    errors += report.errors();
    warnings += report.warnings();
    notes += report.notes();
}

void totals::add(lakeproof::region_list const& more) {
    for (auto const code : more) static_cast<void>(regions.add(*lakeproof::region::from(code)));
}

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() && write_error == 0)
        write_error = errno;
}

void flush() {
    if (std::fflush(stdout) != 0 && write_error == 0) write_error = errno;
}

bool end_output() {
    flush();
    if (write_error == 0 || write_error == EPIPE || write_error == EBADF) return true;
    complain("standard output: " + std::generic_category().message(write_error));
    return false;
}

void complain(std::string_view text) {
    std::string line = "lakeproof: ";
    for (std::size_t i = 0; i < text.size();) {
        auto const from = i;
        auto const c = lakeproof::detail::next_scalar_value(text, i);
        bool const stray = c > 127 && i - from == 1;
        if (stray || is_tricky(c))
            lakeproof::append_printable(line, text.substr(from, i - from));
        else
            line += text.substr(from, i - from);
    }
    line += '\n';
    flush();
    std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string in_quotes(std::string_view text) {
    std::string out;
    lakeproof::append_quoted(out, text);
    return out;
}

std::string counted(std::size_t n, std::string_view thing) {
    return std::to_string(n) + ' ' + std::string{thing} + (n == 1 ? "" : "s");
}

void print_totals(totals const& all) {
    flush();
    std::string line;
    if (all.without_region != 0)
        line = "no Region was given" +
               (all.without_region == all.documents ? "" : " for " + counted(all.without_region, "document")) +
               ", so the rules about Regions and the derived role were not checked: name the Regions that the requests "
               "are meant for with --region CODE, or as regions in .lakeproof.json\n";
    line += all.documents == 0 ? "nothing was checked"
                               : counted(all.documents, "document") + ": " + counted(all.errors, "error") + ", " +
                                     counted(all.warnings, "warning") + ", " + counted(all.notes, "note");
    if (all.ignored != 0) line += ", " + std::to_string(all.ignored) + " ignored";
    if (all.passed_over != 0) line += "; " + counted(all.passed_over, "file") + " without a request passed over";
    if (all.misconfigured != 0)
        line += "; " + counted(all.misconfigured, "file") + " not checked, since the configuration is wrong";
    if (all.unreadable != 0) line += "; " + counted(all.unreadable, "file") + " could not be read";
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

std::unique_ptr<output> make_output(std::string_view format, bool quiet) {
    if (format == "json") return make_json_output();
    if (format == "sarif") return make_sarif_output();
    if (format == "github") return make_github_output(quiet);
    return make_text_output(quiet);
}

std::string shown_name(std::string_view file) {
    bool harmless = true;
    for (std::size_t i = 0; i < file.size();) {
        auto const from = i;
        auto const c = lakeproof::detail::next_scalar_value(file, i);
        harmless = harmless && !is_tricky(c) && (c < 128 || i - from > 1);
    }
    if (harmless) return std::string{file};
    std::string shown;
    lakeproof::append_printable(shown, file);
    return shown;
}

std::string_view source_of(checked_document const& document) {
    return document.derived != nullptr ? document.derived->source().text() : document.text;
}

namespace {
std::optional<place> in_file(checked_document const& document,
                             std::optional<lakeproof::json::position> const& p) {
    if (!p) return std::nullopt;
    if (document.derived != nullptr) return document.derived->position_of(p->offset);
    return place{p->line + document.line.value_or(1) - 1, p->column, p->offset};
}
} // namespace

std::optional<place> place_of(checked_document const& document, lakeproof::violation const& v) {
    return in_file(document, lakeproof::json::locate(document.text, v));
}

std::optional<place> place_of_parent(checked_document const& document,
                                     lakeproof::violation const& v) {
    if (v.rule() != lakeproof::rule::member_missing) return std::nullopt;
    return in_file(document, lakeproof::json::locate_parent(document.text, v));
}

std::optional<place> place_to_show(checked_document const& document,
                                   lakeproof::violation const& v) {
    auto const at = place_of(document, v);
    return at ? at : place_of_parent(document, v);
}
