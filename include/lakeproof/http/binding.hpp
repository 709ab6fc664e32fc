// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// How an operation travels over HTTP.
struct binding {
    std::string_view method;
    std::string_view target;
    std::string_view content_type; ///< of the request and the response
    int status;                    ///< of success
};

/// The binding of CreateCustomLogSource. Source: the API reference.
/// \code
/// static_assert(lakeproof::http::create_custom_log_source.method == "POST");
/// \endcode
inline constexpr binding create_custom_log_source{"POST", "/v1/datalake/logsources/custom",
                                                  "application/json", 200};

} // namespace lakeproof::http
