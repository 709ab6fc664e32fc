// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_checker.hpp>
#include <lakeproof/check/detail/document_memory.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/check/request_rules.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/version.hpp>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// Everything that is checked once a document has been read.
template <class Shape>
constexpr void finish_check(document_checker const& checker, options const& o, report& out) {
    if (checker.has_cells()) whole_rules<Shape>::check(checker.cells(), o, out);
    if (!o.regions.empty()) check_regions(nodes_of<Shape>.data(), o, out);
}

/// Checks a value of a shape in memory that is there.
template <class Shape>
constexpr void check_in(cell_memory memory, Shape const& value, options const& o, report& out) {
    document_checker checker{nodes_of<Shape>.data(), memory, o, out, false};
    walk(value, nodes_of<Shape>.data(), 0, checker);
    finish_check<Shape>(checker, o, out);
}

/// The same with what the heap has. Apart, since clang takes no variable in a constexpr
/// function whose type can be in no constant.
template <class Shape>
void check_on_heap(document_memory<Shape>& room, Shape const& value, options const& o,
                   report& out) {
    overflow_memory more;
    check_in(room.get(more), value, o, out);
}

} // namespace detail

/// Checks a request, or any other modelled shape, in its context.
///
/// What the types cannot know: the documented limit of the name, event classes that nobody lists or
/// that repeat, ARNs that no role can have, the derived role in each Region, house rules, requests
/// that conflict. Violations come in the order of the tables.
///
/// Complexity: linear in the request, times the Regions for the derived role. Allocates, and so
/// throws `std::bad_alloc`, only for a `request_run`, house rules, and lists without a bound.
/// \code
/// static_assert(lakeproof::check(request, {.regions = {lakeproof::regions::us_east_1}}).ok());
/// \endcode
template <shape Shape>
[[nodiscard]] constexpr report check(Shape const& value, options const& o = {}) {
    report out;
    detail::document_memory<Shape> room;
    if constexpr (detail::unbounded<Shape>)
        detail::check_on_heap(room, value, o, out);
    else
        detail::check_in(room.get(), value, o, out);
    return out;
}

} // namespace lakeproof
