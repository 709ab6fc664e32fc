// SPDX-License-Identifier: BSL-1.0
#include "commands/commands.hpp"
#include "commands/schema_of.hpp"
#include "configuration/configuration.hpp"
#include "output/output.hpp"
#include "output/pretty_json.hpp"

#include <lakeproof/json/schema.hpp>

#include <string_view>

namespace {

boost::json::object schema_of_configuration() {
    return lakeproof::json::schema<configuration>(
        {.id = "urn:lakeproof:configuration",
         .title = "Lakeproof's configuration",
         .description = "A file .lakeproof.json, found upwards from each file that is checked."});
}

} // namespace

int run_schema(std::string_view what) {
    print(pretty(what == "configuration" ? schema_of_configuration()
                 : what == "response"    ? schema_of_response()
                                         : schema_of_request()) +
          '\n');
    return exit_ok;
}
