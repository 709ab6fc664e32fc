// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/ocsf/suggestion.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// The member of an object that an unknown name is closest to, within distance 2; or empty.
constexpr std::string_view closest_member(node const& object, std::string_view name) noexcept {
    auto const best =
        closest(object.first, object.first + object.count, name, 2, [](node const& n) { return n.name; });
    return best == name ? std::string_view{} : best; // it is known, but belongs elsewhere in an HTTP request
}

} // namespace detail

/// What to write instead, where one thing is the likely fix; else empty.
///
/// Valid as long as the violation's report is unchanged. Never throws.
[[nodiscard]] constexpr std::string_view suggestion(violation const& v) noexcept {
    using access = detail::violation_access;
    switch (v.rule()) {
    case rule::member_unknown:
        return v.cut() ? std::string_view{}
                       : detail::closest_member(access::target(v), v.text());
    case rule::event_class_pattern: return ocsf::suggest_spelling(v.text());
    case rule::event_class_undocumented: return ocsf::suggest_listed(v.text());
    case rule::event_class_not_in_user_guide:
        if (auto const c = ocsf::event_class_from(v.text()))
            if (auto const guide = ocsf::user_guide_name(*c)) return to_string(*guide);
        return {};
    case rule::principal_pattern: return v.cut() ? v.detail() : account_id_in_arn(v.text());
    case rule::string_enum:
        if (auto const* const set = access::target(v).string; set != nullptr && !v.cut()) return set->nearest(v.text());
        return {};
    case rule::region_unknown: return suggest_region(v.region());
    default: return {};
    }
}

} // namespace lakeproof
