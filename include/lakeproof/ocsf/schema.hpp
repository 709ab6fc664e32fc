// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// The OCSF schema versions that the tables know. A class uid means nothing without one.
enum class schema_version : std::uint8_t { v1_0_0_rc_2, v1_0_0, v1_8_0 };

[[nodiscard]] constexpr std::string_view to_string(schema_version v) noexcept {
    switch (v) {
    case schema_version::v1_0_0_rc_2: return "1.0.0-rc.2";
    case schema_version::v1_0_0: return "1.0.0";
    case schema_version::v1_8_0: return "1.8.0";
    }
    return "";
}

/// What one OCSF schema version says of a class.
struct class_info {
    std::uint32_t class_uid = 0; ///< (extension uid * 100 + category uid) * 1000 + uid
    std::string_view name{};     ///< OCSF's own name, in lower case
    std::string_view caption{};
    std::string_view category{};
    std::string_view deprecated_since{}; ///< the version, or empty

    /// Whether the schema version has the class at all.
    [[nodiscard]] constexpr bool exists() const noexcept { return class_uid != 0; }
    [[nodiscard]] constexpr bool deprecated() const noexcept { return !deprecated_since.empty(); }
};

namespace detail {

inline constexpr class_info absent{};

/// Source: github.com/ocsf/ocsf-schema, tags v1.0.0-rc.2, v1.0.0 and 1.8.0.
inline constexpr class_info class_table[event_class_count][3] = {
    {{3006, "access_activity", "Access Activity", "audit", ""},
      absent,
      absent},
    {{1001, "file_activity", "File System Activity", "system", ""},
      {1001, "file_activity", "File System Activity", "system", ""},
      {1001, "file_activity", "File System Activity", "system", ""}},
    {{1003, "kernel_activity", "Kernel Activity", "system", ""},
      {1003, "kernel_activity", "Kernel Activity", "system", ""},
      {1003, "kernel_activity", "Kernel Activity", "system", ""}},
    {{1002, "kernel_extension", "Kernel Extension Activity", "system", ""},
      {1002, "kernel_extension", "Kernel Extension Activity", "system", ""},
      {1002, "kernel_extension_activity", "Kernel Extension Activity", "system", ""}},
    {{1004, "memory_activity", "Memory Activity", "system", ""},
      {1004, "memory_activity", "Memory Activity", "system", ""},
      {1004, "memory_activity", "Memory Activity", "system", ""}},
    {{1005, "module_activity", "Module Activity", "system", ""},
      {1005, "module_activity", "Module Activity", "system", ""},
      {1005, "module_activity", "Module Activity", "system", ""}},
    {{1007, "process_activity", "Process Activity", "system", ""},
      {1007, "process_activity", "Process Activity", "system", ""},
      {1007, "process_activity", "Process Activity", "system", ""}},
    {{1008, "registry_key_activity", "Registry Key Activity", "system", ""},
      {201001, "registry_key_activity", "Registry Key Activity", "system", ""},
      {201001, "registry_key_activity", "Registry Key Activity", "system", ""}},
    {{1009, "registry_value_activity", "Registry Value Activity", "system", ""},
      {201002, "registry_value_activity", "Registry Value Activity", "system", ""},
      {201002, "registry_value_activity", "Registry Value Activity", "system", ""}},
    {{1010, "resource_activity", "Windows Resource Activity", "system", ""},
      {201003, "resource_activity", "Windows Resource Activity", "system", ""},
      {201003, "windows_resource_activity", "Windows Resource Activity", "system", ""}},
    {{1006, "scheduled_job_activity", "Scheduled Job Activity", "system", ""},
      {1006, "scheduled_job_activity", "Scheduled Job Activity", "system", ""},
      {1006, "scheduled_job_activity", "Scheduled Job Activity", "system", ""}},
    {{2001, "security_finding", "Security Finding", "findings", ""},
      {2001, "security_finding", "Security Finding", "findings", ""},
      {2001, "security_finding", "Security Finding", "findings", "1.1.0"}},
    {{3001, "account_change", "Account Change", "audit", ""},
      {3001, "account_change", "Account Change", "iam", ""},
      {3001, "account_change", "Account Change", "iam", ""}},
    {{3002, "authentication", "Authentication", "audit", ""},
      {3002, "authentication", "Authentication", "iam", ""},
      {3002, "authentication", "Authentication", "iam", ""}},
    {{3003, "authorization", "Authorization", "audit", ""},
      {3003, "authorize_session", "Authorize Session", "iam", ""},
      {3003, "authorize_session", "Authorize Session", "iam", ""}},
    {{3004, "entity_management", "Entity Management", "audit", ""},
      {3004, "entity_management", "Entity Management", "iam", ""},
      {3004, "entity_management", "Entity Management", "iam", ""}},
    {{4004, "dhcp_activity", "DHCP Activity", "network", ""},
      {4004, "dhcp_activity", "DHCP Activity", "network", ""},
      {4004, "dhcp_activity", "DHCP Activity", "network", ""}},
    {{4001, "network_activity", "Network Activity", "network", ""},
      {4001, "network_activity", "Network Activity", "network", ""},
      {4001, "network_activity", "Network Activity", "network", ""}},
    {{4003, "dns_activity", "DNS Activity", "network", ""},
      {4003, "dns_activity", "DNS Activity", "network", ""},
      {4003, "dns_activity", "DNS Activity", "network", ""}},
    {{4008, "ftp_activity", "FTP Activity", "network", ""},
      {4008, "ftp_activity", "FTP Activity", "network", ""},
      {4008, "ftp_activity", "FTP Activity", "network", ""}},
    {{4002, "http_activity", "HTTP Activity", "network", ""},
      {4002, "http_activity", "HTTP Activity", "network", ""},
      {4002, "http_activity", "HTTP Activity", "network", ""}},
    {{4005, "rdp_activity", "RDP Activity", "network", ""},
      {4005, "rdp_activity", "RDP Activity", "network", ""},
      {4005, "rdp_activity", "RDP Activity", "network", ""}},
    {{4006, "smb_activity", "SMB Activity", "network", ""},
      {4006, "smb_activity", "SMB Activity", "network", ""},
      {4006, "smb_activity", "SMB Activity", "network", ""}},
    {{4007, "ssh_activity", "SSH Activity", "network", ""},
      {4007, "ssh_activity", "SSH Activity", "network", ""},
      {4007, "ssh_activity", "SSH Activity", "network", ""}},
    {{5002, "config_state", "Device Config State", "inventory", ""},
      {5002, "config_state", "Device Config State", "discovery", ""},
      {5002, "config_state", "Device Config State", "discovery", "1.5.0"}},
    {{5001, "inventory_info", "Device Inventory Info", "inventory", ""},
      {5001, "inventory_info", "Device Inventory Info", "discovery", ""},
      {5001, "inventory_info", "Device Inventory Info", "discovery", ""}},
    {{4009, "email_activity", "Email Activity", "network", ""},
      {4009, "email_activity", "Email Activity", "network", ""},
      {4009, "email_activity", "Email Activity", "network", ""}},
    {{3005, "api_activity", "API Activity", "audit", ""},
      {6003, "api_activity", "API Activity", "application", ""},
      {6003, "api_activity", "API Activity", "application", ""}},
    {{99938001, "cloud_api", "Cloud API", "cloud", ""},
      absent,
      absent},
};

/// Every class of OCSF 1.8.0, in alphabetical order.
inline constexpr std::string_view classes_1_8_0[] = {
    "ACCOUNT_CHANGE",
    "ADMIN_GROUP_QUERY",
    "AIRBORNE_BROADCAST_ACTIVITY",
    "API_ACTIVITY",
    "APPLICATION_ERROR",
    "APPLICATION_LIFECYCLE",
    "APPLICATION_SECURITY_POSTURE_FINDING",
    "AUTHENTICATION",
    "AUTHORIZE_SESSION",
    "BASE_EVENT",
    "CLOUD_RESOURCES_INVENTORY_INFO",
    "COMPLIANCE_FINDING",
    "CONFIG_STATE",
    "DATASTORE_ACTIVITY",
    "DATA_SECURITY_FINDING",
    "DETECTION_FINDING",
    "DEVICE_CONFIG_STATE_CHANGE",
    "DHCP_ACTIVITY",
    "DNS_ACTIVITY",
    "DRONE_FLIGHTS_ACTIVITY",
    "EMAIL_ACTIVITY",
    "EMAIL_FILE_ACTIVITY",
    "EMAIL_URL_ACTIVITY",
    "ENTITY_MANAGEMENT",
    "EVENT_LOG_ACTIVITY",
    "EVIDENCE_INFO",
    "FILE_ACTIVITY",
    "FILE_HOSTING",
    "FILE_QUERY",
    "FILE_REMEDIATION_ACTIVITY",
    "FOLDER_QUERY",
    "FTP_ACTIVITY",
    "GROUP_MANAGEMENT",
    "HTTP_ACTIVITY",
    "IAM_ANALYSIS_FINDING",
    "INCIDENT_FINDING",
    "INVENTORY_INFO",
    "JOB_QUERY",
    "KERNEL_ACTIVITY",
    "KERNEL_EXTENSION_ACTIVITY",
    "KERNEL_OBJECT_QUERY",
    "MEMORY_ACTIVITY",
    "MODULE_ACTIVITY",
    "MODULE_QUERY",
    "NETWORKS_QUERY",
    "NETWORK_ACTIVITY",
    "NETWORK_CONNECTION_QUERY",
    "NETWORK_FILE_ACTIVITY",
    "NETWORK_REMEDIATION_ACTIVITY",
    "NTP_ACTIVITY",
    "OSINT_INVENTORY_INFO",
    "PATCH_STATE",
    "PERIPHERAL_ACTIVITY",
    "PERIPHERAL_DEVICE_QUERY",
    "PREFETCH_QUERY",
    "PROCESS_ACTIVITY",
    "PROCESS_QUERY",
    "PROCESS_REMEDIATION_ACTIVITY",
    "RDP_ACTIVITY",
    "REGISTRY_KEY_ACTIVITY",
    "REGISTRY_KEY_QUERY",
    "REGISTRY_VALUE_ACTIVITY",
    "REGISTRY_VALUE_QUERY",
    "REMEDIATION_ACTIVITY",
    "SCAN_ACTIVITY",
    "SCHEDULED_JOB_ACTIVITY",
    "SCRIPT_ACTIVITY",
    "SECURITY_FINDING",
    "SERVICE_QUERY",
    "SESSION_QUERY",
    "SMB_ACTIVITY",
    "SOFTWARE_INFO",
    "SSH_ACTIVITY",
    "STARTUP_ITEM_QUERY",
    "TUNNEL_ACTIVITY",
    "USER_ACCESS",
    "USER_INVENTORY",
    "USER_QUERY",
    "VULNERABILITY_FINDING",
    "WEB_RESOURCES_ACTIVITY",
    "WEB_RESOURCE_ACCESS_ACTIVITY",
    "WINDOWS_RESOURCE_ACTIVITY",
    "WINDOWS_SERVICE_ACTIVITY",
};

} // namespace detail

