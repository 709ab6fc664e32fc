// SPDX-License-Identifier: BSL-1.0
#include "command_line/option_values.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/rules/rule.hpp>

#include <string_view>

option_values values_of(CLI::Option const& option) {
    auto const type = option.get_type_name();
    auto const equals = type.find('=');
    auto const name = type.substr(0, equals);
    option_values values;
    if (name == "CODE") {
        for (auto const& r : lakeproof::known_regions()) values.words.emplace_back(r.code);
    } else if (name == "RULE") {
        if (equals != std::string::npos)
            values.then = CLI::detail::split(type.substr(equals + 1), '|');
        for (auto const& r : lakeproof::rules())
            if (values.then.empty() || !r.fixed) values.words.emplace_back(r.id);
    } else if (name == "FILE") {
        values.files = true;
    } else if (name.find('|') != std::string::npos) {
        values.words = CLI::detail::split(name, '|');
    }
    return values;
}
