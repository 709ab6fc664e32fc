// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/create_custom_log_source_rules.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/ocsf/event_class_list.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A name that IAM takes in the derived role, and as long as it may be in each Region.
inline source_name fitted(source_name const& name, options const& o) {
    using role = provider_role_name_constraint;
    std::string fit{name.view()};
    auto const& documented = info(rule::source_name_documented_limit);
    auto const where_it_fits = o.regions.empty() ? severity::error : severity::warning;
    if (o.policy.of(documented, where_it_fits) == severity::error && fit.size() > source_name_documented_limit)
        fit.resize(1 + fit.size() % source_name_documented_limit);
    for (std::string_view const region : o.regions)
        fit.resize(std::min(fit.size(), role::max_length - role::length_for(0, region)));
    if (o.policy[rule::provider_role_characters] == severity::error)
        for (char& c : fit)
            if (!role::pattern::matches({&c, 1})) c = '-';
    return source_name{fit};
}

/// A principal without an empty DNS label.
inline principal fitted(principal const& p) {
    std::string fit{p.view()};
    while (true) {
        auto const empty = fit.starts_with('.') ? 0 : fit.find("..");
        if (empty == fit.npos) return principal{fit};
        fit.erase(empty, 1);
        if (!principal::from(fit)) fit.insert(0, "x."); // amazonaws.com alone is none
    }
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

/// The event classes without those that are an error, and only the first where several are.
inline ocsf::event_class_list fitted(ocsf::event_class_list const& classes, report const& found) {
    ocsf::event_class_list fit;
    auto const add = [&](std::size_t i) { fit.push_back(ocsf::event_class_name{classes[i]}); };
    for (std::size_t i = 0; i < classes.size(); ++i) {
        auto const here = [where = "/eventClasses/" + std::to_string(i)](violation v) {
            return v.severity() == severity::error && v.pointer() == where;
        };
        if (std::none_of(found.begin(), found.end(), here)) add(i);
    }
    if (fit.size() != classes.size()) return fit;
    fit = {};
    add(0);
    return fit;
}

/// Bends a request of valid strings until it also keeps the rules of its own, as far as it can; one that does stays
/// as it is.
inline void fit_request(create_custom_log_source_request& request, options const& o) {
    auto& configuration = request.configuration;
    // Classes beyond those that a report keeps take another round.
    for (int round = 0; round < 4; ++round) {
        auto const found = check(request, o);
        if (found.ok()) return;
        auto const broken = [&found](std::string_view member) {
            return std::any_of(found.begin(), found.end(), [member](violation v) {
                return v.severity() == severity::error && v.pointer().starts_with(member);
            });
        };
        auto& arn = configuration.crawler_configuration.role_arn;
        if (broken("/configuration/crawlerConfiguration/roleArn")) arn = fitted(arn, o.regions);
        auto& identity = configuration.provider_identity;
        if (broken("/configuration/providerIdentity/principal")) identity.principal = fitted(identity.principal);
        if (broken("/sourceName")) request.source_name = fitted(request.source_name, o);
        if (broken("/eventClasses")) request.event_classes = fitted(request.event_classes, found);
    }
}

} // namespace lakeproof::testing::detail
