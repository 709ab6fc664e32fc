// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/schema.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace {

using lakeproof::ocsf::class_info;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::schema_version;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct published_class {
    std::uint32_t uid = 0; ///< 0 where the version lacks the class
    std::string_view name{};
    std::string_view caption{};
    std::string_view category{};
    std::string_view deprecated_since{};
};

struct published {
    event_class value;
    published_class v1_0_0_rc_2;
    published_class v1_0_0;
    published_class v1_8_0;
};

/// What the schema says of each listed class, at the tags v1.0.0-rc.2, v1.0.0 and 1.8.0.
constexpr published all[] = {
    {event_class::access_activity,
     {3006, "access_activity", "Access Activity", "audit", ""},
     {},
     {}},
    {event_class::file_activity,
     {1001, "file_activity", "File System Activity", "system", ""},
     {1001, "file_activity", "File System Activity", "system", ""},
     {1001, "file_activity", "File System Activity", "system", ""}},
    {event_class::kernel_activity,
     {1003, "kernel_activity", "Kernel Activity", "system", ""},
     {1003, "kernel_activity", "Kernel Activity", "system", ""},
     {1003, "kernel_activity", "Kernel Activity", "system", ""}},
    {event_class::kernel_extension,
     {1002, "kernel_extension", "Kernel Extension Activity", "system", ""},
     {1002, "kernel_extension", "Kernel Extension Activity", "system", ""},
     {1002, "kernel_extension_activity", "Kernel Extension Activity", "system", ""}},
    {event_class::memory_activity,
     {1004, "memory_activity", "Memory Activity", "system", ""},
     {1004, "memory_activity", "Memory Activity", "system", ""},
     {1004, "memory_activity", "Memory Activity", "system", ""}},
    {event_class::module_activity,
     {1005, "module_activity", "Module Activity", "system", ""},
     {1005, "module_activity", "Module Activity", "system", ""},
     {1005, "module_activity", "Module Activity", "system", ""}},
    {event_class::process_activity,
     {1007, "process_activity", "Process Activity", "system", ""},
     {1007, "process_activity", "Process Activity", "system", ""},
     {1007, "process_activity", "Process Activity", "system", ""}},
    {event_class::registry_key_activity,
     {1008, "registry_key_activity", "Registry Key Activity", "system", ""},
     {201001, "registry_key_activity", "Registry Key Activity", "system", ""},
     {201001, "registry_key_activity", "Registry Key Activity", "system", ""}},
    {event_class::registry_value_activity,
     {1009, "registry_value_activity", "Registry Value Activity", "system", ""},
     {201002, "registry_value_activity", "Registry Value Activity", "system", ""},
     {201002, "registry_value_activity", "Registry Value Activity", "system", ""}},
    {event_class::resource_activity,
     {1010, "resource_activity", "Windows Resource Activity", "system", ""},
     {201003, "resource_activity", "Windows Resource Activity", "system", ""},
     {201003, "windows_resource_activity", "Windows Resource Activity", "system", ""}},
    {event_class::scheduled_job_activity,
     {1006, "scheduled_job_activity", "Scheduled Job Activity", "system", ""},
     {1006, "scheduled_job_activity", "Scheduled Job Activity", "system", ""},
     {1006, "scheduled_job_activity", "Scheduled Job Activity", "system", ""}},
    {event_class::security_finding,
     {2001, "security_finding", "Security Finding", "findings", ""},
     {2001, "security_finding", "Security Finding", "findings", ""},
     {2001, "security_finding", "Security Finding", "findings", "1.1.0"}},
    {event_class::account_change,
     {3001, "account_change", "Account Change", "audit", ""},
     {3001, "account_change", "Account Change", "iam", ""},
     {3001, "account_change", "Account Change", "iam", ""}},
    {event_class::authentication,
     {3002, "authentication", "Authentication", "audit", ""},
     {3002, "authentication", "Authentication", "iam", ""},
     {3002, "authentication", "Authentication", "iam", ""}},
    {event_class::authorization,
     {3003, "authorization", "Authorization", "audit", ""},
     {3003, "authorize_session", "Authorize Session", "iam", ""},
     {3003, "authorize_session", "Authorize Session", "iam", ""}},
    {event_class::entity_management_audit,
     {3004, "entity_management", "Entity Management", "audit", ""},
     {3004, "entity_management", "Entity Management", "iam", ""},
     {3004, "entity_management", "Entity Management", "iam", ""}},
    {event_class::dhcp_activity,
     {4004, "dhcp_activity", "DHCP Activity", "network", ""},
     {4004, "dhcp_activity", "DHCP Activity", "network", ""},
     {4004, "dhcp_activity", "DHCP Activity", "network", ""}},
    {event_class::network_activity,
     {4001, "network_activity", "Network Activity", "network", ""},
     {4001, "network_activity", "Network Activity", "network", ""},
     {4001, "network_activity", "Network Activity", "network", ""}},
    {event_class::dns_activity,
     {4003, "dns_activity", "DNS Activity", "network", ""},
     {4003, "dns_activity", "DNS Activity", "network", ""},
     {4003, "dns_activity", "DNS Activity", "network", ""}},
    {event_class::ftp_activity,
     {4008, "ftp_activity", "FTP Activity", "network", ""},
     {4008, "ftp_activity", "FTP Activity", "network", ""},
     {4008, "ftp_activity", "FTP Activity", "network", ""}},
    {event_class::http_activity,
     {4002, "http_activity", "HTTP Activity", "network", ""},
     {4002, "http_activity", "HTTP Activity", "network", ""},
     {4002, "http_activity", "HTTP Activity", "network", ""}},
    {event_class::rdp_activity,
     {4005, "rdp_activity", "RDP Activity", "network", ""},
     {4005, "rdp_activity", "RDP Activity", "network", ""},
     {4005, "rdp_activity", "RDP Activity", "network", ""}},
    {event_class::smb_activity,
     {4006, "smb_activity", "SMB Activity", "network", ""},
     {4006, "smb_activity", "SMB Activity", "network", ""},
     {4006, "smb_activity", "SMB Activity", "network", ""}},
    {event_class::ssh_activity,
     {4007, "ssh_activity", "SSH Activity", "network", ""},
     {4007, "ssh_activity", "SSH Activity", "network", ""},
     {4007, "ssh_activity", "SSH Activity", "network", ""}},
    {event_class::config_state,
     {5002, "config_state", "Device Config State", "inventory", ""},
     {5002, "config_state", "Device Config State", "discovery", ""},
     {5002, "config_state", "Device Config State", "discovery", "1.5.0"}},
    {event_class::inventory_info,
     {5001, "inventory_info", "Device Inventory Info", "inventory", ""},
     {5001, "inventory_info", "Device Inventory Info", "discovery", ""},
     {5001, "inventory_info", "Device Inventory Info", "discovery", ""}},
    {event_class::email_activity,
     {4009, "email_activity", "Email Activity", "network", ""},
     {4009, "email_activity", "Email Activity", "network", ""},
     {4009, "email_activity", "Email Activity", "network", ""}},
    {event_class::api_activity,
     {3005, "api_activity", "API Activity", "audit", ""},
     {6003, "api_activity", "API Activity", "application", ""},
     {6003, "api_activity", "API Activity", "application", ""}},
    {event_class::cloud_api, {99938001, "cloud_api", "Cloud API", "cloud", ""}, {}, {}},
};

