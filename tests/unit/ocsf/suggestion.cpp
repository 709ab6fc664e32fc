// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/suggestion.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace {

using lakeproof::ocsf::suggest_listed;
using lakeproof::ocsf::suggest_spelling;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct suggested {
    std::string_view text;
    std::string_view suggestion;
};

constexpr suggested renamed[] = {
    {"AUTHORIZE_SESSION", "AUTHORIZATION"},
    {"ENTITY_MANAGEMENT", "ENTITY_MANAGEMENT_AUDIT"},
    {"KERNEL_EXTENSION_ACTIVITY", "KERNEL_EXTENSION"},
    {"WINDOWS_RESOURCE_ACTIVITY", "RESOURCE_ACTIVITY"},
};

/// The classes of OCSF 1.8.0 that the API reference lists under no name: no misspellings.
constexpr std::string_view later_classes[] = {
    "ADMIN_GROUP_QUERY",
    "AIRBORNE_BROADCAST_ACTIVITY",
    "APPLICATION_ERROR",
    "APPLICATION_LIFECYCLE",
    "APPLICATION_SECURITY_POSTURE_FINDING",
    "BASE_EVENT",
    "CLOUD_RESOURCES_INVENTORY_INFO",
    "COMPLIANCE_FINDING",
    "DATASTORE_ACTIVITY",
    "DATA_SECURITY_FINDING",
    "DETECTION_FINDING",
    "DEVICE_CONFIG_STATE_CHANGE",
    "DRONE_FLIGHTS_ACTIVITY",
    "EMAIL_FILE_ACTIVITY",
    "EMAIL_URL_ACTIVITY",
    "EVENT_LOG_ACTIVITY",
    "EVIDENCE_INFO",
    "FILE_HOSTING",
    "FILE_QUERY",
    "FILE_REMEDIATION_ACTIVITY",
    "FOLDER_QUERY",
    "GROUP_MANAGEMENT",
    "IAM_ANALYSIS_FINDING",
    "INCIDENT_FINDING",
    "JOB_QUERY",
    "KERNEL_OBJECT_QUERY",
    "MODULE_QUERY",
    "NETWORKS_QUERY",
    "NETWORK_CONNECTION_QUERY",
    "NETWORK_FILE_ACTIVITY",
    "NETWORK_REMEDIATION_ACTIVITY",
    "NTP_ACTIVITY",
    "OSINT_INVENTORY_INFO",
    "PATCH_STATE",
    "PERIPHERAL_ACTIVITY",
    "PERIPHERAL_DEVICE_QUERY",
    "PREFETCH_QUERY",
    "PROCESS_QUERY",
    "PROCESS_REMEDIATION_ACTIVITY",
    "REGISTRY_KEY_QUERY",
    "REGISTRY_VALUE_QUERY",
    "REMEDIATION_ACTIVITY",
    "SCAN_ACTIVITY",
    "SCRIPT_ACTIVITY",
    "SERVICE_QUERY",
    "SESSION_QUERY",
    "SOFTWARE_INFO",
    "STARTUP_ITEM_QUERY",
    "TUNNEL_ACTIVITY",
    "USER_ACCESS",
    "USER_INVENTORY",
    "USER_QUERY",
    "VULNERABILITY_FINDING",
    "WEB_RESOURCES_ACTIVITY",
    "WEB_RESOURCE_ACCESS_ACTIVITY",
    "WINDOWS_SERVICE_ACTIVITY",
};

constexpr suggested misspellings[] = {
    // One edit, then two, three and four.
    {"FILE_ACTIVTY", "FILE_ACTIVITY"},
    {"FIL_ACTIVTY", "FILE_ACTIVITY"},
    {"FIL_ACTVTY", "FILE_ACTIVITY"},
    {"FL_ACTVTY", ""},
    {"AUTHENTIKATION", "AUTHENTICATION"},
    {"AUTENTIKATION", "AUTHENTICATION"},
    {"AUTENTIKATON", "AUTHENTICATION"},
    {"AUTENTIKATO", ""},
    {"SCHEDULED_JOBS_ACTIVITY", "SCHEDULED_JOB_ACTIVITY"},
    {"SCHEDULED_JOBS_ACTIVITYS", "SCHEDULED_JOB_ACTIVITY"},
    {"SCHEDULED_JOBS_ACTIVITIES", ""},
    // Two swapped letters are two edits.
    {"ACCUONT_CHANGE", "ACCOUNT_CHANGE"},
    // The closest of several.
    {"DNSS_ACTIVITY", "DNS_ACTIVITY"},
    {"SSHD_ACTIVITY", "SSH_ACTIVITY"},
    {"REGISTRY_KEYS_ACTIVITY", "REGISTRY_KEY_ACTIVITY"},
    // As close to FTP and RDP, to DHCP, DNS, FTP and RDP: the first on the page.
    {"XXP_ACTIVITY", "FTP_ACTIVITY"},
    {"DSP_ACTIVITY", "DHCP_ACTIVITY"},
    {"AUTHORIZATIONS", "AUTHORIZATION"},
    {"CLOUDAPI", "CLOUD_API"},
    // Like nothing that is listed.
    {"", ""},
    {"X", ""},
    {"ACTIVITY", ""},
    {"FOO_BAR_BAZ", ""},
    {"NETWORK", ""},
};

