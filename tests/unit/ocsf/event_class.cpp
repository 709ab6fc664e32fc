// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/event_class.hpp>

#include "../../support/twice.hpp"
#include "published.hpp"

#include <cstddef>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

namespace event_class_test {

using lakeproof::ocsf::class_list;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_class_from;
using lakeproof::ocsf::event_class_named;
using lakeproof::test::published_data;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct enumerator {
    event_class value;
    std::string_view spelling;
};

#define ENUMERATOR(name)                                                                           \
    { event_class::name, #name }

constexpr enumerator all[] = {
    ENUMERATOR(access_activity),
    ENUMERATOR(file_activity),
    ENUMERATOR(kernel_activity),
    ENUMERATOR(kernel_extension),
    ENUMERATOR(memory_activity),
    ENUMERATOR(module_activity),
    ENUMERATOR(process_activity),
    ENUMERATOR(registry_key_activity),
    ENUMERATOR(registry_value_activity),
    ENUMERATOR(resource_activity),
    ENUMERATOR(scheduled_job_activity),
    ENUMERATOR(security_finding),
    ENUMERATOR(account_change),
    ENUMERATOR(authentication),
    ENUMERATOR(authorization),
    ENUMERATOR(entity_management_audit),
    ENUMERATOR(dhcp_activity),
    ENUMERATOR(network_activity),
    ENUMERATOR(dns_activity),
    ENUMERATOR(ftp_activity),
    ENUMERATOR(http_activity),
    ENUMERATOR(rdp_activity),
    ENUMERATOR(smb_activity),
    ENUMERATOR(ssh_activity),
    ENUMERATOR(config_state),
    ENUMERATOR(inventory_info),
    ENUMERATOR(email_activity),
    ENUMERATOR(api_activity),
    ENUMERATOR(cloud_api),
    ENUMERATOR(application_lifecycle),
    ENUMERATOR(authorize_session),
    ENUMERATOR(compliance_finding),
    ENUMERATOR(datastore_activity),
    ENUMERATOR(device_config_state),
    ENUMERATOR(device_config_state_change),
    ENUMERATOR(device_inventory_info),
    ENUMERATOR(detection_finding),
    ENUMERATOR(email_file_activity),
    ENUMERATOR(email_url_activity),
    ENUMERATOR(entity_management),
    ENUMERATOR(file_hosting_activity),
    ENUMERATOR(file_system_activity),
    ENUMERATOR(group_management),
    ENUMERATOR(incident_finding),
    ENUMERATOR(network_file_activity),
    ENUMERATOR(ntp_activity),
    ENUMERATOR(patch_state),
    ENUMERATOR(scan_activity),
    ENUMERATOR(user_access),
    ENUMERATOR(user_inventory),
    ENUMERATOR(vulnerability_finding),
    ENUMERATOR(web_resource_access_activity),
    ENUMERATOR(web_resources_activity),
    ENUMERATOR(windows_resource_activity),
    ENUMERATOR(admin_group_query),
    ENUMERATOR(data_security_finding),
    ENUMERATOR(event_log_activity),
    ENUMERATOR(file_query),
    ENUMERATOR(file_remediation_activity),
    ENUMERATOR(folder_query),
    ENUMERATOR(job_query),
    ENUMERATOR(kernel_object_query),
    ENUMERATOR(module_query),
    ENUMERATOR(network_connection_query),
    ENUMERATOR(network_remediation_activity),
    ENUMERATOR(networks_query),
    ENUMERATOR(peripheral_device_query),
    ENUMERATOR(process_query),
    ENUMERATOR(process_remediation_activity),
    ENUMERATOR(remediation_activity),
    ENUMERATOR(service_query),
    ENUMERATOR(software_inventory_info),
    ENUMERATOR(tunnel_activity),
    ENUMERATOR(user_query),
    ENUMERATOR(user_session_query),
    ENUMERATOR(prefetch_query),
    ENUMERATOR(registry_key_query),
    ENUMERATOR(registry_value_query),
    ENUMERATOR(windows_service_activity),
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
    "AUTHORIZE_SESSIONS",
    "FILE_HOSTING",
    "SCRIPT_ACTIVITY",
    "ENTITY_MANAGEMENT_AUDITS",
    "KERNEL_EXTENSION_ACTIVITY",
    "WINDOWS_RESOURCES_ACTIVITY",
    "DNS_ACTIVITY_FTP_ACTIVITY",
    "WEB_RESOURCE_ACCESS_ACTIVITY_",
    "WEB_RESOURCE_ACCESS_ACTIVITY_ADD",
    "WEB_RESOURCE_ACCESS_ACTIVITY_MORE",
};

BOOST_AUTO_TEST_SUITE(event_classes)

BOOST_AUTO_TEST_CASE(a_name_is_its_enumerator_in_upper_case) {
    twice([] { return lakeproof::ocsf::event_class_count == std::size(all); });
    twice_for_each<all>([](enumerator const& c) {
        auto const name = to_string(c.value);
        if (name.size() != c.spelling.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i)
            if (name[i] != c.spelling[i] && name[i] != c.spelling[i] - 32) return false;
        return name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == name.npos;
    });
}

BOOST_AUTO_TEST_CASE(names_go_both_ways) {
    twice_for_each<all>(
        [](enumerator const& c) { return event_class_from(to_string(c.value)) == c.value; });
}

BOOST_AUTO_TEST_CASE(names_and_lists_are_those_that_aws_published) {
    auto const data = published_data();
    auto const ours = lakeproof::ocsf::event_classes();
    BOOST_TEST_REQUIRE(data.classes.size() == ours.size());
    BOOST_TEST(ours.size() == 79u);
    std::size_t in_reference = 0, in_guide = 0, renamed = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        auto const& theirs = data.classes[i];
        BOOST_TEST(to_string(ours[i]) == theirs.name);
        BOOST_TEST(is_listed(ours[i], class_list::api_reference) == theirs.in_api_reference);
        BOOST_TEST(is_listed(ours[i], class_list::user_guide) == theirs.in_user_guide);
        auto const other = user_guide_name(ours[i]);
        BOOST_TEST((other ? to_string(*other) : "") == theirs.user_guide_name);
        in_reference += theirs.in_api_reference;
        in_guide += theirs.in_user_guide;
        renamed += other.has_value();
    }
    BOOST_TEST(in_reference == 29u);
    BOOST_TEST(in_guide == 71u);
    BOOST_TEST(renamed == 6u);
}

BOOST_AUTO_TEST_CASE(they_stand_in_order_the_api_references_first) {
    twice([] {
        std::size_t i = 0;
        for (auto const c : lakeproof::ocsf::event_classes()) {
            if (c != all[i].value) return false;
            if (is_listed(c, class_list::api_reference) != (i++ < 29)) return false;
        }
        return i == std::size(all);
    });
}

BOOST_AUTO_TEST_CASE(a_class_is_on_one_list_or_both) {
    using enum event_class;
    twice([] { return is_listed(dns_activity, class_list::api_reference); });
    twice([] { return is_listed(dns_activity, class_list::user_guide); });
    twice([] { return !is_listed(cloud_api, class_list::user_guide); });
    twice([] { return !is_listed(detection_finding, class_list::api_reference); });
    twice_for_each<all>([](enumerator const& c) {
        return is_listed(c.value, class_list::api_reference) ||
               is_listed(c.value, class_list::user_guide);
    });
}

BOOST_AUTO_TEST_CASE(the_user_guide_has_another_name_for_classes_that_it_lacks) {
    twice([] {
        return user_guide_name(event_class::file_activity) == event_class::file_system_activity;
    });
    twice([] { return !user_guide_name(event_class::cloud_api); });
    twice([] { return !user_guide_name(event_class::dns_activity); });
    twice_for_each<all>([](enumerator const& c) {
        auto const other = user_guide_name(c.value);
        return !other || (!is_listed(c.value, class_list::user_guide) &&
                          is_listed(*other, class_list::user_guide));
    });
}

BOOST_AUTO_TEST_CASE(near_misses_are_not_found) {
    twice_for_each<near_misses>([](std::string_view name) { return !event_class_from(name); });
    twice([] { return !event_class_from({"FILE_ACTIVITY\0", 14}); });
}

BOOST_AUTO_TEST_CASE(no_change_of_one_byte_is_found_as_the_same_name) {
    for (auto const c : lakeproof::ocsf::event_classes()) {
        std::string name{to_string(c)};
        for (auto& byte : name) {
            char const kept = byte;
            for (int b = 0; b < 256; ++b) {
                byte = static_cast<char>(b);
                auto const found = event_class_from(name);
                bool const right = byte == kept ? found == c : !found || to_string(*found) == name;
                if (!right) BOOST_ERROR(name);
            }
            byte = kept;
        }
        // A start may be another's name: ENTITY_MANAGEMENT, DEVICE_CONFIG_STATE.
        for (std::size_t n = 0; n < name.size(); ++n) {
            auto const start = std::string_view{name}.substr(0, n);
            auto const found = event_class_from(start);
            BOOST_TEST((!found || to_string(*found) == start));
        }
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

} // namespace event_class_test
