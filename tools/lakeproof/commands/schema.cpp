// SPDX-License-Identifier: BSL-1.0
#include "commands/commands.hpp"
#include "configuration/configuration.hpp"
#include "output/output.hpp"
#include "output/pretty_json.hpp"

#include <lakeproof/json/schema.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <boost/json/object.hpp>

#include <string_view>

namespace {

boost::json::object schema_of(std::string_view what) {
    namespace lp = lakeproof;
    if (what == "configuration")
        return lp::json::schema<configuration>(
            {.id = "urn:lakeproof:configuration",
             .title = "Lakeproof's configuration",
             .description = "A file .lakeproof.json, found upwards from each "
                            "file that is checked."});
    if (what == "response")
        return lp::json::schema<lp::create_custom_log_source_response>(
            {.id = "urn:lakeproof:create-custom-log-source-response",
             .title = "CreateCustomLogSourceResponse",
             .description = "What Amazon Security Lake answers to CreateCustomLogSource."});
    return lp::json::schema<lp::create_custom_log_source_request>(
        {.id = "urn:lakeproof:create-custom-log-source-request",
         .title = "CreateCustomLogSourceRequest",
         .description = "A request to Amazon Security Lake for a custom source."});
}

} // namespace

int run_schema(std::string_view what) {
    print(pretty(schema_of(what)) + '\n');
    return exit_ok;
}
