// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/build_model.hpp>
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/check/response_rules.hpp>
#include <lakeproof/json/reader.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <string_view>

namespace lakeproof::json {

namespace detail {

/// Reads a text into a checker of a shape, and has the rest done where that worked.
template <class Shape, class Finish>
void check_text(std::string_view text, options const& o, report& out, bool strict,
                Finish const& finish) {
    constexpr auto const* nodes = nodes_of<Shape>.data();
    lakeproof::detail::document_memory<Shape> room;
    lakeproof::detail::overflow_memory more;
    auto memory = room.get(more);
    lakeproof::detail::document_checker checker{nodes, memory, o, out, strict};
    if (read(text, checker, more, nodes, o, out)) finish(checker);
}

} // namespace detail

/// Checks a JSON text as a document of any modelled shape, without building a model.
///
/// Finds all violations in one pass, unknown, missing and repeated members included, each with its
/// JSON Pointer. A text that is no JSON, or over a limit, gets that one violation.
/// Complexity: linear in the text. Allocates nothing for a shape whose lists and texts are bounded.
template <shape Shape>
[[nodiscard]] report check(std::string_view text, options const& o = {}) {
    report out;
    detail::check_text<Shape>(text, o, out, false, [&](auto const& checker) {
        lakeproof::detail::finish_check<Shape>(checker, o, out);
    });
    return out;
}

/// Reads a JSON text into any modelled shape: the value if there is no error, and all violations.
///
/// The rules of the string types are errors whatever the policy says.
template <shape Shape>
[[nodiscard]] outcome<Shape> parse(std::string_view text, options const& o = {}) {
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

/// Checks a JSON text as a CreateCustomLogSource request: no model, no allocation.
/// \code
/// auto report = lakeproof::json::check_request(text, {.regions =
/// {lakeproof::regions::us_east_1}}); \endcode
[[nodiscard]] inline report check_request(std::string_view text, options const& o = {}) {
    return check<create_custom_log_source_request>(text, o);
}

/// Reads a CreateCustomLogSource request from a JSON text.
/// \code
/// auto parsed = lakeproof::json::parse_request(text);
/// if (parsed) send(*parsed);
/// \endcode
[[nodiscard]] inline outcome<create_custom_log_source_request>
parse_request(std::string_view text, options const& o = {}) {
    return parse<create_custom_log_source_request>(text, o);
}

/// Checks a JSON text as the response to a request in one Region: its form, and then its coherence.
[[nodiscard]] inline report check_response(std::string_view text,
                                           create_custom_log_source_request const& request,
                                           region const& in, options const& o = {}) {
    report out;
    detail::check_text<create_custom_log_source_response>(
        text, o, out, false, [&](auto const& checker) {
            if (checker.has_cells())
                lakeproof::detail::response_checker{checker.cells(), request, in, o.policy, out}
                    .check();
        });
    return out;
}

/// Reads a CreateCustomLogSource response from a JSON text, leniently.
[[nodiscard]] inline outcome<create_custom_log_source_response>
parse_response(std::string_view text, options const& o = {}) {
    return parse<create_custom_log_source_response>(text, o);
}

} // namespace lakeproof::json
