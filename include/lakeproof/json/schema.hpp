// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/detail/schema_writer.hpp>
#include <lakeproof/model/shape.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/object.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

/// What a JSON Schema says of itself; what is empty is left out.
struct schema_header {
    std::string_view id{}; ///< a URI
    std::string_view title{};
    std::string_view description{};
};

/// The JSON Schema (2020-12) of any modelled shape, derived from its member table: for editors, and for validators in
/// any language.
///
/// It holds what a check finds in structure and strings: types, members that are missing or unknown (an open shape
/// may have more), lengths, patterns (without escapes that the `u` flag refuses), bounds, closed sets, unions; null
/// is absent. Of the rules it has what a string must be one of: event classes on neither list of AWS's and unknown
/// Regions are no values. What it cannot say: that a name is repeated, and that `1.0` is no integer.
/// \code
/// boost::json::object const s = lakeproof::json::schema<lakeproof::create_custom_log_source_request>(
///     {.id = "urn:example:request", .title = "A custom source"});
/// \endcode
template <shape Shape>
[[nodiscard]] boost::json::object schema(schema_header const& header = {}) {
    boost::json::object out;
    out["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    detail::put_text(out, "$id", header.id);
    detail::put_text(out, "title", header.title);
    detail::put_text(out, "description", header.description);
    detail::schema_writer{out}.template value<Shape>();
    return out;
}

} // namespace lakeproof::inline LAKEPROOF_ABI::json
