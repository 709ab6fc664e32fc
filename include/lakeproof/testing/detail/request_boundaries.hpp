// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/ocsf/event_class_list.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// The boundaries of the rules that need the whole of a document; a shape without any has none.
template <class Shape>
struct whole_boundaries {
    static void broken(shape_parts const&, node const&, std::string_view, violations&) {}
    static void add(boundary_list&) {}
};

/// Those of a CreateCustomLogSource request and its Regions.
template <>
struct whole_boundaries<create_custom_log_source_request> {
    using request = create_custom_log_source_request;
    static constexpr auto name_node = node_at<request>({"sourceName"});
    static constexpr auto arn_node =
        node_at<request>({"configuration", "crawlerConfiguration", "roleArn"});
    static constexpr auto classes_node = node_at<request>({"eventClasses"});

    /// A source name that its own pattern allows and IAM doesn't.
    static void broken(shape_parts const& shape, node const& n, std::string_view text,
                       violations& all) {
        if (n.self != name_node || text.find_first_of("\\:/") == std::string_view::npos) return;
        for (auto const& v : all)
            if (v.rule == rule::source_name_pattern) return;
        all.emplace_back(rule::provider_role_characters, shape.pointer(n));
    }

    static void add(boundary_list& out) {
        for (std::string_view const name : {"acme.edr", "acme-edr", "acme_edr", "acme\\edr",
                                            "acme:edr", "acme/edr", "/", "acme/e dr"})
            out.add(rule::provider_role_characters, out.shape[name_node],
                    "the role of " + std::string{name},
                    document_maker{out.shape}.set(out.shape[name_node], quoted(name)),
                    out.broken(out.shape[name_node], name));
        for (auto const& r : known_regions()) {
            std::string const code{r.code};
            add_role_lengths(out, {code});
            add_partitions(out, code, to_string(r.partition));
            in(out, r.security_lake ? rule::region_unknown : rule::region_unsupported,
               "a short name", "a", arn_of(to_string(r.partition)), {code});
        }
        for (auto const n : {longest_name("us-east-1"), longest_name("us-east-1") + 1})
            in(out, rule::provider_role_length, std::to_string(n) + " characters of two bytes",
               times(n, "\u00e9"), arn_of("aws"), {"us-east-1"});
        in(out, rule::region_unsupported, "both have an endpoint", usual_name, arn_of("aws"),
           {"us-east-1", "eu-west-1"});
        add_unknown_regions(out);
        add_together(out);
        add_classes(out);
        add_class_limits(out);
    }

private:
    static constexpr std::string_view usual_name = "acme-edr";

    static std::string arn_of(std::string_view partition) {
        return "arn:" + std::string{partition} + ":iam::123456789012:role/Crawler";
    }

    /// The longest name whose role fits in a Region: 64 less what is around it.
    static std::size_t longest_name(std::string_view region) {
        return 64 - std::string_view{"AmazonSecurityLake-Provider--"}.size() - region.size();
    }

    /// A name and an ARN in some Regions, which are all of `partition`; empty where that is not
    /// what the case is about, and the ARN's is right.
    static void in(boundary_list& out, rule at, std::string_view about, std::string_view name,
                   std::string_view arn, std::vector<std::string> const& regions,
                   std::string_view partition = {}) {
        auto const& names = out.shape[name_node];
        auto const& arns = out.shape[arn_node];
        auto const length = lakeproof::detail::count_scalar_values(name);
        auto expected = out.broken(arns, arn);
        for (auto const r : out.shape.texts(names).broken(name))
            expected.emplace_back(r, out.shape.pointer(names));
        for (auto const& region : regions)
            if (length > longest_name(region))
                expected.emplace_back(rule::provider_role_length, out.shape.pointer(names), region);
        broken(out.shape, names, name, expected);
        if (!partition.empty())
            for (auto const& region : regions)
                if (!arn.starts_with("arn:" + std::string{partition} + ':'))
                    expected.emplace_back(rule::role_arn_partition, out.shape.pointer(arns),
                                          region);
        add_regions(expected, regions);
        std::string codes;
        for (auto const& region : regions) (codes += codes.empty() ? "" : ", ") += region;
        out.add(at, codes + ": " + std::string{to_string(at)} + ", " + std::string{about},
                document_maker{out.shape}.set(names, quoted(name)).set(arns, quoted(arn)).text(),
                expected, regions);
    }

