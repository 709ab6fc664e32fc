// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/severity.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Every rule that Lakeproof checks; `info(rule)` has the id, the severity and the reason.
///
/// The enumerators stand in the order of the catalogue below, which a `static_assert` proves.
enum class rule : std::uint8_t {
    json_malformed,
    json_limit,
    member_type,
    member_missing,
    member_duplicate,
    member_unknown,
    source_name_length,
    source_name_pattern,
    source_name_documented_limit,
    source_version_length,
    source_version_pattern,
    event_class_pattern,
    event_class_undocumented,
    event_class_duplicate,
    event_class_retired,
    event_classes_limit,
    role_arn_length,
    role_arn_pattern,
    role_arn_unresolvable,
    principal_length,
    principal_pattern,
    principal_unresolvable,
    external_id_length,
    external_id_pattern,
    string_length,
    string_pattern,
    provider_role_length,
    provider_role_characters,
    role_arn_partition,
    region_unknown,
    region_unsupported,
    source_name_conflict,
    source_name_collision,
    response_source_mismatch,
    response_role_mismatch,
    response_location_mismatch,
    response_arn_mismatch,
    house_rule,
};

/// What the catalogue says of one rule.
struct rule_info {
    rule value;
    std::string_view id;       ///< stable kebab-case name, as the tool prints it
    severity default_severity; ///< what it reports unless a policy says otherwise
    bool fixed;                ///< no policy may change the severity
    std::string_view title;    ///< what holds when the rule is kept
    std::string_view why;      ///< one sentence: what goes wrong otherwise
};

