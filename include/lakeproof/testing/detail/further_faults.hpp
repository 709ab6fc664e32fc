// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A text that breaks a rule which is neither of its length nor of its pattern.
struct broken_text {
    rule broken;
    std::string text;
};

inline std::vector<broken_text> broken_names(std::string const& name, region_list const& regions,
                                             bool whole) {
    std::vector<broken_text> out;
    auto const longer = [&](std::size_t size) {
        return name + std::string(size - std::min(size, name.size()), 'x');
    };
    out.push_back(
        {rule::source_name_documented_limit, longer(source_name_constraint::documented_limit + 1)});
    out.push_back({rule::source_name_documented_limit, longer(source_name::capacity)});
    if (!whole) return out;
    for (char const c : source_name_constraint::refused)
        out.push_back({rule::provider_role_characters, c + name.substr(1)});
    for (std::size_t i = 0; i < regions.size(); ++i)
        out.push_back({rule::provider_role_length,
                       longer(provider_role_name_constraint::max_length + 1 -
                              provider_role_name_constraint::length_for(0, regions[i]))});
    return out;
}

inline std::vector<broken_text> broken_arns(std::string const& arn, region_list const& regions,
                                            bool whole) {
    using role = role_arn_constraint;
    constexpr auto broken = rule::role_arn_unresolvable;
    auto const path = arn.find('/');
    auto const partition = arn_partition(arn);
    auto const edited = [&](std::size_t at, std::size_t size, std::string_view with) {
        auto text = arn;
        return text.replace(at, size, with);
    };
    std::string const long_name(role::max_role_name_length + 1, 'n');
    std::string const long_path(role::max_path_length, 'p');
    std::vector<broken_text> out{
        {broken, edited(4, partition.size(), "")},
        {broken, edited(path, 1, "")},
        {broken, edited(path, 1, "//")},
        {broken, edited(path, 1, '/' + long_path + '/')},
        {broken, arn.substr(0, arn.rfind('/') + 1)},
        {broken, arn.substr(0, arn.rfind('/') + 1) + long_name},
    };
    for (std::size_t i = 0; whole && i < regions.size(); ++i)
        if (lakeproof::detail::partition_of_code(regions[i]))
            out.push_back({rule::role_arn_partition, edited(4, partition.size(), "aws-elsewhere")});
    return out;
}

inline std::vector<broken_text> broken_principals(std::string const& principal) {
    constexpr auto broken = rule::principal_unresolvable;
    std::vector<broken_text> out{{broken, ".amazonaws.com"}, {broken, "a..amazon.com"}};
    if (principal.back() == 'm' && principal.size() < principal::capacity)
        out.push_back({broken, '.' + principal});
    return out;
}

inline std::vector<broken_text> broken_classes(std::string const& name) {
    constexpr auto broken = rule::event_class_undocumented;
    // No longer than before, so that the bound of the list is kept; no listed name has a digit.
    return {{broken, '0' + name.substr(1)}, {broken, ""}, {broken, name.substr(0, 1)}};
}

/// What a valid text can be made into, rule by rule: those of its constraint, and for a member of
/// the request also those of the whole.
inline std::vector<broken_text> further_faults(node const& n, std::string const& text,
                                               region_list const& regions) {
    auto const& nodes = nodes_of<create_custom_log_source_request>;
    bool const whole = &nodes[n.self % nodes.size()] == &n;
    if (n.text == &text_rules_of<source_name_constraint>) return broken_names(text, regions, whole);
    if (n.text == &text_rules_of<role_arn_constraint>) return broken_arns(text, regions, whole);
    if (n.text == &text_rules_of<principal_constraint>) return broken_principals(text);
    if (n.text == &text_rules_of<ocsf::event_class_constraint>) return broken_classes(text);
    return {};
}

} // namespace lakeproof::testing::detail
