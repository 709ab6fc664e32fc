// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "light.hpp"

namespace lakeproof::test {

outcome<create_custom_log_source_request> (*const whole_parse)(std::string_view, options const&) =
    json::parse<create_custom_log_source_request>;
report (*const whole_check)(std::string_view,
                            options const&) = json::check<create_custom_log_source_request>;

} // namespace lakeproof::test
