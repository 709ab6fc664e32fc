// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/check/detail/event_class_rules.hpp>
#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/pattern/detail/pattern_access.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
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

/// Why IAM can have no role of an ARN that satisfies the pattern.
enum class role_arn_fault : std::uint8_t {
    none,
    no_partition,
    no_slash,
    no_name,
    long_name,
    long_path,
    empty_segment,
};

inline constexpr std::size_t max_role_name = 64; // IAM's bounds; the path is from the first `/` to the last
inline constexpr std::size_t max_role_path = 512;

LAKEPROOF_ALWAYS_INLINE constexpr role_arn_fault fault_of(std::string_view arn) noexcept {
    using enum role_arn_fault;
    auto const partition = arn_partition(arn);
    if (partition.empty()) return no_partition;
    // What the pattern lets stand between the partition and the path has one length.
    constexpr std::string_view between = ":iam::123456789012:role";
    auto const path = arn.substr(std::string_view{"arn:"}.size() + partition.size() + between.size());
    if (path.front() != '/') return no_slash;
    if (path.back() == '/') return no_name;
    if (path.size() > max_role_name + 1) { // a shorter one breaks no bound
        auto const name = find_last(path, '/') + 1;
        if (path.size() - name > max_role_name) return long_name;
        if (name > max_role_path) return long_path;
    }
    return has_doubled(path, '/') ? empty_segment : none;
}

LAKEPROOF_NOINLINE constexpr void report_role_arn(document_view<role_arn> arn, role_arn_fault fault,
                                                  rule_sink& out) {
    auto const no_role = [&](message_literal why, std::size_t bound = 0) {
        out.report(rule::role_arn_unresolvable, arn, why, {.bound = bound});
    };
    switch (fault) {
    case role_arn_fault::none: return;
    case role_arn_fault::no_partition:
        return no_role("{value} is the ARN of no role: put the partition, mostly aws, behind arn:");
    case role_arn_fault::no_slash:
        return no_role("{value} is the ARN of no role: put a / right behind role");
    case role_arn_fault::no_name:
        return no_role("{value} is the ARN of no role: the role's name is missing at its end");
    case role_arn_fault::long_name:
        return no_role("{value} is the ARN of no role: IAM allows at most {bound} characters in the role's name, "
                       "behind the last /",
                       max_role_name);
    case role_arn_fault::long_path:
        return no_role("{value} is the ARN of no role: IAM allows at most {bound} characters in the role's path, "
                       "from the first / to the last",
                       max_role_path);
    case role_arn_fault::empty_segment:
        return no_role("{value} is the ARN of no role: IAM allows no // in a role's path");
    }
}

/// Whether a DNS name has an empty label.
constexpr bool has_empty_label(std::string_view name) noexcept {
    // A principal is an account ID or ends in .com.
    return name.ends_with(".com") && (name.starts_with('.') || has_doubled(name, '.'));
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

/// Whether a name that satisfies its pattern can stand in the name of a role: only what that pattern allows and a
/// role's does not is looked for.
constexpr bool has_role_characters(std::string_view name) noexcept {
    using role = pattern_access<provider_role_name_constraint::pattern>;
    static_assert(role::is_set);
    using own = pattern_access<source_name_constraint::pattern>;
    constexpr auto refused = byte_set{role::bytes}.invert().keep(own::bytes);
    return length_in_set<byte_set{refused}.invert()>(name) == name.size();
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
LAKEPROOF_ALWAYS_INLINE constexpr void
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
    if (arn.matches())
        if (auto const fault = detail::fault_of(arn.view()); fault != detail::role_arn_fault::none)
            detail::report_role_arn(arn, fault, out);
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
