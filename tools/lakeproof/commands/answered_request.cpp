// SPDX-License-Identifier: BSL-1.0
#include "commands/answered_request.hpp"

#include <lakeproof/check/options.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/rules/rule.hpp>

lakeproof::outcome<lakeproof::create_custom_log_source_request> answered_request(std::string_view text) {
    lakeproof::options lenient;
    for (auto const& r : lakeproof::rules()) static_cast<void>(lenient.policy.try_set(r, lakeproof::severity::off));
    return lakeproof::json::parse_request(text, lenient);
}
