// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"

#include <chrono>

// The names and types of resources, and the codes, are placeholders: the service documents none.

namespace {

constexpr char const* source_type = "CustomLogSource";

} // namespace

lakeproof::http::service_error name_taken(std::string_view name, lakeproof::region const& in) {
    auto error = lakeproof::http::make_service_error(
        lakeproof::service_error_code::conflict,
        "A custom log source named '" + std::string{name} + "' already exists in " +
            std::string{in.view()} + ": sourceName must be a Regionally unique value");
    error.details.resource_name = name;
    error.details.resource_type = source_type;
    return error;
}

lakeproof::http::service_error injected(lakeproof::service_error_code code, std::string_view name) {
    auto error = lakeproof::http::make_service_error(code, {});
    auto& details = error.details;
    auto const why = [&details](char const* message) {
        details.message = std::string{message} + " (injected)";
    };
    switch (code) {
    case lakeproof::service_error_code::access_denied:
        why("You are not authorized to perform securitylake:CreateCustomLogSource");
        details.error_code = "AccessDenied";
        break;
    case lakeproof::service_error_code::bad_request: why("The request is malformed"); break;
    case lakeproof::service_error_code::conflict:
        why("A previous write has not reached this host yet");
        details.resource_name = name;
        details.resource_type = source_type;
        break;
    case lakeproof::service_error_code::internal_server: why("Internal error"); break;
    case lakeproof::service_error_code::resource_not_found:
        why("There is no data lake here");
        details.resource_name = "default";
        details.resource_type = "DataLake";
        break;
    case lakeproof::service_error_code::throttling:
        why("Rate exceeded");
        details.service_code = "securitylake";
        details.quota_code = "L-00000000";
        error.retry_after = std::chrono::seconds{1};
        break;
    }
    return error;
}
