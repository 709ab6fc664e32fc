// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// The OCSF schema versions that the tables know. A class uid means nothing without one.
enum class schema_version : std::uint8_t { v1_0_0_rc_2, v1_0_0, v1_1_0, v1_3_0, v1_8_0 };

[[nodiscard]] constexpr std::string_view to_string(schema_version v) noexcept {
    switch (v) {
    case schema_version::v1_0_0_rc_2: return "1.0.0-rc.2";
    case schema_version::v1_0_0: return "1.0.0";
    case schema_version::v1_1_0: return "1.1.0";
    case schema_version::v1_3_0: return "1.3.0";
    case schema_version::v1_8_0: return "1.8.0";
    }
    return "";
}

/// All schema versions that the tables know, the oldest first.
[[nodiscard]] constexpr std::array<schema_version, 5> schema_versions() noexcept {
    using enum schema_version;
    return {v1_0_0_rc_2, v1_0_0, v1_1_0, v1_3_0, v1_8_0};
}

/// What one OCSF schema version says of a class.
struct class_info {
    std::uint32_t class_uid = 0; ///< (extension uid * 100 + category uid) * 1000 + uid
    std::string_view name{};     ///< OCSF's own name, in lower case
    std::string_view caption{};
    std::string_view category{};
    std::string_view deprecated_since{}; ///< the version, or empty
    std::string_view use_instead{};      ///< if deprecated: captions of other classes, by 1.8.0

    /// Whether the schema version has the class at all.
    [[nodiscard]] constexpr bool exists() const noexcept { return class_uid != 0; }
    [[nodiscard]] constexpr bool deprecated() const noexcept { return !deprecated_since.empty(); }
};

