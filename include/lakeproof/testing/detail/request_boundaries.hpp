// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/request_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// The boundary cases of a CreateCustomLogSource request's own rules, and of its Regions.
class request_boundaries {
public:
    static void add(boundary_list& out) {
        for (auto const& s : request_rules::samples())
            for (bool const escape : {false, true}) add_sample(out, s, escape);
        request_boundaries{out}.add_regions();
    }
    static void add_sample(boundary_list& out, request_rules::sample const& s, bool escape = false) {
        auto const& n = out.shape[s.node];
        if (n.what != node::kind::list) return out.add_string(s.at, n, shown(s.strings[0]), s.strings[0], escape);
        std::string about{to_string(s.at)};
        for (auto const& name : s.strings) about += ", " + shown(name);
        if (!escape) out.add_strings(s.at, n, about, s.strings);
    }

private:
    explicit request_boundaries(boundary_list& out) : out_{out} {}

    static constexpr std::string_view usual_name = "acme-edr";
    static std::string arn_of(std::string_view partition) {
        return "arn:" + std::string{partition} + ":iam::123456789012:role/Crawler";
    }
    static placed_region placed(std::string_view code) {
        for (auto const& r : known_regions())
            if (r.code == code) return {std::string{code}, std::string{to_string(r.partition)}};
        return {std::string{code}, "aws"}; // by its start, in all that come here
    }

    /// A name, or JSON in place of it that breaks a rule of its own, and an ARN in some Regions.
    void in(rule at, std::string_view about, std::string_view name, std::string const& arn,
            std::vector<placed_region> const& regions) {
        auto const& names = out_.shape[request_rules::name_node];
        add(at, about, out_.document().set(names, json_string(name)), std::string{name}, arn, regions,
            out_.shape.strings(names).broken(name));
    }
    void add(rule at, std::string_view about, document_maker document, std::optional<std::string> const& name,
             std::string const& arn, std::vector<placed_region> const& regions, std::vector<rule> const& of_name) {
        auto const& shape = out_.shape;
        auto const& arns = shape[request_rules::arn_node];
        violations expected;
        for (auto const r : shape.strings(arns).broken(arn)) expected.emplace_back(r, shape.pointer(arns));
        for (auto const r : of_name) expected.emplace_back(r, shape.pointer(shape[request_rules::name_node]));
        for (auto& v : request_rules::broken(shape, {.name = name, .arn = arn, .regions = regions}))
            expected.push_back(std::move(v));
        string_list codes;
        std::string all;
        for (auto const& r : regions) (all += codes.empty() ? "" : ", ") += codes.emplace_back(r.code);
        out_.add(at, all + ": " + std::string{to_string(at)} + ", " + std::string{about},
                 document.set(arns, json_string(arn)).text(), expected, codes);
    }

    /// The longest name in the first of some Regions, and one character more.
    void add_lengths(std::vector<placed_region> const& regions) {
        auto const most = longest_name(regions[0].code);
        for (auto const n : {most, most + 1})
            in(rule::provider_role_length, std::to_string(n) + " characters", std::string(n, 'n'),
               arn_of(regions[0].partition.empty() ? "aws" : regions[0].partition), regions);
    }
    /// A role of every partition.
    void add_partitions(placed_region const& region) {
        for (auto const& p : core::partition_table)
            in(rule::role_arn_partition, "a role of " + std::string{p.id}, usual_name, arn_of(p.id), {region});
    }

