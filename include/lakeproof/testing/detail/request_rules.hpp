// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/ocsf_1_8_0.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A Region and its partition, which is empty where no table or prefix shows it.
struct placed_region {
    std::string code;
    std::string partition;
};

/// The longest source name whose derived role name fits in a Region: 64 less what is around it.
inline std::size_t longest_name(std::string_view region) {
    return 64 - std::string_view{"AmazonSecurityLake-Provider--"}.size() - region.size();
}

/// The rules of CreateCustomLogSource, written a second time in the plainest way, so that what a document must
/// have does not come from the code that it tests; and strings on both sides of each.
class request_rules {
public:
    using request = create_custom_log_source_request;
    static constexpr std::uint16_t name_node = 3;
    static constexpr std::uint16_t classes_node = 2;
    static constexpr std::uint16_t class_node = 10;
    static constexpr std::uint16_t arn_node = 7;
    static constexpr std::uint16_t principal_node = 9;

    /// The strings that a document has, as far as they matter; any of them may be invalid.
    struct strings {
        std::optional<std::string> name{}, arn{}, principal{};
        string_list classes{};
        std::vector<placed_region> regions{};
    };

    /// What the strings break beyond their types, in the order of a report.
    static violations broken(shape_parts const& shape, strings const& d) {
        violations all;
        auto const add = [&](rule r, std::uint16_t at, std::string_view region = {}) -> auto& {
            return all.emplace_back(r, shape.pointer(shape[at]), region);
        };
        auto const matches = [&](std::uint16_t at, std::optional<std::string> const& s) {
            return s && shape.strings(shape[at]).automaton.accepts(*s);
        };
        auto const length = d.name ? core::count_scalar_values(*d.name) : 0;
        auto const fits = [&](placed_region const& r) { return length <= longest_name(r.code); };
        if (length > 20) {
            auto& v = add(rule::source_name_documented_limit, name_node);
            if (!d.regions.empty() && std::ranges::all_of(d.regions, fits)) v.severity = severity::warning;
        }
        add_classes(shape, d.classes, all);
        if (matches(arn_node, d.arn) && !possible(*d.arn)) add(rule::role_arn_unresolvable, arn_node);
        if (matches(principal_node, d.principal) &&
            (d.principal->starts_with('.') || d.principal->find("..") != std::string::npos))
            add(rule::principal_unresolvable, principal_node);
        for (auto const& r : d.regions)
            if (!fits(r)) add(rule::provider_role_length, name_node, r.code);
        if (matches(name_node, d.name) && d.name->find_first_of("\\:/") != std::string::npos)
            add(rule::provider_role_characters, name_node);
        for (auto const& r : d.regions)
            if (matches(arn_node, d.arn) && !r.partition.empty() && !d.arn->starts_with("arn::") &&
                !d.arn->starts_with("arn:" + r.partition + ':'))
                add(rule::role_arn_partition, arn_node, r.code);
        for (auto const& r : d.regions) {
            auto const found = std::ranges::find(known_regions(), r.code, &region_info::code);
            if (found == std::end(known_regions()))
                add(rule::region_unknown, 0, r.code);
            else if (!found->security_lake)
                add(rule::region_unsupported, 0, r.code);
        }
        return all;
    }

    /// What the strings at one node break, in a document whose others break nothing.
    static violations broken_at(shape_parts const& shape, node const& n, string_list const& s) {
        return broken(shape, with({}, n.self, s));
    }
    static strings with(strings d, std::uint16_t at, string_list const& s) {
        if (at == name_node) d.name = s.at(0);
        if (at == arn_node) d.arn = s.at(0);
        if (at == principal_node) d.principal = s.at(0);
        if (at == classes_node || at == class_node) d.classes = s;
        return d;
    }

