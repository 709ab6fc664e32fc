// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "command_line/nearest.hpp"
#include "commands/commands.hpp"
#include "output/output.hpp"

#include <lakeproof/rules/rule.hpp>

#include <ranges>
#include <string>
#include <string_view>

/// The rule that a word of the command line names; throws `usage_error` where there is none.
inline lakeproof::rule rule_argument(std::string_view id) {
    if (auto const r = lakeproof::rule_from(id)) return *r;
    auto message = "there is no rule " + in_quotes(id);
    auto const ids = lakeproof::rules() | std::views::transform([](auto const& r) { return r.id; });
    if (auto const meant = nearest(id, ids); !meant.empty())
        message += "; did you mean " + std::string{meant} + '?';
    throw usage_error{message + " ('lakeproof rules' lists them)"};
}
