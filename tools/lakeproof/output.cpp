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

void totals::add(lakeproof::report const& report, lakeproof::region_list const& of_document) {
    ++documents;
    errors += report.errors();
    warnings += report.warnings();
    notes += report.notes();
    if (of_document.empty()) ++without_region;
    for (auto const code : of_document) static_cast<void>(regions.add(*lakeproof::region::from(code)));
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
