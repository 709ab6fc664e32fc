// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/schema.hpp>
#include <lakeproof/text/scalar_values.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof {

namespace detail {

/// Compares a response with the request and the one Region that it answers.
class response_checker {
    using response = create_custom_log_source_response;

public:
    response_checker(create_custom_log_source_request const& request, region const& in,
                     policy const& severities, report& out)
        : request_{request}, region_{in}, severities_{severities}, out_{out} {}

    void check(response const& r) const {
        if (!r.source) return;
        auto const& source = *r.source;
        check_source(source);
        if (source.provider) check_provider(*source.provider);
        if (source.attributes) check_arns(*source.attributes);
    }

private:
    void check_source(custom_log_source_resource const& s) const {
        if (s.source_name && *s.source_name != request_.source_name.view())
            add(rule::response_source_mismatch, {"source", "sourceName"}, *s.source_name,
                request_.source_name.view());
        // A version that the response leaves out says nothing; one that nobody asked for does.
        auto const& asked = request_.source_version;
        if (s.source_version && (!asked || *s.source_version != asked->view()))
            add(rule::response_source_mismatch, {"source", "sourceVersion"}, *s.source_version,
                asked ? asked->view() : std::string_view{});
    }

    void check_provider(custom_log_source_provider const& p) const {
        auto const role = provider_role_name_constraint::compose(request_.source_name, region_);
        if (p.role_arn) {
            auto const arn = std::string_view{*p.role_arn};
            auto const slash = arn.rfind('/');
            if (slash == std::string_view::npos || arn.substr(slash + 1) != role.view())
                add(rule::response_role_mismatch, {"source", "provider", "roleArn"}, arn,
                    role.view());
        }
        auto const prefix = "ext/" + std::string{request_.source_name.view()} + '/';
        if (p.location && !holds(*p.location, prefix))
            add(rule::response_location_mismatch, {"source", "provider", "location"}, *p.location,
                prefix);
    }

    void check_arns(custom_log_source_attributes const& a) const {
        check_arn(a.crawler_arn, "crawlerArn");
        check_arn(a.database_arn, "databaseArn");
        check_arn(a.table_arn, "tableArn");
    }

    void check_arn(std::optional<std::string> const& arn, std::string_view name) const {
        if (arn && !in_region(*arn))
            add(rule::response_arn_mismatch, {"source", "attributes", name}, *arn, region_.view());
    }

    /// Whether the path of an S3 URI holds a piece that starts where a segment does.
    static bool holds(std::string_view uri, std::string_view piece) {
        for (std::string_view const scheme : {"s3://", "s3a://", "s3n://"}) {
            if (!uri.starts_with(scheme)) continue;
            uri.remove_prefix(scheme.size());
            auto const path = uri.find('/');
            return path != std::string_view::npos && path > 0 &&
                   uri.substr(path).find('/' + std::string{piece}) != std::string_view::npos;
        }
        return false;
    }

    /// Whether a text is `arn:{partition}:glue|securitylake:{this Region}:…`.
    bool in_region(std::string_view arn) const {
        std::string_view field[5];
        for (auto& f : field) {
            auto const colon = arn.find(':');
            if (colon == std::string_view::npos) return false;
            f = arn.substr(0, colon);
            arn.remove_prefix(colon + 1);
        }
        return field[0] == "arn" && (field[2] == "glue" || field[2] == "securitylake") &&
               field[3] == region_.view();
    }

    void add(rule broken, std::initializer_list<std::string_view> path, std::string_view found,
             std::string_view expected) const {
        auto const* const nodes = nodes_of<response>.data();
        out_.add(broken, severities_[broken], {nodes, find_node(nodes, path), 0, {}})
            .text(found, count_scalar_values(found))
            .region(region_.view())
            .detail(expected);
    }

    create_custom_log_source_request const& request_;
    region const& region_;
    policy const& severities_;
    report& out_;
};

} // namespace detail

/// Checks a response against the request and the one Region that it answers.
///
/// What a service derives from a request must come back as derived: the names, the provider's role,
/// the location, the Region of the Glue ARNs. Members that the response leaves out are not judged.
/// \code
/// auto report = lakeproof::check(response, request, lakeproof::regions::us_east_1);
/// \endcode
[[nodiscard]] inline report check(create_custom_log_source_response const& response,
                                  create_custom_log_source_request const& request,
                                  region const& in, policy const& severities = {}) {
    report out;
    detail::response_checker{request, in, severities, out}.check(response);
    return out;
}

} // namespace lakeproof
