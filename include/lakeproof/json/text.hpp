// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// What reads, checks and writes JSON text, declared. Include `<lakeproof/json/parse.hpp>` (reading and checking)
/// and `<lakeproof/json/serialize.hpp>` (writing) to have it defined as well, or `<lakeproof/json/light.hpp>` where
/// another source file of the program defines it.

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/check/runtime_rules.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// `run` has the rules of several requests together (`request_batch`), or is null.
template <shape Shape>
report check_json(std::string_view text, options const& o, runtime_rules const* run = nullptr);

/// A template only so that it can be declared without being compiled.
template <shape Response>
report check_response_json(std::string_view text, create_custom_log_source_request const& request,
                           region const& in, options const& o);

} // namespace detail

namespace json {

/// Checks a JSON text as a document of any modelled shape, without building a model.
///
/// Finds all violations in one pass, unknown, missing and repeated members included, each with its
/// JSON Pointer. A text that is no JSON, or over a limit, gets that one violation.
/// Complexity: linear in the text. Allocates nothing for a request that
/// could be valid, and for no shape whose lists are lists of strings such as `eventClasses`; for others it may.
template <shape Shape>
[[nodiscard]] report check(std::string_view text, options const& o = default_options) {
    return detail::check_json<Shape>(text, o);
}

/// Reads a JSON text into any modelled shape: the value if there is no error, and all violations.
///
/// The rules of string types, integers and upper bounds of lists are errors whatever the policy: no model could hold
/// what breaks them.
template <shape Shape>
[[nodiscard]] outcome<Shape> parse(std::string_view text, options const& o = default_options);

/// The JSON text of a request, a response or any other modelled shape.
///
/// Members in the order of the API reference, without white space; optional ones are left out when empty. Escapes
/// what JSON demands and nothing else. One allocation; throws `std::bad_alloc` only.
/// \code
/// std::string body = lakeproof::json::serialize(request);
/// \endcode
template <shape Shape>
[[nodiscard]] std::string serialize(Shape const& value);

/// Checks a JSON text as a CreateCustomLogSource request: no model, no allocation.
/// \code
/// auto report = lakeproof::json::check_request(text, {.regions = {lakeproof::regions::us_east_1}});
/// \endcode
[[nodiscard]] inline report check_request(std::string_view text, options const& o = default_options) {
    return check<create_custom_log_source_request>(text, o);
}

/// Reads a CreateCustomLogSource request from a JSON text.
/// \code
/// auto parsed = lakeproof::json::parse_request(text);
/// if (parsed) send(*parsed);
/// \endcode
[[nodiscard]] inline outcome<create_custom_log_source_request>
parse_request(std::string_view text, options const& o = default_options) {
    return parse<create_custom_log_source_request>(text, o);
}

/// Checks a JSON text as the response to a request in one Region: its form, and then its coherence.
///
/// A template, as `parse_response`, only so that a program without responses does not compile it.
template <shape Response = create_custom_log_source_response>
[[nodiscard]] report check_response(std::string_view text, create_custom_log_source_request const& request,
                                    region const& in, options const& o = default_options) {
    return detail::check_response_json<Response>(text, request, in, o);
}

/// Reads a CreateCustomLogSource response from a JSON text, leniently.
template <shape Response = create_custom_log_source_response>
[[nodiscard]] outcome<Response> parse_response(std::string_view text, options const& o = default_options) {
    return parse<Response>(text, o);
}

} // namespace json

/// What a `request_batch` calls to check a JSON text.
[[nodiscard]] inline report check_in_run(std::string_view text, options const& o,
                                         runtime_rules const& run) {
    return detail::check_json<create_custom_log_source_request>(text, o, &run);
}

} // namespace lakeproof
