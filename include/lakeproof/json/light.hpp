// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Reading, checking and writing requests and responses as JSON text, without compiling any of it:
/// Boost.JSON's parser and Lakeproof's checks are compiled once in a program.
///
/// Exactly one source file of the program includes `<lakeproof/json/instantiate.hpp>`. The others
/// may include this header, `<lakeproof/json.hpp>`, or both: all call the same functions. Shapes of
/// one's own need `<lakeproof/json.hpp>`.

#include <lakeproof/json/text.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

extern template outcome<create_custom_log_source_request>
parse<create_custom_log_source_request>(std::string_view, options const&);
extern template outcome<create_custom_log_source_response>
parse<create_custom_log_source_response>(std::string_view, options const&);
extern template std::string serialize(create_custom_log_source_request const&);
extern template std::string serialize(create_custom_log_source_response const&);

} // namespace lakeproof::json

namespace lakeproof::inline LAKEPROOF_ABI::detail {

extern template report check_json<create_custom_log_source_request>(std::string_view, options const&,
                                                                    runtime_rules const*);
extern template report check_json<create_custom_log_source_response>(std::string_view, options const&,
                                                                     runtime_rules const*);
extern template report check_response_json<create_custom_log_source_response>(
    std::string_view, create_custom_log_source_request const&, region const&, options const&);

} // namespace lakeproof::detail