    /// Strings of a node, or of the list there, at the boundary of a rule.
    struct sample {
        rule at;
        std::uint16_t node;
        string_list strings;
    };
    static std::vector<sample> samples() {
        std::vector<sample> all;
        for (auto const n : {20u, 21u})
            all.push_back({rule::source_name_documented_limit, name_node, {std::string(n, 'n')}});
        all.push_back({rule::source_name_documented_limit, name_node, {std::string(21, ' ')}});
        for (auto const* const name :
             {"acme.edr", "acme-edr", "acme_edr", "acme\\edr", "acme:edr", "acme/edr", "/", "acme/e dr"})
            all.push_back({rule::provider_role_characters, name_node, {name}});
        add_arns(all);
        for (auto const* const principal :
             {"a.amazonaws.com", ".amazonaws.com", "a.amazon.com", ".amazon.com", "a.b.amazon.com",
              "a..amazon.com", "a..b.amazon.com", "..amazon.com", "a-.amazon.com"})
            all.push_back({rule::principal_unresolvable, principal_node, {principal}});
        add_classes(all);
        return all;
    }

private:
    static bool possible(std::string_view arn) {
        auto const role = arn.substr(arn.rfind(':') + 1 + std::string_view{"role"}.size());
        auto const name = role.substr(role.rfind('/') + 1);
        return !arn.starts_with("arn::") && role.starts_with('/') && role.find("//") == std::string_view::npos &&
               !name.empty() && name.size() <= 64 && role.size() - name.size() <= 512;
    }

    static void add_arns(std::vector<sample>& all) {
        auto const add = [&](std::string const& arn) {
            all.push_back({rule::role_arn_unresolvable, arn_node, {arn}});
        };
        for (auto const* const partition : {"", "aws", "aws-"})
            add(std::string{"arn:"} + partition + ":iam::123456789012:role/x");
        std::string const long_path(510, 'p'); // both ends of a path are a /, which makes 512
        for (auto const& role :
             {std::string{"x"}, std::string{"x/y"}, std::string{"//"}, std::string{"//x"}, std::string{"/x/"},
              std::string{"/x/y"}, std::string{"/x//y"}, '/' + std::string(64, 'n'), '/' + std::string(65, 'n'),
              '/' + long_path + "/x", "/p" + long_path + "/x", '/' + long_path + '/' + std::string(64, 'n')})
            add("arn:aws:iam::123456789012:role" + role);
    }

    // --- event classes

    static void add_classes(shape_parts const& shape, string_list const& names, violations& all) {
        using ocsf::class_list;
        auto const where = shape.pointer(shape[classes_node]);
        std::vector<std::optional<ocsf::event_class>> classes;
        std::set<ocsf::event_class> listed;
        for (auto const& name : names)
            if (classes.push_back(named(name)); classes.back()) listed.insert(*classes.back());
        auto const each = [&](rule r, auto breaks) {
            for (std::size_t i = 0; i < names.size(); ++i)
                if (breaks(i)) all.emplace_back(r, where + '/' + std::to_string(i));
        };
        auto const lacks = [&](class_list list) {
            return [&, list](std::size_t i) { return classes[i] && !is_listed(*classes[i], list); };
        };
        each(rule::event_class_undocumented, [&](std::size_t i) {
            return !classes[i] && shape.strings(shape[class_node]).automaton.accepts(names[i]);
        });
        each(rule::event_class_not_in_api_reference, lacks(class_list::api_reference));
        each(rule::event_class_not_in_user_guide, lacks(class_list::user_guide));
        std::set<std::string_view> earlier;
        each(rule::event_class_duplicate, [&](std::size_t i) { return !earlier.insert(names[i]).second; });
        each(rule::event_class_retired, [&](std::size_t i) { return classes[i] && retired(*classes[i]); });
        if (listed.size() > 1) all.emplace_back(rule::event_classes_several, where);
    }
    static std::optional<ocsf::event_class> named(std::string_view name) {
        static auto const classes = [] {
            std::map<std::string_view, ocsf::event_class> by_name;
            for (auto const c : ocsf::event_classes()) by_name.emplace(to_string(c), c);
            return by_name;
        }();
        auto const found = classes.find(name);
        return found != classes.end() ? std::optional{found->second} : std::nullopt;
    }

