// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/constraint_error.hpp>
#include <lakeproof/text/detail/name_table.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// The OCSF event classes that AWS documents: those of the API reference in its order, then those
/// of the User Guide alone in its order.
enum class event_class : std::uint8_t {
    access_activity,
    file_activity,
    kernel_activity,
    kernel_extension,
    memory_activity,
    module_activity,
    process_activity,
    registry_key_activity,
    registry_value_activity,
    resource_activity,
    scheduled_job_activity,
    security_finding,
    account_change,
    authentication,
    authorization,
    entity_management_audit,
    dhcp_activity,
    network_activity,
    dns_activity,
    ftp_activity,
    http_activity,
    rdp_activity,
    smb_activity,
    ssh_activity,
    config_state,
    inventory_info,
    email_activity,
    api_activity,
    cloud_api,
    application_lifecycle,
    authorize_session,
    compliance_finding,
    datastore_activity,
    device_config_state,
    device_config_state_change,
    device_inventory_info,
    detection_finding,
    email_file_activity,
    email_url_activity,
    entity_management,
    file_hosting_activity,
    file_system_activity,
    group_management,
    incident_finding,
    network_file_activity,
    ntp_activity,
    patch_state,
    scan_activity,
    user_access,
    user_inventory,
    vulnerability_finding,
    web_resource_access_activity,
    web_resources_activity,
    windows_resource_activity,
    admin_group_query,
    data_security_finding,
    event_log_activity,
    file_query,
    file_remediation_activity,
    folder_query,
    job_query,
    kernel_object_query,
    module_query,
    network_connection_query,
    network_remediation_activity,
    networks_query,
    peripheral_device_query,
    process_query,
    process_remediation_activity,
    remediation_activity,
    service_query,
    software_inventory_info,
    tunnel_activity,
    user_query,
    user_session_query,
    prefetch_query,
    registry_key_query,
    registry_value_query,
    windows_service_activity,
};

/// How many event classes AWS documents.
inline constexpr std::size_t event_class_count =
    static_cast<std::size_t>(event_class::windows_service_activity) + 1;

/// AWS's two lists of event classes.
enum class class_list : std::uint8_t {
    api_reference, ///< the page of CreateCustomLogSource
    user_guide,    ///< "Adding a custom source in Security Lake", as read in 2026
};

