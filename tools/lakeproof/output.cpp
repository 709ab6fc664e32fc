// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/json/position.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdio>

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string shown_name(std::string_view file) {
    bool const control = std::any_of(file.begin(), file.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    // Boost.JSON knows what is UTF-8.
    boost::json::error_code e;
    boost::json::parse(boost::json::serialize(boost::json::string{file.data(), file.size()}), e);
    if (!control && !e) return std::string{file};
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
