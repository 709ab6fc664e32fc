// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>

#include <cstdint>
#include <initializer_list>
#include <string_view>

// Reports of any violations, made without a document.
namespace lakeproof::test {

inline constexpr auto const& request_nodes = detail::nodes_of<create_custom_log_source_request>;

/// The place that a path of names leads to.
constexpr detail::place at(std::initializer_list<std::string_view> path) {
    std::uint16_t n = 0;
    for (auto const name : path) {
        n = request_nodes[n].first->self;
        while (request_nodes[n].name != name) ++n;
    }
    return {n, {}};
}
/// An element of `eventClasses`.
constexpr detail::place element(std::uint32_t index) {
    return {request_nodes[at({"eventClasses"}).at].first->self, {index}};
}

/// A finding with the rule's own severity.
constexpr detail::finding finding_of(rule r, detail::place const& where = {}, char const* message = "{value}") {
    return {&info(r), info(r).default_severity, message, where};
}

/// Takes a finding into a report.
constexpr void add(report& out, detail::finding const& f) {
    options const o{};
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
    detail::sink_access::add(sink, request_nodes.data(), f);
}
constexpr void add(report& out, rule r, severity s, detail::place const& where = {}) {
    auto f = finding_of(r, where);
    f.severity = s;
    add(out, f);
}

} // namespace lakeproof::test
