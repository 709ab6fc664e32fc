// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/check/detail/name_registry.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The rules that need the whole of a document of a shape; a shape without any has none.
template <class Shape>
struct whole_rules {
    static constexpr void check(document_cells const&, options const&, report&) noexcept {}
};

/// The rules that need a whole CreateCustomLogSource request and its Regions.
template <>
struct whole_rules<create_custom_log_source_request> {
    static constexpr std::uint16_t source_name_node =
        node_at<create_custom_log_source_request>({"sourceName"});
    static constexpr std::uint16_t role_arn_node = node_at<create_custom_log_source_request>(
        {"configuration", "crawlerConfiguration", "roleArn"});

    static constexpr void check(document_cells const& cells, options const& o, report& out) {
        auto const* const name = cells.find(source_name_node);
        if (!o.regions.empty() && name != nullptr) role_length(cells, *name, o, out);
        if (name != nullptr && name->state.refused) role_characters(cells, *name, o, out);
        if (!o.regions.empty())
            if (auto const* const arn = cells.find(role_arn_node))
                same_partition(cells, *arn, o, out);
        if (o.run != nullptr && name != nullptr && name->state.length_ok && name->state.pattern_ok)
            unique(cells, name->view(), o, out);
    }

private:
    static constexpr location at(document_cells const& cells, std::uint16_t n) noexcept {
        return {cells.nodes, n, 0, {}};
    }

    LAKEPROOF_NOINLINE static constexpr void role_length(document_cells const& cells,
                                                            cell const& name, options const& o,
                                                            report& out) noexcept {
        using role = provider_role_name_constraint;
        for (std::size_t i = 0; i < o.regions.size(); ++i) {
            auto const region = o.regions[i];
            auto const length = role::length_for(name.length, region);
            if (length > role::max_length)
                out.add(role::length_rule, o.policy[role::length_rule], at(cells, source_name_node))
                    .text(name.view(), length, name.state.cut)
                    .bound(role::max_length)
                    .region(region);
        }
    }

    LAKEPROOF_NOINLINE static constexpr void role_characters(document_cells const& cells,
                                                                cell const& name, options const& o,
                                                                report& out) noexcept {
        using role = provider_role_name_constraint;
        out.add(role::pattern_rule, o.policy[role::pattern_rule], at(cells, source_name_node))
            .text(name.view(), name.length, name.state.cut);
    }

    LAKEPROOF_NOINLINE static constexpr void same_partition(document_cells const& cells,
                                                               cell const& arn, options const& o,
                                                               report& out) noexcept {
        auto const partition = arn_partition(arn.view());
        if (!arn.state.pattern_ok || partition.empty()) return;
        for (std::size_t i = 0; i < o.regions.size(); ++i) {
            auto const regional = partition_of_code(o.regions[i]);
            if (!regional || to_string(*regional) == partition) continue;
            constexpr auto broken = rule::role_arn_partition;
            out.add(broken, o.policy[broken], at(cells, role_arn_node))
                .text(arn.view(), arn.length, arn.state.cut)
                .region(o.regions[i])
                .detail(to_string(*regional));
        }
    }

    LAKEPROOF_NOINLINE static constexpr void
    unique(document_cells const& cells, std::string_view name, options const& o, report& out) {
        for (std::size_t i = 0; i < o.regions.size() || i == 0; ++i) {
            auto const region = o.regions.empty() ? std::string_view{} : o.regions[i];
            auto const before = o.run->add(name, region, o.document);
            if (before.what == name_registry::earlier::kind::none) continue;
            auto const broken = before.what == name_registry::earlier::kind::same
                                    ? rule::source_name_conflict
                                    : rule::source_name_collision;
            out.add(broken, o.policy[broken], at(cells, source_name_node))
                .text(name, name.size())
                .region(region)
                .detail(before.document);
        }
    }
};

/// The rules about the Regions themselves, for any document that could be read.
LAKEPROOF_NOINLINE constexpr void check_regions(node const* nodes, options const& o,
                                                   report& out) noexcept {
    for (std::size_t i = 0; i < o.regions.size(); ++i) {
        auto const known = find_region(o.regions[i]);
        if (known && known->security_lake) continue;
        auto const broken = known ? rule::region_unsupported : rule::region_unknown;
        out.add(broken, o.policy[broken], location{nodes, 0, 0, {}}).region(o.regions[i]);
    }
}

} // namespace lakeproof::detail
