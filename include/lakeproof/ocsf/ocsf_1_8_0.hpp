// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {
namespace detail {

/// Source: github.com/ocsf/ocsf-schema, tag 1.8.0.
// clang-format off
inline constexpr std::string_view classes_1_8_0[] = {
    "ACCOUNT_CHANGE", "ADMIN_GROUP_QUERY", "AIRBORNE_BROADCAST_ACTIVITY", "API_ACTIVITY",
    "APPLICATION_ERROR", "APPLICATION_LIFECYCLE", "APPLICATION_SECURITY_POSTURE_FINDING",
    "AUTHENTICATION", "AUTHORIZE_SESSION", "BASE_EVENT", "CLOUD_RESOURCES_INVENTORY_INFO",
    "COMPLIANCE_FINDING", "CONFIG_STATE", "DATASTORE_ACTIVITY", "DATA_SECURITY_FINDING",
    "DETECTION_FINDING", "DEVICE_CONFIG_STATE_CHANGE", "DHCP_ACTIVITY", "DNS_ACTIVITY",
    "DRONE_FLIGHTS_ACTIVITY", "EMAIL_ACTIVITY", "EMAIL_FILE_ACTIVITY", "EMAIL_URL_ACTIVITY",
    "ENTITY_MANAGEMENT", "EVENT_LOG_ACTIVITY", "EVIDENCE_INFO", "FILE_ACTIVITY", "FILE_HOSTING",
    "FILE_QUERY", "FILE_REMEDIATION_ACTIVITY", "FOLDER_QUERY", "FTP_ACTIVITY", "GROUP_MANAGEMENT",
    "HTTP_ACTIVITY", "IAM_ANALYSIS_FINDING", "INCIDENT_FINDING", "INVENTORY_INFO", "JOB_QUERY",
    "KERNEL_ACTIVITY", "KERNEL_EXTENSION_ACTIVITY", "KERNEL_OBJECT_QUERY", "MEMORY_ACTIVITY",
    "MODULE_ACTIVITY", "MODULE_QUERY", "NETWORKS_QUERY", "NETWORK_ACTIVITY",
    "NETWORK_CONNECTION_QUERY", "NETWORK_FILE_ACTIVITY", "NETWORK_REMEDIATION_ACTIVITY",
    "NTP_ACTIVITY", "OSINT_INVENTORY_INFO", "PATCH_STATE", "PERIPHERAL_ACTIVITY",
    "PERIPHERAL_DEVICE_QUERY", "PREFETCH_QUERY", "PROCESS_ACTIVITY", "PROCESS_QUERY",
    "PROCESS_REMEDIATION_ACTIVITY", "RDP_ACTIVITY", "REGISTRY_KEY_ACTIVITY", "REGISTRY_KEY_QUERY",
    "REGISTRY_VALUE_ACTIVITY", "REGISTRY_VALUE_QUERY", "REMEDIATION_ACTIVITY", "SCAN_ACTIVITY",
    "SCHEDULED_JOB_ACTIVITY", "SCRIPT_ACTIVITY", "SECURITY_FINDING", "SERVICE_QUERY",
    "SESSION_QUERY", "SMB_ACTIVITY", "SOFTWARE_INFO", "SSH_ACTIVITY", "STARTUP_ITEM_QUERY",
    "TUNNEL_ACTIVITY", "USER_ACCESS", "USER_INVENTORY", "USER_QUERY", "VULNERABILITY_FINDING",
    "WEB_RESOURCES_ACTIVITY", "WEB_RESOURCE_ACCESS_ACTIVITY", "WINDOWS_RESOURCE_ACTIVITY",
    "WINDOWS_SERVICE_ACTIVITY"};
// clang-format on
static_assert(std::is_sorted(std::begin(classes_1_8_0), std::end(classes_1_8_0)));

} // namespace detail

/// Whether a name in the service's spelling is a class of OCSF 1.8.0.
[[nodiscard]] constexpr bool in_ocsf_1_8_0(std::string_view name) noexcept {
    return std::binary_search(std::begin(detail::classes_1_8_0), std::end(detail::classes_1_8_0), name);
}

/// The event class by which AWS lists a class of OCSF 1.8.0 whose own name is on neither list.
/// \code
/// static_assert(lakeproof::ocsf::aws_name("FILE_HOSTING") ==
///               lakeproof::ocsf::event_class::file_hosting_activity);
/// \endcode
[[nodiscard]] constexpr std::optional<event_class> aws_name(std::string_view name) noexcept {
    if (event_class_from(name) || !in_ocsf_1_8_0(name)) return std::nullopt;
    for (auto const c : event_classes()) {
        auto const ocsf_name = info(c, schema_version::v1_8_0).name;
        if (lakeproof::detail::edit_distance(ocsf_name, name) == 0) return c; // but for case
    }
    return std::nullopt;
}

} // namespace lakeproof::ocsf
