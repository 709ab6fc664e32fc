// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/check/detail/document_memory.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// Compares what a response holds with the request and the one Region that it answers.
///
/// Members that the response leaves out, or that are of a wrong type, are not judged.
class response_checker {
    using path = std::initializer_list<std::string_view>;

public:
    response_checker(document_cells const& cells, create_custom_log_source_request const& request,
                     region const& in, policy const& severities, report& out)
        : cells_{cells}, request_{request}, region_{in}, severities_{severities}, out_{out} {}

    void check() const {
        check_source();
        check_role();
        check_location();
        for (auto const name : {"crawlerArn", "databaseArn", "tableArn"})
            check_arn({"source", "attributes", name});
    }

private:
    void check_source() const {
        auto const name = request_.source_name.view();
        if (auto const found = text({"source", "sourceName"}); found && *found != name)
            add(rule::response_source_mismatch, {"source", "sourceName"}, name, {});
        // A version that the response leaves out says nothing; one that nobody asked for does.
        auto const& asked = request_.source_version;
        auto const version = asked ? asked->view() : std::string_view{};
        if (auto const found = text({"source", "sourceVersion"});
            found && (!asked || *found != version))
            add(rule::response_source_mismatch, {"source", "sourceVersion"}, version, {});
    }

    void check_role() const {
        path const at{"source", "provider", "roleArn"};
        auto const role = provider_role_name_constraint::compose(request_.source_name, region_);
        auto const arn = text(at);
        if (!arn) return;
        auto const slash = arn->rfind('/');
        if (slash == std::string_view::npos || arn->substr(slash + 1) != role.view())
            add(rule::response_role_mismatch, at, role.view(), region_.view());
    }

    void check_location() const {
        path const at{"source", "provider", "location"};
        auto const piece = "ext/" + std::string{request_.source_name.view()} + '/';
        if (auto const uri = text(at); uri && !holds(*uri, piece))
            add(rule::response_location_mismatch, at, piece, {});
    }

    void check_arn(path at) const {
        if (auto const arn = text(at); arn && !in_region(*arn))
            add(rule::response_arn_mismatch, at, region_.view(), region_.view());
    }

    /// Whether the path of an S3 URI holds a piece that starts where a segment does.
    static bool holds(std::string_view uri, std::string_view piece) {
        for (std::string_view const scheme : {"s3://", "s3a://", "s3n://"}) {
            if (!uri.starts_with(scheme)) continue;
            uri.remove_prefix(scheme.size());
            auto const slash = uri.find('/');
            return slash != std::string_view::npos && slash > 0 &&
                   uri.substr(slash).find('/' + std::string{piece}) != std::string_view::npos;
        }
        return false;
    }

    /// Whether a text is `arn:{partition}:glue|securitylake:{this Region}:…`.
    bool in_region(std::string_view arn) const {
        std::string_view field[4];
        for (auto& f : field) {
            auto const colon = arn.find(':');
            if (colon == std::string_view::npos) return false;
            f = arn.substr(0, colon);
            arn.remove_prefix(colon + 1);
        }
        bool const glue = field[2] == "glue" || field[2] == "securitylake";
        return field[0] == "arn" && glue && field[3] == region_.view();
    }

    std::optional<std::string_view> text(path at) const {
        auto const* const found = cells_.find(find_node(cells_.nodes, at));
        if (found == nullptr) return std::nullopt;
        return found->view();
    }

    void add(rule broken, path at, std::string_view expected, std::string_view in) const {
        auto const found = *text(at);
        out_.add(broken, severities_[broken], {cells_.nodes, find_node(cells_.nodes, at), 0, {}})
            .text(found, count_scalar_values(found))
            .region(in)
            .detail(expected);
    }

    document_cells cells_;
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
                                  region const& in, options const& o = {}) {
    report out;
    constexpr auto const* nodes = nodes_of<create_custom_log_source_response>.data();
    detail::document_memory<create_custom_log_source_response> room;
    detail::overflow_memory more;
    auto memory = room.get(more);
    detail::document_checker checker{nodes, memory, o, out, false};
    detail::walk(response, nodes, 0, checker);
    detail::response_checker{checker.cells(), request, in, o.policy, out}.check();
    return out;
}

} // namespace lakeproof