namespace detail {

using namespace std::string_view_literals; // in tables: no compiler counts the characters of these one by one

using enum event_class;

struct listed_class {
    event_class value;
    std::string_view name;
    std::uint8_t lists; ///< a bit per class_list
    std::optional<event_class> user_guide_name{};
};

inline constexpr std::uint8_t reference = 1u << static_cast<unsigned>(class_list::api_reference);
inline constexpr std::uint8_t guide = 1u << static_cast<unsigned>(class_list::user_guide);
inline constexpr std::uint8_t both = reference | guide;

inline constexpr listed_class listed_classes[] = {
    {access_activity, "ACCESS_ACTIVITY"sv, reference},
    {file_activity, "FILE_ACTIVITY"sv, reference, file_system_activity},
    {kernel_activity, "KERNEL_ACTIVITY"sv, both},
    {kernel_extension, "KERNEL_EXTENSION"sv, both},
    {memory_activity, "MEMORY_ACTIVITY"sv, both},
    {module_activity, "MODULE_ACTIVITY"sv, both},
    {process_activity, "PROCESS_ACTIVITY"sv, both},
    {registry_key_activity, "REGISTRY_KEY_ACTIVITY"sv, both},
    {registry_value_activity, "REGISTRY_VALUE_ACTIVITY"sv, both},
    {resource_activity, "RESOURCE_ACTIVITY"sv, reference, windows_resource_activity},
    {scheduled_job_activity, "SCHEDULED_JOB_ACTIVITY"sv, both},
    {security_finding, "SECURITY_FINDING"sv, both},
    {account_change, "ACCOUNT_CHANGE"sv, both},
    {authentication, "AUTHENTICATION"sv, both},
    {authorization, "AUTHORIZATION"sv, reference, authorize_session},
    {entity_management_audit, "ENTITY_MANAGEMENT_AUDIT"sv, reference, entity_management},
    {dhcp_activity, "DHCP_ACTIVITY"sv, both},
    {network_activity, "NETWORK_ACTIVITY"sv, both},
    {dns_activity, "DNS_ACTIVITY"sv, both},
    {ftp_activity, "FTP_ACTIVITY"sv, both},
    {http_activity, "HTTP_ACTIVITY"sv, both},
    {rdp_activity, "RDP_ACTIVITY"sv, both},
    {smb_activity, "SMB_ACTIVITY"sv, both},
    {ssh_activity, "SSH_ACTIVITY"sv, both},
    {config_state, "CONFIG_STATE"sv, reference, device_config_state},
    {inventory_info, "INVENTORY_INFO"sv, reference, device_inventory_info},
    {email_activity, "EMAIL_ACTIVITY"sv, both},
    {api_activity, "API_ACTIVITY"sv, both},
    {cloud_api, "CLOUD_API"sv, reference},
    {application_lifecycle, "APPLICATION_LIFECYCLE"sv, guide},
    {authorize_session, "AUTHORIZE_SESSION"sv, guide},
    {compliance_finding, "COMPLIANCE_FINDING"sv, guide},
    {datastore_activity, "DATASTORE_ACTIVITY"sv, guide},
    {device_config_state, "DEVICE_CONFIG_STATE"sv, guide},
    {device_config_state_change, "DEVICE_CONFIG_STATE_CHANGE"sv, guide},
    {device_inventory_info, "DEVICE_INVENTORY_INFO"sv, guide},
    {detection_finding, "DETECTION_FINDING"sv, guide},
    {email_file_activity, "EMAIL_FILE_ACTIVITY"sv, guide},
    {email_url_activity, "EMAIL_URL_ACTIVITY"sv, guide},
    {entity_management, "ENTITY_MANAGEMENT"sv, guide},
    {file_hosting_activity, "FILE_HOSTING_ACTIVITY"sv, guide},
    {file_system_activity, "FILE_SYSTEM_ACTIVITY"sv, guide},
    {group_management, "GROUP_MANAGEMENT"sv, guide},
    {incident_finding, "INCIDENT_FINDING"sv, guide},
    {network_file_activity, "NETWORK_FILE_ACTIVITY"sv, guide},
    {ntp_activity, "NTP_ACTIVITY"sv, guide},
    {patch_state, "PATCH_STATE"sv, guide},
    {scan_activity, "SCAN_ACTIVITY"sv, guide},
    {user_access, "USER_ACCESS"sv, guide},
    {user_inventory, "USER_INVENTORY"sv, guide},
    {vulnerability_finding, "VULNERABILITY_FINDING"sv, guide},
    {web_resource_access_activity, "WEB_RESOURCE_ACCESS_ACTIVITY"sv, guide},
    {web_resources_activity, "WEB_RESOURCES_ACTIVITY"sv, guide},
    {windows_resource_activity, "WINDOWS_RESOURCE_ACTIVITY"sv, guide},
    {admin_group_query, "ADMIN_GROUP_QUERY"sv, guide},
    {data_security_finding, "DATA_SECURITY_FINDING"sv, guide},
    {event_log_activity, "EVENT_LOG_ACTIVITY"sv, guide},
    {file_query, "FILE_QUERY"sv, guide},
    {file_remediation_activity, "FILE_REMEDIATION_ACTIVITY"sv, guide},
    {folder_query, "FOLDER_QUERY"sv, guide},
    {job_query, "JOB_QUERY"sv, guide},
    {kernel_object_query, "KERNEL_OBJECT_QUERY"sv, guide},
    {module_query, "MODULE_QUERY"sv, guide},
    {network_connection_query, "NETWORK_CONNECTION_QUERY"sv, guide},
    {network_remediation_activity, "NETWORK_REMEDIATION_ACTIVITY"sv, guide},
    {networks_query, "NETWORKS_QUERY"sv, guide},
    {peripheral_device_query, "PERIPHERAL_DEVICE_QUERY"sv, guide},
    {process_query, "PROCESS_QUERY"sv, guide},
    {process_remediation_activity, "PROCESS_REMEDIATION_ACTIVITY"sv, guide},
    {remediation_activity, "REMEDIATION_ACTIVITY"sv, guide},
    {service_query, "SERVICE_QUERY"sv, guide},
    {software_inventory_info, "SOFTWARE_INVENTORY_INFO"sv, guide},
    {tunnel_activity, "TUNNEL_ACTIVITY"sv, guide},
    {user_query, "USER_QUERY"sv, guide},
    {user_session_query, "USER_SESSION_QUERY"sv, guide},
    {prefetch_query, "PREFETCH_QUERY"sv, guide},
    {registry_key_query, "REGISTRY_KEY_QUERY"sv, guide},
    {registry_value_query, "REGISTRY_VALUE_QUERY"sv, guide},
    {windows_service_activity, "WINDOWS_SERVICE_ACTIVITY"sv, guide},
};

/// Whether a table has one row per event class, in their order.
template <class Row, std::size_t N>
consteval bool row_per_class(Row const (&rows)[N]) {
    for (std::size_t i = 0; i < N; ++i)
        if (rows[i].value != static_cast<event_class>(i)) return false;
    return N == event_class_count;
}
static_assert(row_per_class(listed_classes));

consteval std::array<std::string_view, event_class_count> names_of_classes() {
    std::array<std::string_view, event_class_count> names{};
    for (auto const& c : listed_classes) names[static_cast<std::size_t>(c.value)] = c.name;
    return names;
}
inline constexpr lakeproof::detail::name_table<event_class_count, 0x79c3287cf79f1963u>
    event_class_names{names_of_classes()};

constexpr listed_class const& listed(event_class c) noexcept {
    return listed_classes[static_cast<std::size_t>(c)];
}

} // namespace detail

