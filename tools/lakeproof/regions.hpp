// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "commands.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/check/region_list.hpp>

#include <string>
#include <vector>

/// The Regions of a command line; throws `usage_error` for what is none, and for more than 64.
inline lakeproof::region_list parse_regions(std::vector<std::string> const& codes) {
    lakeproof::region_list list;
    for (auto const& code : codes) {
        auto const region = lakeproof::region::from(code);
        if (!region) {
            std::string message = "--region ";
            lakeproof::append_quoted(message, code);
            throw usage_error{message + " is not the code of a Region (for example us-east-1)"};
        }
        if (!list.add(*region))
            throw usage_error{"--region: at most 64 Regions are taken at once"};
    }
    return list;
}
