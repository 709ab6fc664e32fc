// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/external_id.hpp>
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A text at the boundary of a rule that is neither of length nor of pattern.
struct sample {
    rule at;
    std::string text;
};

/// What is known of a string type beyond its length and pattern.
///
/// Says each further rule once more, in the plainest words, so that what a case must give does not
/// come from the code that it tests.
struct known_text {
    text_rules const* rules;
    std::string_view usual; ///< a text that breaks nothing
    /// The further rules that a text of so many characters breaks, which matches the pattern or
    /// not.
    std::vector<rule> (*further)(std::string_view text, std::size_t length, bool matches);
    std::vector<sample> (*samples)();
};

inline std::vector<rule> nothing_further(std::string_view, std::size_t, bool) { return {}; }
inline std::vector<sample> no_samples() { return {}; }

inline std::vector<rule> long_name(std::string_view, std::size_t length, bool) {
    if (length <= source_name_constraint::documented_limit) return {};
    return {rule::source_name_documented_limit};
}

inline std::vector<sample> names() {
    constexpr auto limit = source_name_constraint::documented_limit;
    return {{rule::source_name_documented_limit, std::string(limit, 'n')},
            {rule::source_name_documented_limit, std::string(limit + 1, 'n')}};
}

inline std::vector<rule> strange_role(std::string_view arn, std::size_t, bool matches) {
    if (!matches) return {};
    auto const role = arn.substr(arn.rfind(':') + 1 + std::string_view{"role"}.size());
    auto const name = role.substr(role.rfind('/') + 1);
    bool const possible = !arn.starts_with("arn::") && role.starts_with('/') && !name.empty() &&
                          name.size() <= role_arn_constraint::max_role_name_length &&
                          role.size() - name.size() <= role_arn_constraint::max_path_length &&
                          role.find("//") == std::string_view::npos;
    return possible ? std::vector<rule>{} : std::vector{rule::role_arn_unresolvable};
}

inline std::vector<sample> roles() {
    constexpr auto longest_name = role_arn_constraint::max_role_name_length;
    constexpr auto longest_path = role_arn_constraint::max_path_length; // both ends are a /
    std::string const start = "arn:aws:iam::123456789012:role";
    std::vector<sample> all;
    for (auto const& role :
         {std::string{"/x"}, std::string{"x"}, std::string{"x/y"}, std::string{"//"},
          std::string{"//x"}, std::string{"/x/"}, std::string{"/x/y"}, std::string{"/x//y"},
          '/' + std::string(longest_name, 'n'), '/' + std::string(longest_name + 1, 'n'),
          '/' + std::string(longest_path - 2, 'p') + "/x",
          '/' + std::string(longest_path - 1, 'p') + "/x"})
        all.push_back({rule::role_arn_unresolvable, start + role});
    all.push_back({rule::role_arn_unresolvable, "arn::iam::123456789012:role/x"});
    all.push_back({rule::role_arn_unresolvable, "arn:aws-:iam::123456789012:role/x"});
    return all;
}

inline std::vector<rule> empty_label(std::string_view name, std::size_t, bool matches) {
    if (!matches || (!name.starts_with('.') && name.find("..") == std::string_view::npos))
        return {};
    return {rule::principal_unresolvable};
}

inline std::vector<sample> principals() {
    std::vector<sample> all;
    for (auto const* const name :
         {"a.amazonaws.com", ".amazonaws.com", "a.amazon.com", ".amazon.com", "a.b.amazon.com",
          "a..amazon.com", "a..b.amazon.com", "..amazon.com", "a-.amazon.com"})
        all.push_back({rule::principal_unresolvable, name});
    return all;
}

inline std::vector<rule> unlisted_class(std::string_view name, std::size_t, bool matches) {
    for (auto const c : ocsf::event_classes())
        if (to_string(c) == name)
            return retired(c) ? std::vector{rule::event_class_retired} : std::vector<rule>{};
    return matches ? std::vector{rule::event_class_undocumented} : std::vector<rule>{};
}

/// Every listed class, each with a misspelling of it, and classes that only OCSF lists.
inline std::vector<sample> classes() {
    std::vector<sample> all;
    for (auto const c : ocsf::event_classes()) {
        std::string const name{to_string(c)};
        all.push_back(
            {retired(c) ? rule::event_class_retired : rule::event_class_undocumented, name});
        all.push_back({rule::event_class_undocumented, name.substr(0, name.size() - 1)});
        all.push_back({rule::event_class_undocumented, name + 'S'});
    }
    all.push_back({rule::event_class_retired, "DNS_ACTIVITY"});
    all.push_back({rule::event_class_undocumented, "DETECTION_FINDING"});
    all.push_back({rule::event_class_undocumented, ""});
    all.push_back({rule::event_class_pattern, "DNS_ACTIVITY"});
    all.push_back({rule::event_class_pattern, "dns_activity"});
    all.push_back({rule::event_class_pattern, "DNS-ACTIVITY"});
    all.push_back({rule::event_class_pattern, "DNS Activity"});
    return all;
}

inline constexpr known_text known_texts[] = {
    {&text_rules_of<source_name_constraint>, "acme-edr", long_name, names},
    {&text_rules_of<source_version_constraint>, "1.0", nothing_further, no_samples},
    {&text_rules_of<role_arn_constraint>, "arn:aws:iam::123456789012:role/Crawler", strange_role,
     roles},
    {&text_rules_of<external_id_constraint>, "acme-2026", nothing_further, no_samples},
    {&text_rules_of<principal_constraint>, "123456789012", empty_label, principals},
    {&text_rules_of<ocsf::event_class_constraint>, "FILE_ACTIVITY", unlisted_class, classes},
};

/// Whether a string type judges by its length and pattern alone, or what else it says is known.
template <string_constraint Constraint>
constexpr bool is_known() noexcept {
    if constexpr (
        requires(text_facts const& f, text_verdict& v) { Constraint::judge_further(f, v); } ||
        requires(text_verdict & v) { Constraint::judge_listed({}, v); }) {
        // By type: under UBSan g++ 12 takes no comparison of these addresses as a constant.
        return std::same_as<Constraint, source_name_constraint> ||
               std::same_as<Constraint, role_arn_constraint> ||
               std::same_as<Constraint, principal_constraint> ||
               std::same_as<Constraint, ocsf::event_class_constraint>;
    }
    return true;
}

/// What is known of a string type; of one that is not listed, nothing.
inline known_text known(text_rules const& rules) noexcept {
    for (auto const& k : known_texts)
        if (k.rules == &rules) return k;
    return {&rules, {}, nothing_further, no_samples};
}

} // namespace lakeproof::testing::detail