    /// What is said of the Regions themselves.
    static void add_regions(violations& expected, std::vector<std::string> const& regions) {
        for (auto const& region : regions) {
            auto const* const found = known(region);
            if (found == nullptr)
                expected.emplace_back(rule::region_unknown, "", region);
            else if (!found->security_lake)
                expected.emplace_back(rule::region_unsupported, "", region);
        }
    }

    static void add_role_lengths(boundary_list& out, std::vector<std::string> const& regions) {
        auto const& first = regions.front();
        auto const* const r = known(first);
        auto const arn = arn_of(r != nullptr ? to_string(r->partition) : "aws");
        for (auto const n : {longest_name(first), longest_name(first) + 1})
            in(out, rule::provider_role_length, std::to_string(n) + " characters",
               std::string(n, 'n'), arn, regions);
    }

    static region_info const* known(std::string_view region) noexcept {
        for (auto const& r : known_regions())
            if (r.code == region) return &r;
        return nullptr;
    }

    /// A role of every partition.
    static void add_partitions(boundary_list& out, std::string const& region,
                               std::string_view right) {
        for (auto const& p : lakeproof::detail::partition_table)
            in(out, rule::role_arn_partition, "a role of " + std::string{p.id}, usual_name,
               arn_of(p.id), {region}, right);
    }

    static void add_unknown_regions(boundary_list& out) {
        // The shortest code that is well formed, and the longest.
        for (std::string const region : {"us-east-9", "ab-c-1", "abcd-efghijklmnopqrstuv-1"}) {
            add_role_lengths(out, {region});
            in(out, rule::region_unknown, "a usual name", "a", arn_of("aws"), {region});
        }
        // The partition of a Region that is in no table follows from how its code starts.
        for (auto const& p : lakeproof::detail::partition_table)
            for (auto starts = p.region_prefixes.substr(1); !starts.empty();) {
                auto const size = starts.find(' ');
                add_partitions(out, std::string{starts.substr(0, size)} + "-east-9", p.id);
                starts.remove_prefix(size + 1);
            }
        in(out, rule::role_arn_partition, "a start that is nearly another's", usual_name,
           arn_of("aws-iso"), {"us-isox-east-9"});
        in(out, rule::role_arn_partition, "a partition that nobody knows", usual_name,
           arn_of("aws-x"), {"us-east-1"}, "aws");
        in(out, rule::role_arn_partition, "a partition in another case", usual_name,
           arn_of("aws-CN"), {"cn-north-1"}, "aws-cn");
        in(out, rule::role_arn_partition, "no partition", usual_name, arn_of(""), {"us-east-1"});
        in(out, rule::role_arn_partition, "a Region of no partition", usual_name, arn_of("aws-x"),
           {"xx-foo-1"});
        in(out, rule::role_arn_partition, "no ARN of a role", usual_name,
           "arn:aws-cn:iam::123456789012:user/x", {"us-east-1"});
        // Several Regions: what does not fit in one says nothing of the others.
        add_role_lengths(out, {"ap-southeast-2", "us-east-1", "eu-west-1"});
        add_role_lengths(out, {"us-east-1", "ap-southeast-2", "us-east-9"});
        in(out, rule::role_arn_partition, "both", usual_name, arn_of("aws-cn"),
           {"us-east-1", "eu-west-1"}, "aws");
        // The Regions are looked at for whatever can be read.
        out.add(rule::region_unknown, "us-east-9: a document that is a list", "[]",
                {expected_violation{rule::member_type},
                 expected_violation{rule::region_unknown, "", "us-east-9"}},
                {"us-east-9"});
        out.add(rule::json_malformed, "us-east-9: no JSON", "[",
                {expected_violation{rule::json_malformed}}, {"us-east-9"});
        out.add(rule::json_limit, "us-east-9: too deep", std::string(40, '['),
                {expected_violation{rule::json_limit}}, {"us-east-9"});
    }

