// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/rules/rule.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <iterator>
#include <string_view>

namespace rule_test {

using lakeproof::rule;
using lakeproof::severity;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct documented_rule {
    rule value;
    int number; ///< for error codes: never another's, and never changed
    std::string_view id;
    severity default_severity;
    bool fixed;
};

// clang-format off
/// The rules as the documentation lists them.
constexpr documented_rule documented[] = {
    {rule::json_malformed, 1, "json-malformed", severity::error, true},
    {rule::json_limit, 2, "json-limit", severity::error, true},
    {rule::member_type, 3, "member-type", severity::error, true},
    {rule::member_missing, 4, "member-missing", severity::error, true},
    {rule::member_duplicate, 5, "member-duplicate", severity::error, true},
    {rule::member_unknown, 6, "member-unknown", severity::warning, false},
    {rule::source_name_length, 7, "source-name-length", severity::error, false},
    {rule::source_name_pattern, 8, "source-name-pattern", severity::error, false},
    {rule::source_name_documented_limit, 9, "source-name-documented-limit", severity::error, false},
    {rule::source_version_length, 10, "source-version-length", severity::error, false},
    {rule::source_version_pattern, 11, "source-version-pattern", severity::error, false},
    {rule::event_class_pattern, 12, "event-class-pattern", severity::error, false},
    {rule::event_class_undocumented, 13, "event-class-undocumented", severity::error, false},
    {rule::event_class_not_in_api_reference, 39, "event-class-not-in-api-reference", severity::note, false},
    {rule::event_class_not_in_user_guide, 40, "event-class-not-in-user-guide", severity::note, false},
    {rule::event_class_duplicate, 14, "event-class-duplicate", severity::warning, false},
    {rule::event_class_retired, 15, "event-class-retired", severity::note, false},
    {rule::event_classes_several, 41, "event-classes-several", severity::note, false},
    {rule::event_classes_limit, 16, "event-classes-limit", severity::error, true},
    {rule::role_arn_length, 17, "role-arn-length", severity::error, true},
    {rule::role_arn_pattern, 18, "role-arn-pattern", severity::error, false},
    {rule::role_arn_unresolvable, 19, "role-arn-unresolvable", severity::error, false},
    {rule::principal_length, 20, "principal-length", severity::error, true},
    {rule::principal_pattern, 21, "principal-pattern", severity::error, false},
    {rule::principal_unresolvable, 22, "principal-unresolvable", severity::warning, false},
    {rule::external_id_length, 23, "external-id-length", severity::error, false},
    {rule::external_id_pattern, 24, "external-id-pattern", severity::error, false},
    {rule::provider_role_length, 27, "provider-role-length", severity::error, false},
    {rule::provider_role_characters, 28, "provider-role-characters", severity::error, false},
    {rule::role_arn_partition, 29, "role-arn-partition", severity::error, false},
    {rule::region_unknown, 30, "region-unknown", severity::error, false},
    {rule::region_unsupported, 31, "region-unsupported", severity::warning, false},
    {rule::source_name_conflict, 32, "source-name-conflict", severity::error, false},
    {rule::source_name_collision, 33, "source-name-collision", severity::warning, false},
    {rule::source_count_limit, 42, "source-count-limit", severity::warning, false},
    {rule::response_source_mismatch, 34, "response-source-mismatch", severity::warning, false},
    {rule::response_role_mismatch, 35, "response-role-mismatch", severity::warning, false},
    {rule::response_location_mismatch, 36, "response-location-mismatch", severity::warning, false},
    {rule::response_arn_mismatch, 37, "response-arn-mismatch", severity::warning, false},
    {rule::string_length, 25, "string-length", severity::error, false},
    {rule::string_pattern, 26, "string-pattern", severity::error, false},
    {rule::string_enum, 43, "string-enum", severity::error, false},
    {rule::number_range, 44, "number-range", severity::error, false},
    {rule::list_length, 45, "list-length", severity::error, false},
    {rule::union_members, 46, "union-members", severity::error, false},
    {rule::house_rule, 38, "house-rule", severity::error, false},
};
// clang-format on

BOOST_AUTO_TEST_SUITE(rule_catalogue)

BOOST_AUTO_TEST_CASE(it_has_the_documented_rules_in_their_order) {
    twice([] { return lakeproof::rule_count == std::size(documented); });
    twice([] {
        std::size_t i = 0;
        for (auto const& r : lakeproof::rules())
            if (r.value != documented[i++].value) return false;
        return i == std::size(documented);
    });
}

BOOST_AUTO_TEST_CASE(ids_go_both_ways) {
    twice_for_each<documented>([](documented_rule const& r) {
        return to_string(r.value) == r.id && lakeproof::rule_from(r.id) == r.value;
    });
}

BOOST_AUTO_TEST_CASE(numbers_are_stable_and_occur_once) {
    twice_for_each<documented>(
        [](documented_rule const& r) { return info(r.value).number == r.number; });
    twice([] {
        for (auto const& a : lakeproof::rules())
            for (auto const& b : lakeproof::rules())
                if ((a.number == b.number) != (a.value == b.value)) return false;
        return true;
    });
}

BOOST_AUTO_TEST_CASE(default_severities) {
    twice_for_each<documented>([](documented_rule const& r) {
        return info(r.value).default_severity == r.default_severity;
    });
}

BOOST_AUTO_TEST_CASE(fixed_rules) {
    twice_for_each<documented>(
        [](documented_rule const& r) { return info(r.value).fixed == r.fixed; });
}

BOOST_AUTO_TEST_CASE(every_rule_has_a_title_and_a_reason) {
    twice_for_each<documented>([](documented_rule const& r) {
        auto const& i = info(r.value);
        // A title completes a line, a reason is a sentence.
        return !i.title.empty() && !i.title.ends_with('.') && i.why.ends_with('.');
    });
}

BOOST_AUTO_TEST_CASE(ids_and_titles_occur_once) {
    twice([] {
        for (auto const& a : lakeproof::rules())
            for (auto const& b : lakeproof::rules())
                if (a.value != b.value && (a.id == b.id || a.title == b.title)) return false;
        return true;
    });
}

BOOST_AUTO_TEST_CASE(an_id_is_kebab_case) {
    twice_for_each<documented>([](documented_rule const& r) {
        for (char const c : r.id)
            if (c != '-' && (c < 'a' || c > 'z')) return false;
        return !r.id.starts_with('-') && !r.id.ends_with('-');
    });
}

BOOST_AUTO_TEST_CASE(other_ids_name_no_rule) {
    twice([] { return !lakeproof::rule_from(""); });
    twice([] { return !lakeproof::rule_from("source_name_length"); });
    twice([] { return !lakeproof::rule_from("Source-Name-Length"); });
    twice([] { return !lakeproof::rule_from("source-name-lengt"); });
    twice([] { return !lakeproof::rule_from("source-name-length "); });
}

BOOST_AUTO_TEST_CASE(a_rule_of_the_users_own_is_none_of_the_catalogue) {
    twice([] { return info(rule::custom).value == rule::custom && info(rule::custom).number == 0; });
    twice([] { return to_string(rule::custom) == "custom" && !lakeproof::rule_from("custom"); });
    twice([] {
        for (auto const& r : lakeproof::rules())
            if (r.value == rule::custom) return false;
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rule_test
