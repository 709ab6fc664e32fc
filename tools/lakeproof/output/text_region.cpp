// SPDX-License-Identifier: BSL-1.0
#include "output/text_region.hpp"
#include "input/json_cursor.hpp"

#include <lakeproof/json/position.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>

#include <algorithm>

namespace {

/// The column of a position in characters: the bytes before it in its line that continue none.
std::size_t column_in_characters(std::string_view text, lakeproof::json::position const& p) {
    auto const before = text.substr(p.offset + 1 - p.column, p.column - 1);
    return 1 + static_cast<std::size_t>(std::ranges::count_if(
                   before, [](char c) { return !lakeproof::detail::is_continuation(c); }));
}

} // namespace

text_region region_at(checked_document const& document, std::size_t offset, std::size_t size) {
    auto const source = source_of(document);
    auto const position_of = [&](std::size_t at) {
        return document.derived != nullptr ? document.derived->source().position_of(at)
                                           : lakeproof::json::position_of(source, at);
    };
    auto const first = position_of(offset);
    auto const last = position_of(offset + size);
    auto const before = document.line.value_or(1) - 1;
    return {first.line + before, column_in_characters(source, first), last.line + before,
            column_in_characters(source, last)};
}

std::optional<text_region> region_of(checked_document const& document,
                                     lakeproof::violation const& v) {
    auto const at = place_to_show(document, v);
    if (!at) {
        if (!document.line) return std::nullopt;
        return region_at(document, 0, document.text.size());
    }
    bool const a_value = v.rule() != lakeproof::rule::json_malformed && v.rule() != lakeproof::rule::json_limit &&
                         document.format != input_format::yaml;
    return region_at(document, at->offset,
                     a_value ? value_at(source_of(document), at->offset).size() : 0);
}
