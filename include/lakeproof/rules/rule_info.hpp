// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/severity.hpp>
#include <lakeproof/version.hpp>

#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Every rule that Lakeproof checks; `info(rule)` has the id, the severity and the reason.
///
/// The enumerators stand in the order of the catalogue (detail/catalogue.hpp), which is proved there.
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
    event_class_not_in_api_reference,
    event_class_not_in_user_guide,
    event_class_duplicate,
    event_class_retired,
    event_classes_several,
    event_classes_limit,
    role_arn_length,
    role_arn_pattern,
    role_arn_unresolvable,
    principal_length,
    principal_pattern,
    principal_unresolvable,
    external_id_length,
    external_id_pattern,
    provider_role_length,
    provider_role_characters,
    role_arn_partition,
    region_unknown,
    region_unsupported,
    source_name_conflict,
    source_name_collision,
    source_count_limit,
    response_source_mismatch,
    response_role_mismatch,
    response_location_mismatch,
    response_arn_mismatch,
    string_length,
    string_pattern,
    string_enum,
    number_range,
    list_length,
    union_members,
    house_rule,
    custom, ///< a rule of the user's own, which `violation::info()` describes
};

/// What is known of one rule: a row of the catalogue, or a rule of the user's own.
///
/// A rule of the user's own lives as long as the program (`inline constexpr`); every field has a default.
/// \code
/// inline constexpr lakeproof::rule_info no_tmp{.id = "no-tmp",
///                                              .default_severity = lakeproof::severity::warning,
///                                              .title = "sourceName is not temporary",
///                                              .why = "Names that start with tmp are swept nightly."};
/// \endcode
struct rule_info {
    std::string_view id{};                        ///< stable kebab-case name, as the tool prints it
    severity default_severity = severity::error;  ///< what it reports unless a policy says otherwise
    bool fixed = false;                           ///< no policy may change the severity
    std::string_view title{};                     ///< what holds when the rule is kept
    std::string_view why{};                       ///< one sentence: what goes wrong otherwise
    rule value = rule::custom;
    int number = 0; ///< stable, for error codes; 0 for one that follows from the id
};

} // namespace lakeproof
