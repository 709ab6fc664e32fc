// SPDX-License-Identifier: BSL-1.0
#include "fix/certain_fix.hpp"
#include "input/json_cursor.hpp"

#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/position.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace {

namespace lp = lakeproof;

/// A report shows 64 violations, and each round mends what one shows. A hostile text could ask for thousands.
constexpr std::size_t most_rounds = 64;

std::string parent_of(std::string const& pointer) { return pointer.substr(0, pointer.rfind('/')); }

/// Whether no other member of the object claims the suggested name or has it.
bool only_claim(std::string_view text, lp::report const& report, lp::violation const& v,
                std::string_view name) {
    if (report.omitted() != 0) return false; // another claim may be among them
    auto const parent = parent_of(v.pointer());
    if (lp::json::locate(text, parent + '/' + std::string{name})) return false;
    return std::count_if(report.begin(), report.end(), [&](lp::violation const& other) {
               return other.rule() == lp::rule::member_unknown && lp::suggestion(other) == name &&
                      parent_of(other.pointer()) == parent;
           }) == 1;
}

/// Whether no other event class is as close as a suggestion for a misspelt one may be.
bool only_class(std::string_view written, std::string_view suggested) {
    constexpr std::size_t closest = 3;
    return std::ranges::none_of(lp::ocsf::event_classes(), [&](auto const c) {
        auto const name = to_string(c);
        return name != suggested && lp::detail::edit_distance(name, written) <= closest;
    });
}

/// Whether two values are the same: byte by byte, or as strings that are escaped differently.
bool same_value(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.front() != '"' || b.front() != '"') return false;
    using walker = lp::detail::text_walker;
    return walker::unescaped(a.substr(1, a.size() - 2)) == walker::unescaped(b.substr(1, b.size() - 2));
}

/// Takes away an element or a member that is not the first, with the comma before it and the blanks around that.
text_edit removal(std::string_view text, std::size_t begin, std::size_t value) {
    auto const comma = text.rfind(',', begin);
    auto const from = text.find_last_not_of(" \t\r\n", comma - 1) + 1;
    return {from, value + value_at(text, value).size() - from, ""};
}

std::optional<text_edit> without_repeated_member(std::string_view text, lp::violation const& v) {
    using access = lp::detail::violation_access;
    auto const first = lp::json::locate(text, v.pointer());
    auto const repeated = lp::json::locate(text, v);
    if (!first || !repeated || first->offset == repeated->offset) return std::nullopt;
    if (!same_value(value_at(text, first->offset), value_at(text, repeated->offset)))
        return std::nullopt;
    lp::detail::text_walker walker{text};
    auto const where = access::where(v);
    if (!lp::detail::walk_to(walker, access::nodes(v), where, access::nodes(v)[where.at].parent) ||
        !walker.enter_member_at(access::member_position(v)))
        return std::nullopt;
    return removal(text, walker.name_offset(), walker.offset());
}

bool certain(std::string_view text, lp::report const& report, lp::violation const& v,
             std::string_view suggested) {
    switch (v.rule()) {
    case lp::rule::member_unknown: return only_claim(text, report, v, suggested);
    case lp::rule::event_class_undocumented: return only_class(v.text(), suggested);
    case lp::rule::event_class_pattern:
    case lp::rule::principal_pattern: return true;
    default: return false;
    }
}

std::vector<text_edit> certain_fixes(std::string_view text, lp::report const& report) {
    std::vector<text_edit> edits;
    for (auto const& v : report)
        if (auto edit = certain_fix(text, report, v)) edits.push_back(*std::move(edit));
    std::ranges::sort(edits, {}, &text_edit::offset);
    return edits;
}

} // namespace

std::optional<text_edit> certain_fix(std::string_view text, lp::report const& report,
                                     lp::violation const& v) {
    if (v.rule() == lp::rule::member_duplicate) return without_repeated_member(text, v);
    auto const at = lp::json::locate(text, v);
    if (!at) return std::nullopt;
    if (v.rule() == lp::rule::event_class_duplicate) return removal(text, at->offset, at->offset);
    auto const suggested = lp::suggestion(v);
    if (suggested.empty() || v.cut() || !certain(text, report, v, suggested)) return std::nullopt;
    return text_edit{at->offset, value_at(text, at->offset).size(),
                     '"' + std::string{suggested} + '"'};
}

std::string mended(std::string text, lp::options const& options) {
    for (std::size_t round = 0; round < most_rounds; ++round) {
        auto const edits = certain_fixes(text, lp::json::check_request(text, options));
        if (edits.empty()) break;
        std::string next;
        std::size_t done = 0;
        for (auto const& edit : edits) {
            if (edit.offset < done) continue; // within what was just removed
            next += std::string_view{text}.substr(done, edit.offset - done);
            next += edit.replacement;
            done = edit.offset + edit.size;
        }
        next += std::string_view{text}.substr(done);
        text = std::move(next);
    }
    return text;
}
