// SPDX-License-Identifier: BSL-1.0
#include "commands/schema_of.hpp"

#include <lakeproof/json/schema.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

boost::json::object schema_of_request() {
    return lakeproof::json::schema<lakeproof::create_custom_log_source_request>(
        {.id = "urn:lakeproof:create-custom-log-source-request",
         .title = "CreateCustomLogSourceRequest",
         .description = "A request to Amazon Security Lake for a custom source."});
}

boost::json::object schema_of_response() {
    return lakeproof::json::schema<lakeproof::create_custom_log_source_response>(
        {.id = "urn:lakeproof:create-custom-log-source-response",
         .title = "CreateCustomLogSourceResponse",
         .description = "What Amazon Security Lake answers to CreateCustomLogSource."});
}
