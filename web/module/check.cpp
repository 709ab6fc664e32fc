// SPDX-License-Identifier: BSL-1.0
// What checks a document.
#include "check_options.hpp"
#include "commands/answered_request.hpp"
#include "exchange.hpp"
#include "fix/certain_fix.hpp"
#include "input/json_cursor.hpp"
#include "output/output.hpp"
#include "utf16.hpp"

#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/position.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace {

namespace lp = lakeproof;

/// A piece of a text.
struct piece {
    std::size_t begin;
    std::size_t end;
};

/// What an editor underlines for a violation that is at a place, if it has one.
piece piece_of(std::string_view text, lp::violation const& v, std::optional<lp::json::position> at) {
    if (v.rule() == lp::rule::json_malformed || v.rule() == lp::rule::json_limit) {
        auto const begin = std::min(v.offset(), text.size());
        return {begin, std::min(begin + 1, text.size())};
    }
    if (!at && v.rule() == lp::rule::member_missing) at = lp::json::locate_parent(text, v);
    if (!at) return {0, text.size()};
    return {at->offset, at->offset + value_at(text, at->offset).size()};
}

std::optional<edit> fix_of(utf16_offsets& offsets, std::optional<text_edit> const& fix) {
    if (!fix) return std::nullopt;
    return edit{offsets.of(fix->offset), offsets.of(fix->offset + fix->size), fix->replacement};
}

std::optional<std::string> text_or_none(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return std::string{text};
}

found_violation as_found(std::string_view text, utf16_offsets& offsets, lp::report const& report,
                         lp::violation const& v, bool request) {
    auto const at = lp::json::locate(text, v);
    auto const shown = piece_of(text, v, at);
    found_violation f{.rule = std::string{v.info().id},
                      .severity = std::string{to_string(v.severity())},
                      .pointer = v.pointer(),
                      .region = text_or_none(v.region()),
                      .message = words_of({{{}, std::nullopt, text}, report}, v),
                      .line = {},
                      .column = {},
                      .suggestion = text_or_none(lp::suggestion(v)),
                      .from = offsets.of(shown.begin),
                      .to = offsets.of(shown.end),
                      .fix = fix_of(offsets, request ? certain_fix(text, report, v) : std::nullopt)};
    if (at) {
        f.line = static_cast<std::int64_t>(at->line);
        f.column = static_cast<std::int64_t>(at->column);
    }
    return f;
}

void give_report(std::string_view text, lp::report const& report, bool request) {
    checked answer{.ok = report.ok(), .violations = {}, .omitted = static_cast<std::int64_t>(report.omitted())};
    utf16_offsets offsets{text};
    for (auto const& v : report) answer.violations.push_back(as_found(text, offsets, report, v, request));
    give(answer);
}

} // namespace

/// (text, options)
LAKEPROOF_EXPORT(check_request) {
    auto const text = argument(0);
    if (auto const o = read_options(argument(1))) give_report(text, lp::json::check_request(text, *o), true);
}

/// (text, {options}, {request})
LAKEPROOF_EXPORT(check_response) {
    auto const text = argument(0);
    auto o = read_options(argument(1));
    if (!o) return;
    if (o->regions.size() != 1) return refuse("a response comes from one Region");
    auto const from = lp::region::from(o->regions[0]);
    o->regions = {}; // these and house rules are for requests
    o->house_rules = nullptr;
    auto const request = answered_request(argument(2));
    if (!request)
        return refuse("the request that the response answers: " + message(request.report()[0]) +
                      " (check it by itself first)");
    give_report(text, lp::json::check_response(text, *request, *from, *o), false);
}

/// (text, options)
LAKEPROOF_EXPORT(mend) {
    auto const text = argument(0);
    if (auto const o = read_options(argument(1))) give(one_text{mended(std::string{text}, *o)});
}
