// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/check.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// Whether the path of an S3 URI holds a piece that starts where a segment does.
inline bool holds(std::string_view uri, std::string_view piece) {
    for (std::string_view const scheme : {"s3://", "s3a://", "s3n://"}) {
        if (!uri.starts_with(scheme)) continue;
        uri.remove_prefix(scheme.size());
        auto const slash = uri.find('/');
        return slash != std::string_view::npos && slash > 0 &&
               uri.substr(slash).find('/' + std::string{piece}) != std::string_view::npos;
    }
    return false;
}

/// Whether a text is `arn:{partition}:glue|securitylake:{region}:…`.
inline bool is_glue_arn_in(std::string_view arn, std::string_view region) {
    std::string_view field[4];
    for (auto& f : field) {
        auto const colon = arn.find(':');
        if (colon == std::string_view::npos) return false;
        f = arn.substr(0, colon);
        arn.remove_prefix(colon + 1);
    }
    return field[0] == "arn" && (field[2] == "glue" || field[2] == "securitylake") && field[3] == region;
}

/// Calls a function with those of an object's members that were read, in the order of the document.
template <class Shape, class Member, std::size_t N, class F>
void for_each_read(document_view<Shape> object, Member Shape::*const (&members)[N], F f) {
    auto const position = [&](auto m) { // 0 of what was not read
        auto const* const v = view_access::found(object[m]);
        return v != nullptr ? v->position : 0;
    };
    for (std::uint32_t done = 0;;) {
        Member Shape::* next = nullptr;
        for (auto const m : members)
            if (position(m) > done && (next == nullptr || position(m) < position(next))) next = m;
        if (next == nullptr) return;
        f(next, object[next]);
        done = position(next);
    }
}

/// The rules about a response and the request that it answers, in catalogue order. Members that it leaves out, or
/// that are of a wrong type, are not looked at.
///
/// A template, as `check` below, only so that a program which checks no response does not compile it.
template <std::same_as<create_custom_log_source_response> Response>
void check_coherence(document_view<Response> d, create_custom_log_source_request const& request, region const& in,
                     rule_sink& out) {
    using resource = custom_log_source_resource;
    using provider = custom_log_source_provider;
    using attributes = custom_log_source_attributes;
    auto const source = d[&create_custom_log_source_response::source];

    // A version that the response leaves out means nothing; one that nobody asked for does.
    for_each_read(source, {&resource::source_name, &resource::source_version}, [&](auto member, auto found) {
        std::optional<std::string_view> asked = request.source_name;
        if (member == &resource::source_version) asked = request.source_version;
        if (!found.valid() || found.view() == asked) return;
        if (asked)
            out.report(rule::response_source_mismatch, found, "{value} is not the requested one, '{detail}'",
                       {.detail = *asked});
        else
            out.report(rule::response_source_mismatch, found,
                       "{value} is not the requested one, since the request names none");
    });

    auto const role = source[&resource::provider][&provider::role_arn];
    auto const derived = provider_role_name_constraint::compose(request.source_name, in);
    auto const slash = role.view().rfind('/');
    if (role.valid() &&
        (slash == std::string_view::npos || role.view().substr(slash + 1) != derived.view()))
        out.report(rule::response_role_mismatch, role, "{value} does not name the derived role '{detail}'",
                   {.region = in, .detail = derived.view()});

    auto const location = source[&resource::provider][&provider::location];
    auto const piece = "ext/" + std::string{request.source_name.view()} + '/';
    if (location.valid() && !holds(location.view(), piece))
        out.report(rule::response_location_mismatch, location,
                   "{value} is no S3 URI whose path holds '{detail}'", {.detail = piece});

    for_each_read(source[&resource::attributes],
                  {&attributes::crawler_arn, &attributes::database_arn, &attributes::table_arn},
                  [&](auto, auto arn) {
                      if (arn.valid() && !is_glue_arn_in(arn.view(), in))
                          out.report(rule::response_arn_mismatch, arn,
                                     "{value} is no ARN of glue or securitylake in {region}", {.region = in});
                  });
}

} // namespace detail

/// Checks a response against the request and the one Region that it answers.
///
/// What a service derives from a request must come back as derived: the names, the provider's role, the location,
/// the Region of the Glue ARNs. Members that the response leaves out are not looked at.
/// \code
/// auto report = lakeproof::check(response, request, lakeproof::regions::us_east_1);
/// \endcode
template <std::same_as<create_custom_log_source_response> Response = create_custom_log_source_response>
[[nodiscard]] report check(Response const& response, create_custom_log_source_request const& request, region const& in,
                           options const& o = default_options) {
    report out;
    detail::document_of<Response> document;
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
    detail::model_document{document, sink}.add(response);
    detail::check_coherence(detail::view_access::make<Response>(document), request, in, sink);
    detail::apply_rules<Response>(document, sink);
    return out;
}

} // namespace lakeproof
