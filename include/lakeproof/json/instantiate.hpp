// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Compiles what `<lakeproof/json/light.hpp>` only declares: to be included in exactly one source
/// file of a program that uses the light header.

#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

template outcome<create_custom_log_source_request>
parse<create_custom_log_source_request>(std::string_view, options const&);
template outcome<create_custom_log_source_response>
parse<create_custom_log_source_response>(std::string_view, options const&);
template std::string serialize(create_custom_log_source_request const&);
template std::string serialize(create_custom_log_source_response const&);

} // namespace lakeproof::json

namespace lakeproof::inline LAKEPROOF_ABI::detail {

template report check_json<create_custom_log_source_request>(std::string_view, options const&,
                                                                    runtime_rules const*);
template report check_json<create_custom_log_source_response>(std::string_view, options const&,
                                                                     runtime_rules const*);
template report check_response_json<create_custom_log_source_response>(
    std::string_view, create_custom_log_source_request const&, region const&, options const&);

} // namespace lakeproof::detail