namespace detail {

using enum schema_version;

struct deprecation {
    schema_version marked{}; ///< the oldest version whose schema says so
    std::string_view since{};
    std::string_view use_instead{};
};

inline constexpr deprecation specific_findings{
    v1_1_0, "1.1.0"sv,
    "Vulnerability Finding, Compliance Finding, Detection Finding, Incident Finding, "
    "Data Security Finding"sv};
inline constexpr deprecation compliance{v1_8_0, "1.5.0"sv, "Compliance Finding"sv};
inline constexpr deprecation email{v1_8_0, "1.3.0"sv, "Email Activity"sv};
inline constexpr deprecation evidence{v1_8_0, "1.5.0"sv, "Live Evidence Info"sv};
inline constexpr deprecation file_hosting{v1_1_0, "1.1.0"sv, "File Hosting Activity"sv};
inline constexpr deprecation web_resources{v1_1_0, "1.1.0"sv, "Web Resources Activity"sv};

/// A class as in the newest version that has it. Its name is AWS's in lower case.
struct class_row {
    event_class value;
    schema_version first; ///< the oldest version that has the class
    std::uint32_t class_uid;
    std::string_view caption;
    deprecation deprecated{};
    schema_version last = v1_8_0; ///< the newest version that has the class
};

/// Source: github.com/ocsf/ocsf-schema, tags v1.0.0-rc.2, v1.0.0, v1.1.0, 1.3.0 and 1.8.0.
inline constexpr class_row class_rows[] = {
    {access_activity, v1_0_0_rc_2, 3006, "Access Activity"sv, {}, v1_0_0_rc_2},
    {file_activity, v1_0_0_rc_2, 1001, "File System Activity"sv},
    {kernel_activity, v1_0_0_rc_2, 1003, "Kernel Activity"sv},
    {kernel_extension, v1_0_0_rc_2, 1002, "Kernel Extension Activity"sv},
    {memory_activity, v1_0_0_rc_2, 1004, "Memory Activity"sv},
    {module_activity, v1_0_0_rc_2, 1005, "Module Activity"sv},
    {process_activity, v1_0_0_rc_2, 1007, "Process Activity"sv},
    {registry_key_activity, v1_0_0_rc_2, 201001, "Registry Key Activity"sv},
    {registry_value_activity, v1_0_0_rc_2, 201002, "Registry Value Activity"sv},
    {resource_activity, v1_0_0_rc_2, 201003, "Windows Resource Activity"sv},
    {scheduled_job_activity, v1_0_0_rc_2, 1006, "Scheduled Job Activity"sv},
    {security_finding, v1_0_0_rc_2, 2001, "Security Finding"sv, specific_findings},
    {account_change, v1_0_0_rc_2, 3001, "Account Change"sv},
    {authentication, v1_0_0_rc_2, 3002, "Authentication"sv},
    {authorization, v1_0_0_rc_2, 3003, "Authorize Session"sv},
    {entity_management_audit, v1_0_0_rc_2, 3004, "Entity Management"sv},
    {dhcp_activity, v1_0_0_rc_2, 4004, "DHCP Activity"sv},
    {network_activity, v1_0_0_rc_2, 4001, "Network Activity"sv},
    {dns_activity, v1_0_0_rc_2, 4003, "DNS Activity"sv},
    {ftp_activity, v1_0_0_rc_2, 4008, "FTP Activity"sv},
    {http_activity, v1_0_0_rc_2, 4002, "HTTP Activity"sv},
    {rdp_activity, v1_0_0_rc_2, 4005, "RDP Activity"sv},
    {smb_activity, v1_0_0_rc_2, 4006, "SMB Activity"sv},
    {ssh_activity, v1_0_0_rc_2, 4007, "SSH Activity"sv},
    {config_state, v1_0_0_rc_2, 5002, "Device Config State"sv, compliance},
    {inventory_info, v1_0_0_rc_2, 5001, "Device Inventory Info"sv},
    {email_activity, v1_0_0_rc_2, 4009, "Email Activity"sv},
    {api_activity, v1_0_0_rc_2, 6003, "API Activity"sv},
    {cloud_api, v1_0_0_rc_2, 99938001, "Cloud API"sv, {}, v1_0_0_rc_2},
    {application_lifecycle, v1_0_0, 6002, "Application Lifecycle"sv},
    {authorize_session, v1_0_0, 3003, "Authorize Session"sv},
    {compliance_finding, v1_1_0, 2003, "Compliance Finding"sv},
    {datastore_activity, v1_1_0, 6005, "Datastore Activity"sv},
    {device_config_state, v1_0_0_rc_2, 5002, "Device Config State"sv, compliance},
    {device_config_state_change, v1_1_0, 5019, "Device Config State Change"sv},
    {device_inventory_info, v1_0_0_rc_2, 5001, "Device Inventory Info"sv},
    {detection_finding, v1_1_0, 2004, "Detection Finding"sv},
    {email_file_activity, v1_0_0_rc_2, 4011, "Email File Activity"sv, email},
    {email_url_activity, v1_0_0_rc_2, 4012, "Email URL Activity"sv, email},
    {entity_management, v1_0_0_rc_2, 3004, "Entity Management"sv},
    {file_hosting_activity, v1_1_0, 6006, "File Hosting Activity"sv},
    {file_system_activity, v1_0_0_rc_2, 1001, "File System Activity"sv},
    {group_management, v1_0_0, 3006, "Group Management"sv},
    {incident_finding, v1_1_0, 2005, "Incident Finding"sv},
    {network_file_activity, v1_0_0, 4010, "Network File Activity"sv, file_hosting},
    {ntp_activity, v1_1_0, 4013, "NTP Activity"sv},
    {patch_state, v1_1_0, 5004, "Operating System Patch State"sv},
    {scan_activity, v1_1_0, 6007, "Scan Activity"sv},
    {user_access, v1_0_0, 3005, "User Access Management"sv},
    {user_inventory, v1_1_0, 5003, "User Inventory Info"sv},
    {vulnerability_finding, v1_1_0, 2002, "Vulnerability Finding"sv},
    {web_resource_access_activity, v1_0_0, 6004, "Web Resource Access Activity"sv, web_resources},
    {web_resources_activity, v1_0_0, 6001, "Web Resources Activity"sv},
    {windows_resource_activity, v1_0_0_rc_2, 201003, "Windows Resource Activity"sv},
    {admin_group_query, v1_3_0, 5009, "Admin Group Query"sv, evidence},
    {data_security_finding, v1_3_0, 2006, "Data Security Finding"sv},
    {event_log_activity, v1_3_0, 1008, "Event Log Activity"sv},
    {file_query, v1_3_0, 5007, "File Query"sv, evidence},
    {file_remediation_activity, v1_3_0, 7002, "File Remediation Activity"sv},
    {folder_query, v1_3_0, 5008, "Folder Query"sv, evidence},
    {job_query, v1_3_0, 5010, "Job Query"sv, evidence},
    {kernel_object_query, v1_3_0, 5006, "Kernel Object Query"sv, evidence},
    {module_query, v1_3_0, 5011, "Module Query"sv, evidence},
    {network_connection_query, v1_3_0, 5012, "Network Connection Query"sv, evidence},
    {network_remediation_activity, v1_3_0, 7004, "Network Remediation Activity"sv},
    {networks_query, v1_3_0, 5013, "Networks Query"sv, evidence},
    {peripheral_device_query, v1_3_0, 5014, "Peripheral Device Query"sv, evidence},
    {process_query, v1_3_0, 5015, "Process Query"sv, evidence},
    {process_remediation_activity, v1_3_0, 7003, "Process Remediation Activity"sv},
    {remediation_activity, v1_3_0, 7001, "Remediation Activity"sv},
    {service_query, v1_3_0, 5016, "Service Query"sv, evidence},
    {software_inventory_info, v1_3_0, 5020, "Software Inventory Info"sv},
    {tunnel_activity, v1_3_0, 4014, "Tunnel Activity"sv},
    {user_query, v1_3_0, 5018, "User Query"sv, evidence},
    {user_session_query, v1_3_0, 5017, "User Session Query"sv, evidence},
    {prefetch_query, v1_1_0, 205019, "Prefetch Query"sv, evidence},
    {registry_key_query, v1_3_0, 205004, "Registry Key Query"sv, evidence},
    {registry_value_query, v1_3_0, 205005, "Registry Value Query"sv, evidence},
    {windows_service_activity, v1_3_0, 201004, "Windows Service Activity"sv},
};
static_assert(row_per_class(class_rows));

/// What differs from a class's row, or from AWS's name, in the versions `first` to `last`.
struct variation {
    event_class value;
    schema_version first;
    schema_version last;
    std::uint32_t class_uid = 0; ///< 0 and empty strings: as in the row
    std::string_view name{};
    std::string_view caption{};
    std::string_view deprecated_since{};
};

inline constexpr variation variations[] = {
    {registry_key_activity, v1_0_0_rc_2, v1_0_0_rc_2, 1008},
    {registry_value_activity, v1_0_0_rc_2, v1_0_0_rc_2, 1009},
    {resource_activity, v1_0_0_rc_2, v1_0_0_rc_2, 1010},
    {windows_resource_activity, v1_0_0_rc_2, v1_0_0_rc_2, 1010},
    {api_activity, v1_0_0_rc_2, v1_0_0_rc_2, 3005},
    {email_file_activity, v1_0_0_rc_2, v1_0_0_rc_2, 99904001},
    {email_url_activity, v1_0_0_rc_2, v1_0_0_rc_2, 99904002},
    {kernel_extension, v1_8_0, v1_8_0, 0, "kernel_extension_activity"},
    {resource_activity, v1_8_0, v1_8_0, 0, "windows_resource_activity"},
    {windows_resource_activity, v1_0_0_rc_2, v1_3_0, 0, "resource_activity"},
    {authorization, v1_0_0_rc_2, v1_0_0_rc_2, 0, {}, "Authorization"},
    {authorization, v1_0_0, v1_8_0, 0, "authorize_session"},
    {entity_management_audit, v1_0_0_rc_2, v1_8_0, 0, "entity_management"},
    {device_config_state, v1_0_0_rc_2, v1_8_0, 0, "config_state"},
    {device_inventory_info, v1_0_0_rc_2, v1_8_0, 0, "inventory_info"},
    {file_hosting_activity, v1_1_0, v1_8_0, 0, "file_hosting"},
    {file_system_activity, v1_0_0_rc_2, v1_8_0, 0, "file_activity"},
    {web_resource_access_activity, v1_1_0, v1_3_0, 0, {}, {}, "1.0.0"},
    {event_log_activity, v1_3_0, v1_3_0, 0, "event_log"},
    {event_log_activity, v1_8_0, v1_8_0, 0, "event_log_actvity"}, // sic
    {software_inventory_info, v1_3_0, v1_8_0, 0, "software_info"},
    {user_session_query, v1_3_0, v1_8_0, 0, "session_query"},
    {prefetch_query, v1_1_0, v1_1_0, 0, "prefetch_info", "Prefetch Info"},
    {windows_service_activity, v1_3_0, v1_3_0, 0, "win_service_activity"},
};

constexpr class_row const& row_of(event_class c) noexcept {
    return class_rows[static_cast<std::size_t>(c)];
}

/// The name of the category that a class uid is in.
constexpr std::string_view category_of(std::uint32_t class_uid, schema_version v) noexcept {
    switch (class_uid / 1000 % 100) {
    case 1: return "system";
    case 2: return "findings";
    case 3: return v == v1_0_0_rc_2 ? "audit" : "iam";
    case 4: return "network";
    case 5: return v == v1_0_0_rc_2 ? "inventory" : "discovery";
    case 6: return "application";
    case 7: return "remediation";
    case 38: return "cloud"; // of an extension
    default: return "";
    }
}

/// AWS's name in lower case, without its size.
struct lower_case_name {
    char text[lakeproof::detail::name_words::longest];
};
inline constexpr auto lower_case_names = [] {
    std::array<lower_case_name, event_class_count> names{};
    for (auto const& c : listed_classes) {
        lower_case_name name{};
        std::size_t i = 0;
        for (char const letter : c.name) name.text[i++] = lakeproof::detail::fold_ascii_case(letter);
        names[static_cast<std::size_t>(c.value)] = name;
    }
    return names;
}();

} // namespace detail

