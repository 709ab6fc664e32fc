// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/ocsf_1_8_0.hpp>

#include "../../support/twice.hpp"
#include "published.hpp"

#include <iterator>
#include <string_view>

namespace ocsf_1_8_0_test {

using lakeproof::ocsf::aws_name;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_class_from;
using lakeproof::ocsf::in_ocsf_1_8_0;
using lakeproof::test::published_data;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct renamed_class {
    std::string_view name;
    event_class value;
};

constexpr renamed_class renamed[] = {
    {"FILE_HOSTING", event_class::file_hosting_activity},
    {"KERNEL_EXTENSION_ACTIVITY", event_class::kernel_extension},
    {"SESSION_QUERY", event_class::user_session_query},
    {"SOFTWARE_INFO", event_class::software_inventory_info},
};

constexpr std::string_view others[] = {
    "",
    "ACCESS_ACTIVITY",
    "CLOUD_API",
    "AUTHORIZATION",
    "FILE_SYSTEM_ACTIVITY",
    "DEVICE_CONFIG_STATE",
    "file_activity",
    "FILE_ACTIVIT",
    "EVENT_LOG_ACTVITY", // as OCSF misspells it
};

BOOST_AUTO_TEST_SUITE(classes_of_ocsf_1_8_0)

BOOST_AUTO_TEST_CASE(they_are_those_that_are_published) {
    auto const data = published_data();
    BOOST_TEST(data.ocsf_1_8_0_classes.size() == 83u);
    for (auto const& name : data.ocsf_1_8_0_classes) BOOST_TEST(in_ocsf_1_8_0(name), name);
    twice([] { return in_ocsf_1_8_0("SCRIPT_ACTIVITY") && in_ocsf_1_8_0("FILE_ACTIVITY"); });
    std::size_t also_listed = 0;
    for (auto const c : lakeproof::ocsf::event_classes()) also_listed += in_ocsf_1_8_0(to_string(c));
    BOOST_TEST(also_listed == 67u); // as counted below
}

BOOST_AUTO_TEST_CASE(other_names_are_none) {
    twice_for_each<others>([](std::string_view name) { return !in_ocsf_1_8_0(name); });
    twice_for_each<others>([](std::string_view name) { return !aws_name(name); });
}

BOOST_AUTO_TEST_CASE(aws_lists_four_by_another_name) {
    twice_for_each<renamed>([](renamed_class const& c) { return aws_name(c.name) == c.value; });
    std::size_t listed = 0, renamed_ones = 0;
    for (auto const& name : published_data().ocsf_1_8_0_classes) {
        listed += event_class_from(name).has_value();
        renamed_ones += aws_name(name).has_value();
        BOOST_TEST(!(event_class_from(name) && aws_name(name)), name);
    }
    BOOST_TEST(listed == 67u);
    BOOST_TEST(renamed_ones == std::size(renamed));
    twice([] { return !aws_name("SCRIPT_ACTIVITY") && !aws_name("FILE_ACTIVITY"); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace ocsf_1_8_0_test
