// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/response_rules.hpp>
#include <lakeproof/json/detail/reader.hpp>
#include <lakeproof/json/read.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

namespace detail {

/// Reads a text into a checker of a shape, and has the rest done where that worked.
template <class Shape, class Finish>
void check_text(std::string_view text, options const& o, report& out, bool strict,
                Finish const& finish) {
    constexpr auto const* nodes = nodes_of<Shape>.data();
    lakeproof::detail::document_memory<Shape> room;
    lakeproof::detail::overflow_memory more;
    auto memory = [&] {
        if constexpr (lakeproof::detail::unbounded<Shape>)
            return room.get(more);
        else
            return room.get();
    }();
    lakeproof::detail::document_checker checker{nodes, memory, o, out, strict};
    if (read(text, checker, more, nodes, o, out)) finish(checker);
}

template <shape Response>
report check_response(std::string_view text, create_custom_log_source_request const& request,
                      region const& in, options const& o) {
    report out;
    check_text<Response>(text, o, out, false, [&](auto const& checker) {
        if (checker.has_cells())
            lakeproof::detail::response_checker{checker.cells(), request, in, o.policy, out}
                .check();
    });
    return out;
}

} // namespace detail

template <shape Shape>
report check(std::string_view text, options const& o) {
    report out;
    detail::check_text<Shape>(text, o, out, false, [&](auto const& checker) {
        lakeproof::detail::finish_check<Shape>(checker, o, out);
    });
    return out;
}

template <shape Shape>
outcome<Shape> parse(std::string_view text, options const& o) {
    outcome<Shape> result;
    auto& out = result.report();
    detail::check_text<Shape>(text, o, out, true, [&](auto const& checker) {
        lakeproof::detail::finish_check<Shape>(checker, o, out);
        if (!out.ok()) return;
        result.emplace([&] {
            auto const cells = checker.cells();
            return lakeproof::detail::build<Shape>(cells.nodes, 0, {cells.block, 0});
        });
    });
    return result;
}

} // namespace lakeproof::json
