// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/check/detail/event_class_rules.hpp>
#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/text/detail/fixed_text.hpp>
#include <lakeproof/text/detail/separators.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The API reference's advice for `sourceName`, which keeps the derived role name legal in every Region.
inline constexpr std::size_t source_name_documented_limit = 20;

namespace detail {

/// Whether the role derived from a name of this length fits in a Region.
constexpr bool role_fits(std::size_t name_length, std::string_view region) noexcept {
    using role = provider_role_name_constraint;
    return role::length_for(name_length, region) <= role::max_length;
}

LAKEPROOF_NOINLINE constexpr void check_documented_limit(document_view<source_name> name, rule_sink& out) {
    bool fits = !out.regions().empty();
    for (std::string_view const region : out.regions()) fits = fits && role_fits(name.length(), region);
    out.report(rule::source_name_documented_limit, name,
               "{value} has {length} characters: the API reference asks for {bound} or fewer, which fit in "
               "every Region",
               {.bound = source_name_documented_limit,
                .by_default = fits ? severity::warning : severity::error}); // Regions are what the limit is for
}

/// Whether IAM can have a role of an ARN that satisfies the pattern.
constexpr bool resolvable(std::string_view arn) noexcept {
    constexpr std::size_t max_role_name = 64; // IAM's bounds; the path is from the first `/` to the last
    constexpr std::size_t max_path = 512;
    auto const partition = arn_partition(arn);
    // What the pattern lets stand between the partition and the path has one length.
    auto const path = partition.data() + partition.size() + std::string_view{":iam::123456789012:role"}.size() - arn.data();
    auto const role = arn.substr(static_cast<std::size_t>(path));
    if (partition.empty() || role.front() != '/') return false;
    auto const slashes = find_separators(role, '/');
    auto const name = role.size() - slashes.last - 1;
    return !slashes.doubled && name >= 1 && name <= max_role_name && slashes.last + 1 <= max_path;
}

/// Whether a DNS name has an empty label.
constexpr bool has_empty_label(std::string_view name) noexcept {
    // A principal is an account ID or ends in .com.
    return name.ends_with(".com") && (name.starts_with('.') || find_separators(name, '.').doubled);
}

LAKEPROOF_NOINLINE constexpr void check_role_length(document_view<source_name> name, rule_sink& out) {
    using role = provider_role_name_constraint;
    for (std::string_view const region : out.regions()) {
        if (role_fits(name.length(), region)) continue;
        detail::fixed_text<20> most;
        most.append(static_cast<std::int64_t>(role::max_length - role::length_for(0, region)));
        out.report(role::length_rule, name,
                   "{value} makes the derived role name {length} characters long in {region}, and IAM allows "
                   "{bound}: there sourceName must have length less than or equal to {detail}",
                   {.region = region, .bound = role::max_length, .detail = most.view(),
                    .length = role::length_for(name.length(), region)});
    }
}

/// Whether a name that satisfies its pattern can stand in the name of a role.
constexpr bool has_role_characters(std::string_view name) noexcept {
    return provider_role_name_constraint::pattern::matches(name);
}

LAKEPROOF_NOINLINE constexpr void check_partition(document_view<role_arn> arn, rule_sink& out) {
    auto const partition = arn_partition(arn.view());
    if (partition.empty()) return;
    for (std::string_view const region : out.regions()) {
        auto const regional = partition_of_code(region);
        if (regional && to_string(*regional) != partition)
            out.report(rule::role_arn_partition, arn,
                       "{value} is not in the partition of {region}, which is {detail}",
                       {.region = region, .detail = to_string(*regional)});
    }
}

} // namespace detail

/// The rules of CreateCustomLogSource about what was read, in catalogue order.
constexpr void
create_custom_log_source_request::check(document_view<create_custom_log_source_request> d, rule_sink& out) {
    using request = create_custom_log_source_request;
    using configuration = custom_log_source_configuration;
    auto const name = d[&request::source_name];
    auto const conf = d[&request::configuration];
    auto const arn = conf[&configuration::crawler_configuration]
                         [&custom_log_source_crawler_configuration::role_arn];
    auto const identity = conf[&configuration::provider_identity][&aws_identity::principal];

    if (name.length() > source_name_documented_limit) detail::check_documented_limit(name, out);
    detail::check_event_classes(d[&request::event_classes], out);
    if (arn.matches() && !detail::resolvable(arn.view()))
        out.report(rule::role_arn_unresolvable, arn,
                   "{value} matches the service's pattern, but no IAM role has such an ARN: it needs a "
                   "partition, 'role/', a path of at most 512 characters without empty segments, and a name "
                   "of 1 to 64 characters");
    if (identity.matches() && detail::has_empty_label(identity.view()))
        out.report(rule::principal_unresolvable, identity,
                   "{value} has an empty DNS label: no service principal has such a name");
    if (name.right_type() && !out.regions().empty()) detail::check_role_length(name, out);
    if (name.matches() && !detail::has_role_characters(name.view()))
        out.report(rule::provider_role_characters, name,
                   "{value} has a character that IAM refuses in the derived role name: use none of \\ : /");
    if (arn.matches() && !out.regions().empty()) detail::check_partition(arn, out);
}

} // namespace lakeproof