    /// Rules of the whole that one document breaks together, or that need what it lacks.
    static void add_together(boundary_list& out) {
        std::string const region = "us-east-1";
        auto const longest = longest_name(region);
        for (auto const n : {longest, longest + 1})
            for (std::string_view const partition : {"aws", "aws-cn"})
                in(out, rule::provider_role_characters,
                   std::to_string(n) + " characters and a role of " + std::string{partition},
                   std::string(n - 1, 'n') + ':', arn_of(partition), {region}, "aws");
        in(out, rule::role_arn_partition, "a role that there cannot be", usual_name,
           "arn:aws-cn:iam::123456789012:role//x", {region}, "aws");
        auto const& name = out.shape[name_node];
        auto const& arn = out.shape[arn_node];
        auto const without = [&](std::string_view about, std::string json, rule broken) {
            for (std::string_view const partition : {"aws", "aws-cn"}) {
                violations expected{expected_violation{broken, out.shape.pointer(name)}};
                if (partition != "aws")
                    expected.emplace_back(rule::role_arn_partition, out.shape.pointer(arn), region);
                out.add(broken,
                        region + ": " + std::string{about} + ", a role of " +
                            std::string{partition},
                        document_maker{out.shape}
                            .put(name, json)
                            .set(arn, quoted(arn_of(partition)))
                            .text(),
                        std::move(expected), {region});
            }
        };
        without("no name", {}, rule::member_missing);
        without("a name that is a number", document_maker::named(name) + '0', rule::member_type);
    }

    /// The element that passes a bound and all after it are not checked.
    static void add_class_limits(boundary_list& out) {
        auto const& list = out.shape[classes_node];
        auto const where = out.shape.pointer(list);
        expected_violation const limit{rule::event_classes_limit, where};
        auto const add = [&](std::string const& about, std::string const& json,
                             violations expected) {
            out.add(rule::event_classes_limit, list, about,
                    document_maker{out.shape}.set(list, '[' + json + ']'), std::move(expected));
        };
        constexpr auto most = ocsf::event_class_list::max_size;
        std::string full;
        violations repeated;
        for (std::size_t i = 0; i < most; ++i) {
            full += i == 0 ? R"("FILE_ACTIVITY")" : R"(,"FILE_ACTIVITY")";
            if (i != 0)
                repeated.emplace_back(rule::event_class_duplicate, where + '/' + std::to_string(i));
        }
        repeated.push_back(limit);
        for (std::string const more :
             {"null", "0", "{}", "\"file\"", "\"FILE\"", "\"file\",null,\"FILE_ACTIVITY\""})
            add("behind " + std::to_string(most) + " elements " + more, full + ',' + more,
                repeated);

        constexpr auto characters = ocsf::event_class_list::max_characters;
        auto const names = [&](std::size_t size, char c) { return quoted(std::string(size, c)); };
        expected_violation const unlisted{rule::event_class_undocumented, where + "/0"};
        expected_violation const illegal{rule::event_class_pattern, where + "/0"};
        for (std::string const more : {"null", "\"file\"", "\"B\""})
            add("behind the last character a B and " + more,
                names(characters, 'A') + ",\"B\"," + more, {unlisted, limit});
        add("an illegal name of all characters but one", names(characters - 1, 'a') + ",\"A\"",
            {illegal, expected_violation{rule::event_class_undocumented, where + "/1"}});
        add("an illegal name of all characters", names(characters, 'a') + ",\"A\"",
            {illegal, limit});
    }

    static void add_classes(boundary_list& out) {
        auto const& list = out.shape[classes_node];
        auto const where = out.shape.pointer(list);
        auto const add = [&](std::string_view about, std::string_view json, violations expected) {
            out.add(rule::event_class_duplicate, list, about,
                    document_maker{out.shape}.set(list, std::string{json}), std::move(expected));
        };
        expected_violation const again{rule::event_class_duplicate, where + "/1"};
        add("two event classes", R"(["FILE_ACTIVITY","DNS_ACTIVITY"])", {});
        add("one of three again", R"(["FILE_ACTIVITY","DNS_ACTIVITY","FILE_ACTIVITY"])",
            {expected_violation{rule::event_class_duplicate, where + "/2"}});
        add("no legal name again", R"(["file","file"])",
            {expected_violation{rule::event_class_pattern, where + "/0"},
             expected_violation{rule::event_class_pattern, where + "/1"}, again});
        add("a retired class again", R"(["CLOUD_API","CLOUD_API"])",
            {expected_violation{rule::event_class_retired, where + "/0"}, again,
             expected_violation{rule::event_class_retired, where + "/1"}});
        add("in another case", R"(["FILE_ACTIVITY","File_Activity"])",
            {expected_violation{rule::event_class_pattern, where + "/1"}});
    }
};

} // namespace lakeproof::testing::detail