    /// Every listed class, each with two misspellings of it, those that only OCSF lists, and lists of several.
    static void add_classes(std::vector<sample>& all) {
        using ocsf::class_list;
        auto const one = [&](rule at, std::string name) { all.push_back({at, class_node, {std::move(name)}}); };
        for (auto const c : ocsf::event_classes()) {
            std::string const name{to_string(c)};
            one(retired(c)                                   ? rule::event_class_retired
                : !is_listed(c, class_list::api_reference)   ? rule::event_class_not_in_api_reference
                : !is_listed(c, class_list::user_guide)      ? rule::event_class_not_in_user_guide
                                                             : rule::event_class_undocumented,
                name);
            one(rule::event_class_undocumented, name.substr(0, name.size() - 1));
            one(rule::event_class_undocumented, name + 'S');
        }
        for (auto const name : ocsf::detail::unlisted_in_1_8_0)
            one(rule::event_class_undocumented, std::string{name});
        for (auto const* const name : {"", "0", "DNS"}) one(rule::event_class_undocumented, name);
        for (auto const r : {rule::event_class_retired, rule::event_class_not_in_api_reference,
                             rule::event_class_not_in_user_guide, rule::event_class_pattern})
            one(r, "DNS_ACTIVITY");
        for (auto const* const name : {"dns_activity", "DNS-ACTIVITY", "DNS Activity"})
            one(rule::event_class_pattern, name);

        auto const several = [&](rule at, string_list names) { all.push_back({at, classes_node, std::move(names)}); };
        several(rule::event_classes_several, {"DNS_ACTIVITY"});
        several(rule::event_classes_several, {"DNS_ACTIVITY", "HTTP_ACTIVITY"});
        several(rule::event_classes_several, {"FILE_ACTIVITY", "FILE_SYSTEM_ACTIVITY"}); // one class by two names
        several(rule::event_classes_several, {"DNS_ACTIVITY", "DNS", "dns", "DNS_ACTIVITY"});
        several(rule::event_class_duplicate, {"DNS_ACTIVITY", "FTP_ACTIVITY", "DNS_ACTIVITY", "DNS_ACTIVITY"});
        several(rule::event_class_duplicate, {"DNS_ACTIVITY", "FTP_ACTIVITY"});
        several(rule::event_class_duplicate, {"file", "file"});
        several(rule::event_class_duplicate, {"DNS", "DNS"});
        several(rule::event_class_duplicate, {"CLOUD_API", "CLOUD_API"});
        several(rule::event_class_duplicate, {"DNS_ACTIVITY", "Dns_Activity"});
        several(rule::event_class_undocumented, {"DNS", "FTP", "FILE_HOSTING"});
        several(rule::event_classes_limit, {std::string(2047, 'a'), "A"});
        several(rule::event_classes_limit, {std::string(2048, 'a'), "A"});
        several(rule::event_classes_limit, {std::string(2048, 'A'), "B"});
        several(rule::event_classes_limit, {std::string(2048, 'A'), ""});
    }
};

static_assert([] {
    auto const& nodes = core::nodes_of<create_custom_log_source_request>;
    using r = request_rules;
    return nodes[r::name_node].name == "sourceName" && nodes[r::classes_node].name == "eventClasses" &&
           nodes[r::classes_node].first->self == r::class_node && nodes[r::arn_node].name == "roleArn" &&
           nodes[r::principal_node].name == "principal";
}());

/// What is known of a shape's own rules: of any but a CreateCustomLogSource request nothing.
template <class Shape>
inline constexpr own_rules_of_strings own_rules = [](shape_parts const&, node const&, string_list const&) {
    return violations{};
};
template <>
inline constexpr own_rules_of_strings own_rules<create_custom_log_source_request> = request_rules::broken_at;

} // namespace lakeproof::testing::detail
