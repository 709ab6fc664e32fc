// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/rules/rule_info.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What the documents of an example are.
enum class example_kind { request, response, list_request, own_shape };

/// Documents of one run, in order, and the Regions that they are meant for. Shown is only what each has in place of
/// a usual document's piece.
struct example_case {
    std::vector<std::string> pieces;
    lakeproof::region_list regions;
};

/// Where a rule comes from.
struct rule_source {
    std::string_view name;
    std::string_view url;
};

/// A rule, broken by the last document of `before` and kept in `after`.
struct rule_example {
    lakeproof::rule rule;
    rule_source source;
    std::string_view piece; ///< of the usual document of its kind
    example_case before;
    example_case after;
    example_kind kind = example_kind::request;
    std::string_view house_pattern{}; ///< for sourceName

    [[nodiscard]] std::vector<std::string> documents(example_case const& c) const;
    /// What is found in the last document of a run.
    [[nodiscard]] lakeproof::report check(example_case const& c) const;
};

rule_example const& example_of(lakeproof::rule rule);