constexpr suggested spellings[] = {
    {"Network Activity", "NETWORK_ACTIVITY"},
    {"network-activity", "NETWORK_ACTIVITY"},
    {"network_activity", "NETWORK_ACTIVITY"},
    {"NETWORK ACTIVITY", "NETWORK_ACTIVITY"},
    {"nEtWoRk-AcTiViTy", "NETWORK_ACTIVITY"},
    {"Entity Management-Audit", "ENTITY_MANAGEMENT_AUDIT"},
    {"cloud api", "CLOUD_API"},
    {"authentication", "AUTHENTICATION"},
    {"", ""},
    {"NetworkActivity", ""},
    {"Network  Activity", ""},
    {" Network Activity", ""},
    {"Network Activity ", ""},
    {"Network\tActivity", ""},
    {"Network.Activity", ""},
    {"Network Activit\xc3\xbd", ""},
    {"File System Activity", ""},
    {"Detection Finding", ""},
    {"FILE?ACTIVITY", ""},
    {"\x06ILE ACTIVITY", ""}, // 'F' less 64
};

BOOST_AUTO_TEST_SUITE(suggestions)

BOOST_AUTO_TEST_CASE(a_renamed_class_is_suggested_by_its_listed_name) {
    twice_for_each<renamed>(
        [](suggested const& s) { return suggest_listed(s.text) == s.suggestion; });
}

BOOST_AUTO_TEST_CASE(other_classes_of_1_8_0_get_none) {
    twice_for_each<later_classes>(
        [](std::string_view name) { return suggest_listed(name).empty(); });
}

BOOST_AUTO_TEST_CASE(misspellings_up_to_distance_3) {
    twice_for_each<misspellings>(
        [](suggested const& s) { return suggest_listed(s.text) == s.suggestion; });
}

BOOST_AUTO_TEST_CASE(a_long_name_is_like_none) {
    twice([] { return suggest_listed(run(1024, 'A')).empty(); });
}

BOOST_AUTO_TEST_CASE(a_suggestion_is_the_first_of_the_closest) {
    std::mt19937 random{29};
    auto const all = lakeproof::ocsf::event_classes();
    for (int i = 0; i < 3000; ++i) {
        std::string name{to_string(all[random() % all.size()])};
        for (auto n = random() % 5; n > 0; --n) {
            auto const at = random() % name.size();
            if (random() % 2 == 0)
                name[at] = static_cast<char>('A' + random() % 26);
            else
                name.erase(at, 1);
        }
        if (lakeproof::ocsf::in_ocsf_1_8_0(name)) continue;
        std::string_view expected;
        std::size_t nearest = 4;
        for (std::size_t distance = 4; distance-- > 0;)
            for (std::size_t c = all.size(); c-- > 0;)
                if (lakeproof::detail::edit_distance(name, to_string(all[c])) == distance &&
                    distance <= nearest) {
                    nearest = distance;
                    expected = to_string(all[c]);
                }
        BOOST_TEST(suggest_listed(name) == expected, name);
    }
}

BOOST_AUTO_TEST_CASE(another_spelling_of_a_listed_name) {
    twice_for_each<spellings>(
        [](suggested const& s) { return suggest_spelling(s.text) == s.suggestion; });
}

BOOST_AUTO_TEST_CASE(every_listed_name_is_found_in_lower_case_with_blanks) {
    twice([] {
        for (auto const c : lakeproof::ocsf::event_classes()) {
            char text[64]{};
            std::size_t size = 0;
            for (char const letter : to_string(c))
                text[size++] = letter == '_' ? ' ' : lakeproof::detail::fold_ascii_case(letter);
            if (suggest_spelling({text, size}) != to_string(c)) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
