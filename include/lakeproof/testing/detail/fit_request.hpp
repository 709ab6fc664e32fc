// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/check/create_custom_log_source_rules.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A name that IAM takes in the derived role, and that fits there in each Region.
inline source_name fitted(source_name const& name, region_list const& regions) {
    using role = provider_role_name_constraint;
    std::string fit{name.view()};
    if (fit.size() > source_name_documented_limit) fit.resize(1 + fit.size() % source_name_documented_limit);
    for (std::string_view const region : regions)
        fit.resize(std::min(fit.size(), role::max_length - role::length_for(0, region)));
    for (char& c : fit)
        if (!role::pattern::matches({&c, 1})) c = '-';
    return source_name{fit};
}

/// An ARN that a role can have, in the partition of the first Region that has a known one.
inline role_arn fitted(role_arn const& arn, region_list const& regions) {
    constexpr std::size_t max_name = 64, max_path = 512; // IAM's; both ends of the path are a /
    auto rest = arn.view().substr(arn.view().rfind(':') + 1 + std::string_view{"role"}.size());
    std::string path{"/"};
    std::string name;
    while (!rest.empty()) { // segment by segment, without the empty ones
        auto const segment = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
        if (segment.empty()) continue;
        if (!name.empty()) path += name + '/';
        name = segment;
    }
    if (path.size() > max_path) {
        path.resize(max_path - 1);
        if (path.back() != '/') path += '/';
    }
    std::string partition{arn_partition(arn.view())};
    if (partition.empty()) partition = "aws";
    for (std::string_view const region : regions)
        if (auto const p = lakeproof::detail::partition_of_code(region)) {
            // Regions of several partitions: the ARN may be in any of them.
            partition = to_string(*p);
            break;
        }
    if (name.empty()) name = "x";
    auto const account = arn.view().substr(arn.view().find(":iam::"), std::string_view{":iam::123456789012"}.size());
    auto const behind = std::string{account} + ":role" + path + name.substr(0, max_name);
    partition.resize(std::min(partition.size(), role_arn::constraint::max_length - 4 - behind.size()));
    return role_arn{"arn:" + partition + behind};
}

/// Bends a request of valid strings until it also keeps its own rules; one that does stays as it is.
inline void fit_request(create_custom_log_source_request& request, region_list const& regions) {
    request.source_name = fitted(request.source_name, regions);
    auto& arn = request.configuration.crawler_configuration.role_arn;
    arn = fitted(arn, regions);
}

} // namespace lakeproof::testing::detail
