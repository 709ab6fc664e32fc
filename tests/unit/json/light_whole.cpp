// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "light.hpp"

namespace lakeproof::test {

outcome<create_custom_log_source_request> (*const whole_parse)(std::string_view, options const&) =
    json::parse<create_custom_log_source_request>;
std::string (*const whole_serialize)(create_custom_log_source_request const&) =
    json::serialize<create_custom_log_source_request>;

} // namespace lakeproof::test
