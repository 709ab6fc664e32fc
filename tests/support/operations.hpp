// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <optional>
#include <string>
#include <vector>

// Two more operations of the service, as its model of 2018-05-10 describes them. An optional list is a std::optional,
// so that an empty one is not taken for none.
namespace service {
using lakeproof::member, lakeproof::member_table, lakeproof::json::tag_invoke;
using lakeproof::account_id, lakeproof::aws_log_source_name, lakeproof::aws_log_source_version;

// --- CreateAwsLogSource

struct aws_log_source_configuration {
    std::optional<std::vector<account_id>> accounts{};
    std::vector<lakeproof::region> regions{};
    aws_log_source_name source_name;
    std::optional<aws_log_source_version> source_version{};

    static constexpr auto members =
        member_table(member{"accounts", &aws_log_source_configuration::accounts},
                     member{"regions", &aws_log_source_configuration::regions, {.required = true}},
                     member{"sourceName", &aws_log_source_configuration::source_name},
                     member{"sourceVersion", &aws_log_source_configuration::source_version});
    friend bool operator==(aws_log_source_configuration const&, aws_log_source_configuration const&) = default;
};

struct create_aws_log_source_request {
    std::vector<aws_log_source_configuration> sources{};

    static constexpr auto members = member_table(member{
        "sources", &create_aws_log_source_request::sources, {.required = true, .least = 1, .most = 50}});
    friend bool operator==(create_aws_log_source_request const&, create_aws_log_source_request const&) = default;
};

// --- CreateSubscriber

struct tag {
    lakeproof::bounded_string<R"(^[\s\S]*$)", 1, 128> key;
    lakeproof::bounded_string<R"(^[\s\S]*$)", 0, 256> value;

    static constexpr auto members = member_table(member{"key", &tag::key}, member{"value", &tag::value});
    friend bool operator==(tag const&, tag const&) = default;
};

struct create_subscriber_request {
    std::optional<std::vector<lakeproof::enum_string<"LAKEFORMATION", "S3">>> access_types{};
    std::vector<lakeproof::requested_log_source> sources{};
    std::optional<std::string> subscriber_description{};
    lakeproof::aws_identity subscriber_identity;
    lakeproof::bounded_string<R"(^[\s\S]*$)", 0, 64> subscriber_name;
    std::optional<std::vector<tag>> tags{};

    static constexpr auto members =
        member_table(member{"accessTypes", &create_subscriber_request::access_types},
                     member{"sources", &create_subscriber_request::sources, {.required = true}},
                     member{"subscriberDescription", &create_subscriber_request::subscriber_description},
                     member{"subscriberIdentity", &create_subscriber_request::subscriber_identity},
                     member{"subscriberName", &create_subscriber_request::subscriber_name},
                     member{"tags", &create_subscriber_request::tags, {.most = 50}});
    friend bool operator==(create_subscriber_request const&, create_subscriber_request const&) = default;

    /// A pattern without a greatest length: no string type, which holds its text inline, but a plain string and a rule.
    static constexpr void check(lakeproof::document_view<create_subscriber_request> d, lakeproof::rule_sink& out) {
        using description = lakeproof::pattern<R"(^[\\\w\s\-_:/,.@=+]*$)">;
        auto const text = d[&create_subscriber_request::subscriber_description];
        if (text.valid() && !description::matches(text.view()))
            out.report(lakeproof::rule::string_pattern, text,
                       "{value} failed to satisfy constraint: Member must satisfy regular expression pattern: "
                       R"(^[\\\w\s\-_:/,.@=+]*$)");
    }
};

} // namespace service