/// What a schema version says of an event class; `exists()` is false where it lacks the class.
[[nodiscard]] constexpr class_info const& info(event_class c, schema_version v) noexcept {
    return detail::class_table[static_cast<std::size_t>(c)][static_cast<std::size_t>(v)];
}

/// Whether an event class is deprecated in, or gone from, OCSF 1.8.0.
[[nodiscard]] constexpr bool retired(event_class c) noexcept {
    auto const& i = info(c, schema_version::v1_8_0);
    return !i.exists() || i.deprecated();
}

/// The caption in the newest schema version that has the class.
[[nodiscard]] constexpr std::string_view caption(event_class c) noexcept {
    for (auto v : {schema_version::v1_8_0, schema_version::v1_0_0})
        if (info(c, v).exists()) return info(c, v).caption;
    return info(c, schema_version::v1_0_0_rc_2).caption;
}

/// The category in the newest schema version that has the class.
[[nodiscard]] constexpr std::string_view category(event_class c) noexcept {
    for (auto v : {schema_version::v1_8_0, schema_version::v1_0_0})
        if (info(c, v).exists()) return info(c, v).category;
    return info(c, schema_version::v1_0_0_rc_2).category;
}

/// Whether a name in the service's spelling is a class of OCSF 1.8.0.
[[nodiscard]] constexpr bool in_ocsf_1_8_0(std::string_view name) noexcept {
    for (auto const& c : detail::classes_1_8_0)
        if (c == name) return true;
    return false;
}

} // namespace lakeproof::ocsf
