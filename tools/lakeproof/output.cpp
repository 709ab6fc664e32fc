// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

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

std::string counted(std::size_t n, std::string_view thing) {
    return std::to_string(n) + ' ' + std::string{thing} + (n == 1 ? "" : "s");
}

void print_totals(totals const& all, bool without_region) {
    flush();
    std::string line;
    if (without_region && all.documents != 0)
        line = "no Region was given, so the rules about Regions and the derived role were not "
               "checked: name "
               "the Regions that the requests are meant for with --region CODE\n";
    line += all.documents == 0
                ? "nothing was checked"
                : counted(all.documents, "document") + ": " + counted(all.errors, "error") + ", " +
                      counted(all.warnings, "warning") + ", " + counted(all.notes, "note");
    if (all.unreadable != 0) line += "; " + counted(all.unreadable, "file") + " could not be read";
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

std::unique_ptr<output> make_output(std::string_view format, lakeproof::region_list const& regions,
                                    bool quiet) {
    if (format == "json") return make_json_output(regions);
    if (format == "sarif") return make_sarif_output();
    if (format == "github") return make_github_output(regions, quiet);
    return make_text_output(regions, quiet);
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

namespace {
std::optional<place> in_file(checked_document const& document,
                             std::optional<lakeproof::json::position> const& p) {
    if (!p) return std::nullopt;
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
