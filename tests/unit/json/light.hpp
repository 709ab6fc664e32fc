// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/fwd.hpp>

#include <string>
#include <string_view>

namespace lakeproof::test {

// What a unit with the whole header sees.
extern outcome<create_custom_log_source_request> (*const whole_parse)(std::string_view,
                                                                      options const&);
extern std::string (*const whole_serialize)(create_custom_log_source_request const&);

} // namespace lakeproof::test
