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

/// The 29 OCSF event classes that the API reference lists, in its order.
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
};

namespace detail {

inline constexpr lakeproof::detail::name_table<29, 0x6e7133fb6bddbfa4u> event_class_names{{{
    "ACCESS_ACTIVITY",
    "FILE_ACTIVITY",
    "KERNEL_ACTIVITY",
    "KERNEL_EXTENSION",
    "MEMORY_ACTIVITY",
    "MODULE_ACTIVITY",
    "PROCESS_ACTIVITY",
    "REGISTRY_KEY_ACTIVITY",
    "REGISTRY_VALUE_ACTIVITY",
    "RESOURCE_ACTIVITY",
    "SCHEDULED_JOB_ACTIVITY",
    "SECURITY_FINDING",
    "ACCOUNT_CHANGE",
    "AUTHENTICATION",
    "AUTHORIZATION",
    "ENTITY_MANAGEMENT_AUDIT",
    "DHCP_ACTIVITY",
    "NETWORK_ACTIVITY",
    "DNS_ACTIVITY",
    "FTP_ACTIVITY",
    "HTTP_ACTIVITY",
    "RDP_ACTIVITY",
    "SMB_ACTIVITY",
    "SSH_ACTIVITY",
    "CONFIG_STATE",
    "INVENTORY_INFO",
    "EMAIL_ACTIVITY",
    "API_ACTIVITY",
    "CLOUD_API",
}}};

} // namespace detail

/// How many event classes the API reference lists.
inline constexpr std::size_t event_class_count = 29;

/// The name of an event class, as the service spells it: `FILE_ACTIVITY`.
[[nodiscard]] constexpr std::string_view to_string(event_class c) noexcept {
    return detail::event_class_names[static_cast<std::size_t>(c)];
}

/// The event class that a name stands for, or nothing if the API reference lists no such name.
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

/// All event classes, in the order of the API reference.
[[nodiscard]] constexpr std::array<event_class, event_class_count> event_classes() noexcept {
    std::array<event_class, event_class_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<event_class>(i);
    return all;
}

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             event_class c) {
    return out << to_string(c);
}

} // namespace lakeproof::ocsf
