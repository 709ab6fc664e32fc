// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/rules/rule.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <iterator>
#include <string_view>

namespace {

using lakeproof::rule;
using lakeproof::severity;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct documented_rule {
    rule value;
    std::string_view id;
    severity default_severity;
    bool fixed;
};

/// The rules as the documentation lists them.
constexpr documented_rule documented[] = {
    {rule::json_malformed, "json-malformed", severity::error, true},
    {rule::json_limit, "json-limit", severity::error, true},
    {rule::member_type, "member-type", severity::error, true},
    {rule::member_missing, "member-missing", severity::error, true},
    {rule::member_duplicate, "member-duplicate", severity::error, true},
    {rule::member_unknown, "member-unknown", severity::warning, false},
    {rule::source_name_length, "source-name-length", severity::error, false},
    {rule::source_name_pattern, "source-name-pattern", severity::error, false},
    {rule::source_name_documented_limit, "source-name-documented-limit", severity::error, false},
    {rule::source_version_length, "source-version-length", severity::error, false},
    {rule::source_version_pattern, "source-version-pattern", severity::error, false},
    {rule::event_class_pattern, "event-class-pattern", severity::error, false},
    {rule::event_class_undocumented, "event-class-undocumented", severity::error, false},
    {rule::event_class_duplicate, "event-class-duplicate", severity::warning, false},
    {rule::event_class_retired, "event-class-retired", severity::note, false},
    {rule::event_classes_limit, "event-classes-limit", severity::error, true},
    {rule::role_arn_length, "role-arn-length", severity::error, true},
    {rule::role_arn_pattern, "role-arn-pattern", severity::error, false},
    {rule::role_arn_unresolvable, "role-arn-unresolvable", severity::error, false},
    {rule::principal_length, "principal-length", severity::error, true},
    {rule::principal_pattern, "principal-pattern", severity::error, false},
    {rule::principal_unresolvable, "principal-unresolvable", severity::warning, false},
    {rule::external_id_length, "external-id-length", severity::error, false},
    {rule::external_id_pattern, "external-id-pattern", severity::error, false},
    {rule::string_length, "string-length", severity::error, false},
    {rule::string_pattern, "string-pattern", severity::error, false},
    {rule::provider_role_length, "provider-role-length", severity::error, false},
    {rule::provider_role_characters, "provider-role-characters", severity::error, false},
    {rule::role_arn_partition, "role-arn-partition", severity::error, false},
    {rule::region_unknown, "region-unknown", severity::warning, false},
    {rule::region_unsupported, "region-unsupported", severity::warning, false},
    {rule::source_name_conflict, "source-name-conflict", severity::error, false},
    {rule::source_name_collision, "source-name-collision", severity::warning, false},
    {rule::response_source_mismatch, "response-source-mismatch", severity::warning, false},
    {rule::response_role_mismatch, "response-role-mismatch", severity::warning, false},
    {rule::response_location_mismatch, "response-location-mismatch", severity::warning, false},
    {rule::response_arn_mismatch, "response-arn-mismatch", severity::warning, false},
    {rule::house_rule, "house-rule", severity::error, false},
};

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

BOOST_AUTO_TEST_SUITE_END()

} // namespace
