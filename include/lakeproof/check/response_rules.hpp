// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof {

namespace detail {

/// Compares a response with the request and the one Region that it answers.
struct response_checker {
    using response = create_custom_log_source_response;

    std::string_view source_name;
    std::optional<std::string_view> source_version;
    std::string_view region;
    policy const& severities;
    report& out;

    void check(response const& r) const {
        if (!r.source) return;
        auto const& s = *r.source;
        if (s.source_name && *s.source_name != source_name)
            add(rule::response_source_mismatch, node_at<response>({"source", "sourceName"}),
                *s.source_name, source_name);
        if (s.source_version != source_version)
            add(rule::response_source_mismatch, node_at<response>({"source", "sourceVersion"}),
                s.source_version.value_or(""), source_version.value_or(""));
    }
    void add(rule r, std::uint16_t at, std::string_view found, std::string_view expected) const {
        out.add(r, severities[r], {nodes_of<response>.data(), at, 0, {}})
            .text(found, count_scalar_values(found))
            .region(region)
            .detail(expected);
    }
};

} // namespace detail
} // namespace lakeproof
