// SPDX-License-Identifier: BSL-1.0
// What checks a document.
#include "check_options.hpp"
#include "exchange.hpp"
#include "fix/certain_fix.hpp"
#include "input/json_cursor.hpp"
#include "output/boosted.hpp"
#include "output/output.hpp"
#include "utf16.hpp"

#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/position.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace {

namespace lp = lakeproof;
namespace json = boost::json;

/// A piece of a text.
struct piece {
    std::size_t begin;
    std::size_t end;
};

/// What an editor underlines for a violation.
piece piece_of(std::string_view text, lp::violation const& v) {
    if (v.rule() == lp::rule::json_malformed || v.rule() == lp::rule::json_limit) {
        auto const begin = std::min(v.offset(), text.size());
        return {begin, std::min(begin + 1, text.size())};
    }
    auto at = lp::json::locate(text, v);
    if (!at && v.rule() == lp::rule::member_missing) at = lp::json::locate_parent(text, v);
    if (!at) return {0, text.size()};
    return {at->offset, at->offset + value_at(text, at->offset).size()};
}

json::value as_json(utf16_offsets& offsets, std::optional<text_edit> const& edit) {
    if (!edit) return nullptr;
    return json::object{{"from", offsets.of(edit->offset)},
                        {"to", offsets.of(edit->offset + edit->size)},
                        {"insert", edit->replacement}};
}

json::object as_json(std::string_view text, lp::report const& report, lp::violation const& v, bool request) {
    utf16_offsets offsets{text};
    auto const at = lp::json::locate(text, v);
    auto const shown = piece_of(text, v);
    json::value line;
    json::value column;
    if (at) {
        line = at->line;
        column = at->column;
    }
    return {{"rule", boosted(v.info().id)},
            {"severity", boosted(to_string(v.severity()))},
            {"pointer", boosted(v.pointer())},
            {"region", string_or_null(v.region())},
            {"message", boosted(words_of({{{}, std::nullopt, text}, report}, v))},
            {"line", line},
            {"column", column},
            {"suggestion", string_or_null(lp::suggestion(v))},
            {"from", offsets.of(shown.begin)},
            {"to", offsets.of(shown.end)},
            {"fix", as_json(offsets, request ? certain_fix(text, report, v) : std::nullopt)}};
}

void give_report(std::string_view text, lp::report const& report, bool request) {
    json::array violations;
    for (auto const& v : report) violations.push_back(as_json(text, report, v, request));
    give(json::object{{"ok", report.ok()}, {"violations", std::move(violations)}, {"omitted", report.omitted()}});
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
    auto const o = read_options(argument(1));
    if (!o) return;
    if (o->regions.size() != 1) return refuse("a response comes from one Region");
    auto const from = lp::region::from(o->regions[0]);
    auto const rules_of_responses = read_response_options(argument(1));
    lp::options lenient; // of the request its form must be right: the rest is its own check
    for (auto const& r : lp::rules()) static_cast<void>(lenient.policy.try_set(r, lp::severity::off));
    auto const request = lp::json::parse_request(argument(2), lenient);
    if (!request)
        return refuse("the request that the response answers: " + message(request.report()[0]) +
                      " (check it by itself first)");
    give_report(text, lp::json::check_response(text, *request, *from, *rules_of_responses), false);
}

/// (text, options)
LAKEPROOF_EXPORT(mend) {
    auto const text = argument(0);
    if (auto const o = read_options(argument(1))) give(json::value(mended(std::string{text}, *o)));
}