/// The name of an event class, as the service spells it: `FILE_ACTIVITY`.
[[nodiscard]] constexpr std::string_view to_string(event_class c) noexcept {
    return detail::listed(c).name;
}

/// The event class that a name stands for, or nothing if the name is on neither of AWS's lists.
///
/// Complexity: constant, by a perfect hash made at compile time. Never throws.
/// \code
/// static_assert(lakeproof::ocsf::event_class_from("DNS_ACTIVITY") ==
///               lakeproof::ocsf::event_class::dns_activity);
/// \endcode
[[nodiscard]] constexpr std::optional<event_class>
event_class_from(std::string_view name) noexcept {
    auto const i = detail::event_class_names.find(name);
    if (i >= event_class_count) return std::nullopt;
    return static_cast<event_class>(i);
}

/// The event class that a literal names; one that names none does not compile, and the diagnostic
/// names the rule `event_class_undocumented`.
[[nodiscard]] consteval event_class event_class_named(std::string_view name) {
    auto const c = event_class_from(name);
    if (!c) lakeproof::detail::violates<rule::event_class_undocumented>(0, name.size());
    return *c;
}

/// All event classes, in their order.
[[nodiscard]] constexpr std::array<event_class, event_class_count> event_classes() noexcept {
    std::array<event_class, event_class_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<event_class>(i);
    return all;
}

/// Whether an event class is on a list of AWS's. Each is on one at least.
[[nodiscard]] constexpr bool is_listed(event_class c, class_list list) noexcept {
    return (detail::listed(c).lists >> static_cast<unsigned>(list) & 1) != 0;
}

/// The event class that the User Guide lists in place of one of the API reference's, if another.
/// \code
/// static_assert(user_guide_name(lakeproof::ocsf::event_class::file_activity) ==
///               lakeproof::ocsf::event_class::file_system_activity);
/// \endcode
[[nodiscard]] constexpr std::optional<event_class> user_guide_name(event_class c) noexcept {
    return detail::listed(c).user_guide_name;
}

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, event_class c) {
    return out << to_string(c);
}

} // namespace lakeproof::ocsf
