// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/event_class.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_class_from;
using lakeproof::ocsf::event_class_named;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct listed {
    event_class value;
    std::string_view name;
};

/// The names that the API reference lists, in its order.
constexpr listed all[] = {
    {event_class::access_activity, "ACCESS_ACTIVITY"},
    {event_class::file_activity, "FILE_ACTIVITY"},
    {event_class::kernel_activity, "KERNEL_ACTIVITY"},
    {event_class::kernel_extension, "KERNEL_EXTENSION"},
    {event_class::memory_activity, "MEMORY_ACTIVITY"},
    {event_class::module_activity, "MODULE_ACTIVITY"},
    {event_class::process_activity, "PROCESS_ACTIVITY"},
    {event_class::registry_key_activity, "REGISTRY_KEY_ACTIVITY"},
    {event_class::registry_value_activity, "REGISTRY_VALUE_ACTIVITY"},
    {event_class::resource_activity, "RESOURCE_ACTIVITY"},
    {event_class::scheduled_job_activity, "SCHEDULED_JOB_ACTIVITY"},
    {event_class::security_finding, "SECURITY_FINDING"},
    {event_class::account_change, "ACCOUNT_CHANGE"},
    {event_class::authentication, "AUTHENTICATION"},
    {event_class::authorization, "AUTHORIZATION"},
    {event_class::entity_management_audit, "ENTITY_MANAGEMENT_AUDIT"},
    {event_class::dhcp_activity, "DHCP_ACTIVITY"},
    {event_class::network_activity, "NETWORK_ACTIVITY"},
    {event_class::dns_activity, "DNS_ACTIVITY"},
    {event_class::ftp_activity, "FTP_ACTIVITY"},
    {event_class::http_activity, "HTTP_ACTIVITY"},
    {event_class::rdp_activity, "RDP_ACTIVITY"},
    {event_class::smb_activity, "SMB_ACTIVITY"},
    {event_class::ssh_activity, "SSH_ACTIVITY"},
    {event_class::config_state, "CONFIG_STATE"},
    {event_class::inventory_info, "INVENTORY_INFO"},
    {event_class::email_activity, "EMAIL_ACTIVITY"},
    {event_class::api_activity, "API_ACTIVITY"},
    {event_class::cloud_api, "CLOUD_API"},
};

constexpr std::string_view near_misses[] = {
    "",
    "FILE_ACTIVIT",
    "FILE_ACTIVITY_",
    "FILE_ACTIVITYY",
    " FILE_ACTIVITY",
    "FILE_ACTIVITY ",
    "file_activity",
    "File_Activity",
    "FILE-ACTIVITY",
    "FILE ACTIVITY",
    "FILE_ACTIVITY\n",
    "FILE\xc5"
    "ACTIVITY",
    "FIL_ACTIVITY",
    "ACTIVITY",
    "_ACTIVITY",
    "CLOUD_AP",
    "CLOUD_APIS",
    "AUTHENTICATION_ACTIVITY",
    "AUTHORIZE_SESSION",
    "DETECTION_FINDING",
    "ENTITY_MANAGEMENT",
    "ENTITY_MANAGEMENT_AUDITS",
    "KERNEL_EXTENSION_ACTIVITY",
    "WINDOWS_RESOURCE_ACTIVITY",
    "DNS_ACTIVITY_FTP_ACTIVITY",
};

BOOST_AUTO_TEST_SUITE(event_classes)

BOOST_AUTO_TEST_CASE(there_are_29) {
    twice([] { return lakeproof::ocsf::event_class_count == 29 && std::size(all) == 29; });
}

BOOST_AUTO_TEST_CASE(names_go_both_ways) {
    twice_for_each<all>([](listed const& c) {
        return to_string(c.value) == c.name && event_class_from(c.name) == c.value;
    });
}

BOOST_AUTO_TEST_CASE(they_stand_in_the_order_of_the_api_reference) {
    twice([] {
        std::size_t i = 0;
        for (auto const c : lakeproof::ocsf::event_classes())
            if (c != all[i++].value) return false;
        return i == std::size(all);
    });
}

BOOST_AUTO_TEST_CASE(near_misses_are_not_found) {
    twice_for_each<near_misses>([](std::string_view name) { return !event_class_from(name); });
    twice([] { return !event_class_from({"FILE_ACTIVITY\0", 14}); });
}

BOOST_AUTO_TEST_CASE(no_change_of_one_byte_is_found_as_the_same_name) {
    for (auto const& c : all) {
        std::string name{c.name};
        for (auto& byte : name) {
            char const kept = byte;
            for (int b = 0; b < 256; ++b) {
                byte = static_cast<char>(b);
                auto const found = event_class_from(name);
                bool const right =
                    byte == kept ? found == c.value : !found || to_string(*found) == name;
                if (!right) BOOST_ERROR(name);
            }
            byte = kept;
        }
        for (std::size_t n = 0; n < name.size(); ++n)
            BOOST_TEST(!event_class_from(std::string_view{name}.substr(0, n)));
    }
}

BOOST_AUTO_TEST_CASE(a_literal_names_one) {
    static_assert(event_class_named("DNS_ACTIVITY") == event_class::dns_activity);
    event_class const last = event_class_named("CLOUD_API");
    BOOST_TEST((last == event_class::cloud_api));
}

BOOST_AUTO_TEST_CASE(printing) {
    std::ostringstream out;
    out << event_class::dhcp_activity;
    BOOST_TEST(out.str() == "DHCP_ACTIVITY");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