/// What a schema version says of an event class; `exists()` is false where it lacks the class.
[[nodiscard]] constexpr class_info info(event_class c, schema_version v) noexcept {
    auto const& row = detail::row_of(c);
    if (v < row.first || v > row.last) return {};
    class_info found{
        .class_uid = row.class_uid,
        .name = {detail::lower_case_names[static_cast<std::size_t>(c)].text, to_string(c).size()},
        .caption = row.caption};
    if (v >= row.deprecated.marked) {
        found.deprecated_since = row.deprecated.since;
        found.use_instead = row.deprecated.use_instead;
    }
    for (auto const& other : detail::variations) {
        if (other.value != c || v < other.first || v > other.last) continue;
        if (other.class_uid != 0) found.class_uid = other.class_uid;
        if (!other.name.empty()) found.name = other.name;
        if (!other.caption.empty()) found.caption = other.caption;
        if (!other.deprecated_since.empty()) found.deprecated_since = other.deprecated_since;
    }
    found.category = detail::category_of(found.class_uid, v);
    return found;
}

/// The newest schema version that has an event class.
[[nodiscard]] constexpr schema_version last_version(event_class c) noexcept {
    return detail::row_of(c).last;
}

/// Whether an event class is deprecated in, or gone from, OCSF 1.8.0.
[[nodiscard]] constexpr bool retired(event_class c) noexcept {
    auto const& row = detail::row_of(c);
    return row.last != schema_version::v1_8_0 || !row.deprecated.since.empty();
}

/// The caption in the newest schema version that has the class.
[[nodiscard]] constexpr std::string_view caption(event_class c) noexcept {
    return detail::row_of(c).caption;
}

/// The category in the newest schema version that has the class.
[[nodiscard]] constexpr std::string_view category(event_class c) noexcept {
    return info(c, last_version(c)).category;
}

} // namespace lakeproof::ocsf
