// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"

#include <chrono>
#include <utility>

// The names and types of resources, and the codes, are placeholders: the service documents none.

using code = lakeproof::service_error_code;

namespace {

constexpr char const* source_type = "CustomLogSource";

lakeproof::http::service_error about_source(code what, std::string_view name, std::string message) {
    auto error = lakeproof::http::make_service_error(what, std::move(message));
    error.details.resource_name = name;
    error.details.resource_type = source_type;
    return error;
}

lakeproof::http::service_error about_lake(code what, std::string message) {
    auto error = lakeproof::http::make_service_error(what, std::move(message));
    error.details.resource_name = "default";
    error.details.resource_type = "DataLake";
    return error;
}

std::string quoted(std::string_view text) { return '\'' + std::string{text} + '\''; }

} // namespace

lakeproof::http::service_error name_taken(std::string_view name, lakeproof::region const& in) {
    return about_source(code::conflict, name,
                        "A custom log source named " + quoted(name) + " already exists in " +
                            std::string{in.view()} +
                            ": sourceName must be a Regionally unique value");
}

lakeproof::http::service_error crawler_left(std::string_view crawler_arn) {
    auto error = lakeproof::http::make_service_error(
        code::conflict, "The AWS Glue crawler " + std::string{crawler_arn} +
                            " already exists: delete what is left of the deleted source before its "
                            "name is used again");
    error.details.resource_name = crawler_arn;
    error.details.resource_type = "Crawler";
    return error;
}

lakeproof::http::service_error lake_is_changing() {
    return about_lake(code::conflict,
                      "Another change of the data lake is in progress: try again later");
}

lakeproof::http::service_error account_full(std::string_view account, std::int64_t limit) {
    return lakeproof::http::make_service_error(
        code::bad_request, "The account " + std::string{account} + " has " + std::to_string(limit) +
                               " custom log sources, and no account may have more");
}

lakeproof::http::service_error role_unknown(lakeproof::role_arn const& role) {
    return lakeproof::http::make_service_error(code::bad_request,
                                               "The crawler role " + std::string{role.view()} +
                                                   " does not exist, or has not propagated yet");
}

lakeproof::http::service_error token_unknown() {
    return lakeproof::http::make_service_error(
        code::bad_request, "nextToken is none that was returned for a list with these filters");
}

lakeproof::http::service_error no_such_source(std::string_view name,
                                              std::optional<std::string_view> version,
                                              lakeproof::region const& in) {
    auto message = "No custom log source named " + quoted(name);
    if (version) message += " has the version " + quoted(*version);
    return about_source(code::resource_not_found, name,
                        message + (version ? " in " : " exists in ") + std::string{in.view()});
}

lakeproof::http::service_error nothing_left(std::string_view name, lakeproof::region const& in) {
    return about_source(code::resource_not_found, name,
                        "Nothing is left of a source named " + quoted(name) + " in " +
                            std::string{in.view()});
}

lakeproof::http::service_error lake_missing(lakeproof::region const& in, std::int32_t status) {
    if (status == info(code::resource_not_found).status)
        return about_lake(code::resource_not_found,
                          "Security Lake is not enabled in " + std::string{in.view()});
    auto error = lakeproof::http::make_service_error(
        code::access_denied, "Unable to determine service/operation name to be authorized");
    error.details.error_code = "AccessDenied";
    return error;
}

lakeproof::http::service_error injected(code what, std::string_view operation,
                                        std::string_view name) {
    auto error = lakeproof::http::make_service_error(what, {});
    auto& details = error.details;
    auto const why = [&details](std::string message) {
        details.message = std::move(message) + " (injected)";
    };
    switch (what) {
    case code::access_denied:
        why("You are not authorized to perform securitylake:" + std::string{operation});
        details.error_code = "AccessDenied";
        break;
    case code::bad_request: why("The request is malformed"); break;
    case code::conflict:
        why("A previous write has not reached this host yet");
        details.resource_name = name;
        details.resource_type = source_type;
        break;
    case code::internal_server: why("Internal error"); break;
    case code::resource_not_found:
        why("There is no data lake here");
        details.resource_name = "default";
        details.resource_type = "DataLake";
        break;
    case code::throttling:
        why("Rate exceeded");
        details.service_code = "securitylake";
        details.quota_code = "L-00000000";
        error.retry_after = std::chrono::seconds{1};
        break;
    }
    return error;
}
