// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {
namespace detail {

/// The classes of OCSF 1.8.0 that AWS lists under another name or not at all; `info` knows the others.
/// Source: github.com/ocsf/ocsf-schema, tag 1.8.0.
inline constexpr std::string_view unlisted_in_1_8_0[] = {
    "AIRBORNE_BROADCAST_ACTIVITY", "APPLICATION_ERROR", "APPLICATION_SECURITY_POSTURE_FINDING", "BASE_EVENT",
    "CLOUD_RESOURCES_INVENTORY_INFO", "DRONE_FLIGHTS_ACTIVITY", "EVIDENCE_INFO", "FILE_HOSTING",
    "IAM_ANALYSIS_FINDING", "KERNEL_EXTENSION_ACTIVITY", "OSINT_INVENTORY_INFO", "PERIPHERAL_ACTIVITY",
    "SCRIPT_ACTIVITY", "SESSION_QUERY", "SOFTWARE_INFO", "STARTUP_ITEM_QUERY"};

constexpr bool is_unlisted_in_1_8_0(std::string_view name) noexcept {
    for (auto const unlisted : unlisted_in_1_8_0)
        if (unlisted == name) return true;
    return false;
}

} // namespace detail

/// Whether a name in the service's spelling is a class of OCSF 1.8.0.
[[nodiscard]] constexpr bool in_ocsf_1_8_0(std::string_view name) noexcept {
    // Of the names that AWS has as well, one misses a letter in OCSF: event_log_actvity.
    if (auto const c = event_class_from(name))
        return lakeproof::detail::edit_distance(info(*c, schema_version::v1_8_0).name, name) <= 1;
    return detail::is_unlisted_in_1_8_0(name);
}

/// The event class by which AWS lists a class of OCSF 1.8.0 whose own name is on neither list.
/// \code
/// static_assert(lakeproof::ocsf::aws_name("FILE_HOSTING") ==
///               lakeproof::ocsf::event_class::file_hosting_activity);
/// \endcode
[[nodiscard]] constexpr std::optional<event_class> aws_name(std::string_view name) noexcept {
    if (!detail::is_unlisted_in_1_8_0(name)) return std::nullopt;
    for (auto const c : event_classes()) {
        auto const ocsf_name = info(c, schema_version::v1_8_0).name;
        if (lakeproof::detail::edit_distance(ocsf_name, name) == 0) return c; // but for case
    }
    return std::nullopt;
}

} // namespace lakeproof::ocsf