namespace detail {

inline constexpr rule_info rule_catalogue[] = {
    {rule::json_malformed, "json-malformed", severity::error, true,
     "The text is one RFC 8259 JSON value in valid UTF-8",
     "The service cannot read anything else and answers 400 for it."},
    {rule::json_limit, "json-limit", severity::error, true,
     "The text stays within the byte and depth limits",
     "A bound on size and nesting keeps a hostile document from costing memory or stack."},
    {rule::member_type, "member-type", severity::error, true,
     "A member has the JSON type of its shape",
     "The service refuses a member of another JSON type, and nothing below it can be checked."},
    {rule::member_missing, "member-missing", severity::error, true, "A required member is present",
     "The service answers 400 when a required member is absent or null."},
    {rule::member_duplicate, "member-duplicate", severity::error, true,
     "A member name occurs once in its object",
     "JSON readers disagree about which of two equal names counts, so what was checked may not be "
     "what is used."},
    {rule::member_unknown, "member-unknown", severity::warning, false,
     "An object has only the members of its shape",
     "The service ignores a member that it does not know, so a misspelt one is silently lost."},
    {rule::source_name_length, "source-name-length", severity::error, false,
     "sourceName is 1 to 64 characters long",
     "The service answers 400 for a sourceName outside its length constraint."},
    {rule::source_name_pattern, "source-name-pattern", severity::error, false,
     "sourceName matches the service's pattern",
     "The service answers 400 for a sourceName outside its pattern."},
    {rule::source_name_documented_limit, "source-name-documented-limit", severity::error, false,
     "sourceName is at most 20 characters long",
     "The API reference says: You must use a CustomLogSource name that is shorter than or equal to "
     "20 characters."},
    {rule::source_version_length, "source-version-length", severity::error, false,
     "sourceVersion is 1 to 32 characters long",
     "The service answers 400 for a sourceVersion outside its length constraint."},
    {rule::source_version_pattern, "source-version-pattern", severity::error, false,
     "sourceVersion matches the service's pattern",
     "The service answers 400 for a sourceVersion outside its pattern."},
    {rule::event_class_pattern, "event-class-pattern", severity::error, false,
     "An event class matches the service's pattern",
     "The service answers 400 for an event class with anything but A-Z, 0-9 and _."},
    {rule::event_class_undocumented, "event-class-undocumented", severity::error, false,
     "An event class is one of the 29 that the API reference lists",
     "The pattern lets a misspelt event class through, and the service documents 29 names only."},
    {rule::event_class_duplicate, "event-class-duplicate", severity::warning, false,
     "An event class is listed once", "A repeated event class adds nothing and hides a typo."},
    {rule::event_class_retired, "event-class-retired", severity::note, false,
     "An event class is current in OCSF 1.8.0",
     "The listed class is deprecated or gone in OCSF 1.8.0, so new sources should send another."},
    {rule::event_classes_limit, "event-classes-limit", severity::error, true,
     "eventClasses has at most 64 elements and 1,024 characters in all",
     "Lakeproof bounds the list, since only 29 event classes exist."},
    {rule::role_arn_length, "role-arn-length", severity::error, true,
     "roleArn is at most 2,048 characters long", "IAM has no longer ARN."},
    {rule::role_arn_pattern, "role-arn-pattern", severity::error, false,
     "roleArn matches the service's pattern for an IAM role ARN",
     "The service answers 400 for anything but the ARN of an IAM role."},
    {rule::role_arn_unresolvable, "role-arn-unresolvable", severity::error, false,
     "roleArn names a role that IAM can have",
     "The pattern lets ARNs through that no IAM role can have: the crawler could never assume it."},
    {rule::principal_length, "principal-length", severity::error, true,
     "principal is at most 255 characters long",
     "A service principal is a DNS name, and DNS has no longer one."},
    {rule::principal_pattern, "principal-pattern", severity::error, false,
     "principal is a 12-digit account ID or an AWS service principal",
     "The service answers 400 for any other principal, an ARN among them."},
    {rule::principal_unresolvable, "principal-unresolvable", severity::warning, false,
     "principal has no empty DNS label",
     "The pattern lets a service principal with an empty label through, which none can have."},
    {rule::external_id_length, "external-id-length", severity::error, false,
     "externalId is 2 to 1,224 characters long",
     "STS refuses an external ID outside this length when the role is assumed."},
    {rule::external_id_pattern, "external-id-pattern", severity::error, false,
     "externalId matches the pattern of an STS external ID",
     "STS refuses an external ID with any other character when the role is assumed."},
    {rule::string_length, "string-length", severity::error, false,
     "A string is within its length constraint",
     "The service answers 400 for a string outside its length constraint."},
    {rule::string_pattern, "string-pattern", severity::error, false,
     "A string matches its pattern", "The service answers 400 for a string outside its pattern."},
    {rule::provider_role_length, "provider-role-length", severity::error, false,
     "The derived provider role name fits into IAM's 64 characters",
     "The service derives the role AmazonSecurityLake-Provider-{sourceName}-{region}, and IAM "
     "refuses a role name over 64 characters."},
    {rule::provider_role_characters, "provider-role-characters", severity::error, false,
     "sourceName has only characters that IAM allows in a role name",
     "The service derives a role name from sourceName, and IAM refuses \\, : and / in one."},
    {rule::role_arn_partition, "role-arn-partition", severity::error, false,
     "roleArn is in the partition of the Region",
     "A role of another partition can never be assumed from this Region."},
    {rule::region_unknown, "region-unknown", severity::warning, false,
     "The Region is in Lakeproof's table",
     "A Region that nobody has heard of is more often a typo than a launch."},
    {rule::region_unsupported, "region-unsupported", severity::warning, false,
     "The Region has a Security Lake endpoint",
     "AWS lists no Security Lake endpoint there, so the request has nowhere to go."},
    {rule::source_name_conflict, "source-name-conflict", severity::error, false,
     "sourceName is unique in its Region",
     "The API reference says: This must be a Regionally unique value."},
    {rule::source_name_collision, "source-name-collision", severity::warning, false,
     "sourceName stays unique without case and with - as _",
     "IAM compares role names without case and the Glue table name folds - to _, so the two would "
     "share a role or a table."},
    {rule::response_source_mismatch, "response-source-mismatch", severity::warning, false,
     "The response names the requested source",
     "A response with another sourceName or sourceVersion answers another request."},
    {rule::response_role_mismatch, "response-role-mismatch", severity::warning, false,
     "The response's provider role is the derived one",
     "The log provider would assume a role that the service did not derive from this request."},
    {rule::response_location_mismatch, "response-location-mismatch", severity::warning, false,
     "The response's location holds ext/{sourceName}/",
     "Log files written there would not reach the table of this source."},
    {rule::response_arn_mismatch, "response-arn-mismatch", severity::warning, false,
     "The response's ARNs are Glue's or Security Lake's in the request's Region",
     "A crawler, database or table of another service or Region is not this source's."},
    {rule::house_rule, "house-rule", severity::error, false, "A member matches the house's pattern",
     "A team's own pattern for this member says so."},
};

consteval bool catalogue_is_in_enum_order() {
    std::size_t i = 0;
    for (auto const& r : rule_catalogue)
        if (r.value != static_cast<rule>(i++)) return false;
    return i == static_cast<std::size_t>(rule::house_rule) + 1;
}
static_assert(catalogue_is_in_enum_order());

} // namespace detail

/// How many rules there are.
inline constexpr std::size_t rule_count = std::size(detail::rule_catalogue);

/// All rules with what the catalogue says of them, in catalogue order.
[[nodiscard]] constexpr rule_info const (&rules() noexcept)[rule_count] {
    return detail::rule_catalogue;
}

/// What the catalogue says of `r`.
[[nodiscard]] constexpr rule_info const& info(rule r) noexcept {
    return detail::rule_catalogue[static_cast<std::size_t>(r)];
}

/// The stable id of `r`: `source-name-length`.
[[nodiscard]] constexpr std::string_view to_string(rule r) noexcept { return info(r).id; }

/// The rule that an id names, or nothing.
[[nodiscard]] constexpr std::optional<rule> rule_from(std::string_view id) noexcept {
    for (auto const& r : detail::rule_catalogue)
        if (r.id == id) return r.value;
    return std::nullopt;
}

} // namespace lakeproof