/// Every class of the schema at the tag 1.8.0.
constexpr std::string_view current_classes[] = {
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

constexpr bool same(class_info const& ours, published_class const& theirs) {
    return ours.class_uid == theirs.uid && ours.name == theirs.name &&
           ours.caption == theirs.caption && ours.category == theirs.category &&
           ours.deprecated_since == theirs.deprecated_since && ours.exists() == (theirs.uid != 0) &&
           ours.deprecated() == !theirs.deprecated_since.empty();
}

BOOST_AUTO_TEST_SUITE(ocsf_schemas)

BOOST_AUTO_TEST_CASE(versions_have_their_published_names) {
    twice([] { return to_string(schema_version::v1_0_0_rc_2) == "1.0.0-rc.2"; });
    twice([] { return to_string(schema_version::v1_0_0) == "1.0.0"; });
    twice([] { return to_string(schema_version::v1_8_0) == "1.8.0"; });
}

BOOST_AUTO_TEST_CASE(uids_captions_and_categories_of_each_version) {
    twice([] { return std::size(all) == lakeproof::ocsf::event_class_count; });
    twice_for_each<all>([](published const& c) {
        return same(info(c.value, schema_version::v1_0_0_rc_2), c.v1_0_0_rc_2) &&
               same(info(c.value, schema_version::v1_0_0), c.v1_0_0) &&
               same(info(c.value, schema_version::v1_8_0), c.v1_8_0);
    });
}

BOOST_AUTO_TEST_CASE(caption_and_category_are_the_newest) {
    twice_for_each<all>([](published const& c) {
        auto const& newest = c.v1_8_0.uid != 0   ? c.v1_8_0
                             : c.v1_0_0.uid != 0 ? c.v1_0_0
                                                 : c.v1_0_0_rc_2;
        return caption(c.value) == newest.caption && category(c.value) == newest.category;
    });
}

BOOST_AUTO_TEST_CASE(four_classes_are_retired) {
    twice_for_each<all>([](published const& c) {
        bool const expected =
            c.value == event_class::access_activity || c.value == event_class::cloud_api ||
            c.value == event_class::config_state || c.value == event_class::security_finding;
        return retired(c.value) == expected;
    });
}

BOOST_AUTO_TEST_CASE(a_uid_means_one_class_in_one_version) {
    for (auto const v :
         {schema_version::v1_0_0_rc_2, schema_version::v1_0_0, schema_version::v1_8_0})
        for (auto const& a : all)
            for (auto const& b : all)
                if (a.value != b.value && info(a.value, v).exists())
                    BOOST_TEST(info(a.value, v).class_uid != info(b.value, v).class_uid);
}

BOOST_AUTO_TEST_CASE(the_classes_of_1_8_0_are_known) {
    twice_for_each<current_classes>(
        [](std::string_view name) { return lakeproof::ocsf::in_ocsf_1_8_0(name); });
    twice([] {
        return std::size(current_classes) == std::size(lakeproof::ocsf::detail::classes_1_8_0);
    });
}

BOOST_AUTO_TEST_CASE(other_names_are_no_classes_of_1_8_0) {
    twice([] { return !lakeproof::ocsf::in_ocsf_1_8_0(""); });
    twice([] { return !lakeproof::ocsf::in_ocsf_1_8_0("ACCESS_ACTIVITY"); });
    twice([] { return !lakeproof::ocsf::in_ocsf_1_8_0("CLOUD_API"); });
    twice([] { return !lakeproof::ocsf::in_ocsf_1_8_0("AUTHORIZATION"); });
    twice([] { return !lakeproof::ocsf::in_ocsf_1_8_0("file_activity"); });
    twice([] { return !lakeproof::ocsf::in_ocsf_1_8_0("FILE_ACTIVIT"); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
