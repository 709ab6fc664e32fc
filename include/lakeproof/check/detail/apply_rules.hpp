// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/check/runtime_rules.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

template <class T>
concept has_own_rules = requires(document_view<T> d, rule_sink& out) { T::check(d, out); };

/// Whether a shape, or one that it holds, has rules of its own.
template <class T>
consteval bool has_any_rules() noexcept {
    if constexpr (list_type<T>) {
        return has_any_rules<typename element_of<T>::type>();
    } else if constexpr (shape<T>) {
        bool any = has_own_rules<T>;
        for_each_member<T>([&]<class M>(M const&) {
            any = any || has_any_rules<value_type_of<typename M::type>>();
        });
        return any;
    } else {
        return false;
    }
}

template <class T>
constexpr void apply_own_rules(document_view<T> d, rule_sink& out);

/// Applies the rules of what a shape or list holds, in the order of the table.
template <class T>
constexpr void apply_inner_rules(document_view<T> d, rule_sink& out) {
    if constexpr (list_type<T>) {
        for (auto const element : d) apply_own_rules(element, out);
    } else {
        for_each_member<T>([&](auto const& m) {
            using type = value_type_of<typename std::remove_cvref_t<decltype(m)>::type>;
            if constexpr (has_any_rules<type>()) apply_own_rules(d[m.pointer], out);
        });
    }
}

/// Applies a shape's own rules, then those of what it holds.
template <class T>
constexpr void apply_own_rules(document_view<T> d, rule_sink& out) {
    if constexpr (has_own_rules<T>)
        if (d.right_type()) T::check(d, out);
    apply_inner_rules(d, out);
}

/// The rules about the Regions themselves, for any document that could be read.
LAKEPROOF_NOINLINE constexpr void check_regions(node const* nodes, rule_sink& out) {
    for (std::string_view const region : out.regions()) {
        auto const known = find_region(region);
        if (known && known->security_lake) continue;
        auto const broken = known ? rule::region_unsupported : rule::region_unknown;
        finding f{&info(broken), sink_access::options_of(out).policy[broken],
                  known ? "Region '{region}' has no Security Lake endpoint"
                        : "Region '{region}' is not in Lakeproof's table: check the spelling, or turn "
                          "region-unknown down if it is newer than the table",
                  place{}};
        f.region = region;
        sink_access::add(out, nodes, f);
    }
}

/// Applies all rules to a document of a shape that has been read: its own, `run`'s (of several requests
/// together, or null), the options' house rules, and those about Regions.
template <class Shape>
constexpr void apply_rules(document const& d, rule_sink& out, runtime_rules const* run = nullptr) {
    options const& o = sink_access::options_of(out);
    if constexpr (has_any_rules<Shape>()) {
        auto const root = view_access::make<Shape>(d);
        // Inlined here, where the root's nodes are constants, which a call would hide.
        if constexpr (has_own_rules<Shape>)
            if (root.right_type()) Shape::check(root, out);
        apply_inner_rules(root, out);
    }
    if (run != nullptr) runtime_rules_access::apply(*run, d, out);
    if (o.house_rules != nullptr) runtime_rules_access::apply(*o.house_rules, d, out);
    if (!o.regions.empty()) check_regions(d.nodes(), out);
}

} // namespace lakeproof::detail