    void add_regions() {
        for (auto const& r : known_regions()) {
            auto const region = placed(r.code);
            add_lengths({region});
            add_partitions(region);
            in(r.security_lake ? rule::region_unknown : rule::region_unsupported, "a short name", "a",
               arn_of(region.partition), {region});
        }
        // The shortest code that is well formed, the longest, and one that could be.
        for (auto const& region : {placed_region{"us-east-9", "aws"}, placed_region{"ab-c-1", ""},
                                   placed_region{"abcd-efghijklmnopqrstuv-1", ""}}) {
            add_lengths({region});
            in(rule::region_unknown, "a short name", "a", arn_of("aws"), {region});
        }
        // The partition of a Region that is in no table follows from how its code starts.
        for (auto const& p : core::partition_table)
            for (auto starts = p.region_prefixes.substr(1); !starts.empty();) {
                auto const size = starts.find(' ');
                add_partitions({std::string{starts.substr(0, size)} + "-north-9", std::string{p.id}});
                starts.remove_prefix(size + 1);
            }
        auto const arn = [&](std::string_view about, std::string const& of, std::vector<placed_region> const& where) {
            in(rule::role_arn_partition, about, usual_name, of, where);
        };
        auto const virginia = placed("us-east-1");
        auto const ireland = placed("eu-west-1");
        auto const sydney = placed("ap-southeast-2");
        arn("a start that is nearly another's", arn_of("aws-iso"), {{"us-isox-east-9", ""}});
        arn("a partition that is in no table", arn_of("aws-x"), {virginia});
        arn("a partition in another case", arn_of("aws-CN"), {placed("cn-north-1")});
        arn("no partition", arn_of(""), {virginia});
        arn("a Region of no partition", arn_of("aws-x"), {{"xx-foo-1", ""}});
        arn("no ARN of a role", "arn:aws-cn:iam::123456789012:user/x", {virginia});
        arn("a role that cannot be", "arn:aws-cn:iam::123456789012:role//x", {virginia});
        arn("another partition than that of both", arn_of("aws-cn"), {virginia, ireland});
        arn("the partition of one", arn_of("aws"), {virginia, placed("cn-north-1")});
        // Several Regions: each is looked at for itself.
        add_lengths({sydney, virginia, ireland});
        add_lengths({virginia, sydney, placed("us-east-9")});
        in(rule::region_unsupported, "both have an endpoint", usual_name, arn_of("aws"), {virginia, ireland});
        in(rule::source_name_documented_limit, "20 characters", std::string(20, 'n'), arn_of("aws"), {virginia});
        for (auto const n : {21u, 22u}) // a warning where it fits in all of them
            in(rule::source_name_documented_limit, std::to_string(n) + " characters", std::string(n, 'n'),
               arn_of("aws"), {virginia, sydney});
        add_together(virginia);
    }

    /// Rules that one document breaks together, or that need what it lacks.
    void add_together(placed_region const& region) {
        auto const& name = out_.shape[request_rules::name_node];
        auto const most = longest_name(region.code);
        for (auto const n : {most, most + 1}) {
            auto const about = std::to_string(n) + " characters";
            in(rule::provider_role_length, about + " of two bytes", times(n, "\u00e9"), arn_of("aws"), {region});
            for (std::string_view const partition : {"aws", "aws-cn"})
                in(rule::provider_role_characters, about + " and a role of " + std::string{partition},
                   std::string(n - 1, 'n') + ':', arn_of(partition), {region});
        }
        for (std::string_view const partition : {"aws", "aws-cn"}) {
            auto const and_role = ", a role of " + std::string{partition};
            add(rule::member_type, "a name that is a number" + and_role, out_.document().set(name, "0"),
                {}, arn_of(partition), {region}, {rule::member_type});
            // The name comes after the configuration, and what is missing at the end of the object.
            add(rule::member_missing, "no name" + and_role, out_.document().put(name, {}), {},
                arn_of(partition), {region}, {rule::member_missing});
        }
        // Regions are looked at for whatever can be read.
        string_list const unknown{"us-east-9"};
        out_.add(rule::region_unknown, "us-east-9: a document that is a list", "[]",
                 {expected_violation{rule::member_type}, expected_violation{rule::region_unknown, "", unknown[0]}},
                 unknown);
        out_.add(rule::json_malformed, "us-east-9: no JSON", "[", {expected_violation{rule::json_malformed}}, unknown);
        out_.add(rule::json_limit, "us-east-9: too deep", std::string(40, '['),
                 {expected_violation{rule::json_limit}}, unknown);
    }

    boundary_list& out_;
};

} // namespace lakeproof::testing::detail
