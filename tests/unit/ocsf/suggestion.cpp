// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/suggestion.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace suggestion_test {

using lakeproof::ocsf::class_list;
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
    {"FILE_HOSTING", "FILE_HOSTING_ACTIVITY"},
    {"KERNEL_EXTENSION_ACTIVITY", "KERNEL_EXTENSION"},
    {"SESSION_QUERY", "USER_SESSION_QUERY"},
    {"SOFTWARE_INFO", "SOFTWARE_INVENTORY_INFO"},
};

/// The classes of OCSF 1.8.0 that AWS lists under no name.
constexpr std::string_view unlisted_classes[] = {
    "AIRBORNE_BROADCAST_ACTIVITY",
    "APPLICATION_ERROR",
    "APPLICATION_SECURITY_POSTURE_FINDING",
    "BASE_EVENT",
    "CLOUD_RESOURCES_INVENTORY_INFO",
    "DRONE_FLIGHTS_ACTIVITY",
    "EVIDENCE_INFO",
    "IAM_ANALYSIS_FINDING",
    "OSINT_INVENTORY_INFO",
    "PERIPHERAL_ACTIVITY",
    "SCRIPT_ACTIVITY",
    "STARTUP_ITEM_QUERY",
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
    {"FILES_QUERY", "FILE_QUERY"},
    {"NTP_ACTIVTY", "NTP_ACTIVITY"},
    {"EVENT_LOG_ACTVITY", "EVENT_LOG_ACTIVITY"}, // as OCSF misspells it
    // As close to FTP, RDP and NTP, to DHCP, DNS, FTP and RDP: the first.
    {"XXP_ACTIVITY", "FTP_ACTIVITY"},
    {"DSP_ACTIVITY", "DHCP_ACTIVITY"},
    // As close to FILE_ACTIVITY, which is before it, but on the API reference's list alone.
    {"FI_ACTIVITY", "FTP_ACTIVITY"},
    // Closer to one of the API reference alone than to any of the User Guide.
    {"FIL_ACTIVITY", "FILE_ACTIVITY"},
    {"AUTHORIZATIONS", "AUTHORIZATION"},
    {"CLOUDAPI", "CLOUD_API"},
    // Like nothing that is listed.
    {"", ""},
    {"X", ""},
    {"ACTIVITY", ""},
    {"FOO_BAR_BAZ", ""},
    {"NETWORK", ""},
};

/// What a report keeps of a string that is too long for it.
constexpr std::size_t excerpt = 32;

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
    {"File System Activity", "FILE_SYSTEM_ACTIVITY"},
    {"Detection Finding", "DETECTION_FINDING"},
    {"Web Resource Access Activity", "WEB_RESOURCE_ACCESS_ACTIVITY"},
    {"Web Resource Access Activity Of A Kind", ""},
    {"Script Activity", ""},
    {"FILE?ACTIVITY", ""},
    {"\x06ILE ACTIVITY", ""}, // 'F' less 64
};

BOOST_AUTO_TEST_SUITE(suggestions)

BOOST_AUTO_TEST_CASE(a_class_of_ocsf_by_another_name_is_suggested_by_aws_name) {
    twice_for_each<renamed>(
        [](suggested const& s) { return suggest_listed(s.text) == s.suggestion; });
}

BOOST_AUTO_TEST_CASE(other_classes_of_ocsf_are_like_no_listed_name) {
    twice_for_each<unlisted_classes>(
        [](std::string_view name) { return suggest_listed(name).empty(); });
}

BOOST_AUTO_TEST_CASE(misspellings_up_to_distance_3) {
    twice_for_each<misspellings>(
        [](suggested const& s) { return suggest_listed(s.text) == s.suggestion; });
}

BOOST_AUTO_TEST_CASE(a_long_name_is_like_none) {
    twice([] { return suggest_listed(run(2048, 'A')).empty(); });
}

BOOST_AUTO_TEST_CASE(an_excerpt_gets_what_the_string_gets) {
    for (auto const c : lakeproof::ocsf::event_classes())
        for (std::size_t more = 0; more < 8; ++more) {
            std::string name{to_string(c)};
            name.append(more, 'X');
            BOOST_TEST(suggest_listed(name) == suggest_listed(name.substr(0, excerpt)), name);
            name.back() = '?';
            BOOST_TEST(suggest_spelling(name) == suggest_spelling(name.substr(0, excerpt)), name);
        }
}

BOOST_AUTO_TEST_CASE(a_suggestion_is_the_first_of_the_closest_the_user_guides_before) {
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
        if (lakeproof::ocsf::aws_name(name)) continue;
        std::string_view expected;
        for (std::size_t distance = 0; distance <= 3 && expected.empty(); ++distance)
            for (bool const in_guide : {true, false})
                for (auto const c : all)
                    if (expected.empty() && is_listed(c, class_list::user_guide) == in_guide &&
                        lakeproof::detail::edit_distance(name, to_string(c)) == distance)
                        expected = to_string(c);
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

} // namespace suggestion_test
