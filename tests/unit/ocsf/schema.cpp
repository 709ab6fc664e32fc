// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/schema.hpp>

#include "../../support/twice.hpp"
#include "published.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

namespace schema_test {

using lakeproof::ocsf::class_info;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_classes;
using lakeproof::ocsf::schema_version;
using lakeproof::ocsf::schema_versions;
using lakeproof::test::published_class;
using lakeproof::test::published_data;
using lakeproof::test::twice;

using enum event_class;
using enum schema_version;

void check_same(class_info const& ours, published_class const& theirs) {
    BOOST_TEST(ours.class_uid == theirs.uid);
    BOOST_TEST(ours.name == theirs.name);
    BOOST_TEST(ours.caption == theirs.caption);
    BOOST_TEST(ours.category == theirs.category);
    BOOST_TEST(ours.deprecated_since == theirs.deprecated_since);
    BOOST_TEST(ours.exists() == (theirs.uid != 0));
    BOOST_TEST(ours.deprecated() == !theirs.deprecated_since.empty());
    BOOST_TEST(ours.use_instead.empty() == theirs.deprecated_since.empty());
    // Of two classes the data has the whole message: "Use <code>Compliance Finding</code> class."
    if (!theirs.deprecation_message.empty())
        BOOST_TEST(theirs.deprecation_message.find(ours.use_instead) != std::string::npos);
}

BOOST_AUTO_TEST_SUITE(ocsf_schemas)

BOOST_AUTO_TEST_CASE(versions_have_their_published_names) {
    twice([] { return to_string(v1_0_0_rc_2) == "1.0.0-rc.2" && to_string(v1_0_0) == "1.0.0"; });
    twice([] { return to_string(v1_1_0) == "1.1.0" && to_string(v1_3_0) == "1.3.0"; });
    twice([] { return to_string(v1_8_0) == "1.8.0"; });
    twice([] { return to_string(static_cast<schema_version>(99)).empty(); });
}

BOOST_AUTO_TEST_CASE(versions_are_listed_in_order) {
    twice([] {
        std::size_t i = 0;
        for (auto const v : schema_versions())
            if (v != static_cast<schema_version>(i++)) return false;
        return v1_8_0 == static_cast<schema_version>(i - 1);
    });
}

BOOST_AUTO_TEST_CASE(every_class_in_every_version_is_as_published) {
    auto const data = published_data();
    BOOST_TEST_REQUIRE(data.classes.size() == event_classes().size());
    for (auto const c : event_classes())
        for (auto const v : schema_versions()) {
            auto const& theirs = data.classes[static_cast<std::size_t>(c)];
            BOOST_TEST_INFO_SCOPE(to_string(c) << " in " << to_string(v));
            check_same(info(c, v), theirs.versions[static_cast<std::size_t>(v)]);
        }
}

BOOST_AUTO_TEST_CASE(a_class_may_differ_from_version_to_version) {
    twice([] { return info(api_activity, v1_0_0_rc_2).class_uid == 3005; });
    twice([] { return info(api_activity, v1_0_0).class_uid == 6003; });
    twice([] { return info(api_activity, v1_0_0_rc_2).category == "audit"; });
    twice([] { return info(api_activity, v1_8_0).category == "application"; });
    twice([] { return info(authorization, v1_0_0_rc_2).name == "authorization"; });
    twice([] { return info(authorization, v1_0_0_rc_2).caption == "Authorization"; });
    twice([] { return info(authorization, v1_0_0).name == "authorize_session"; });
    twice([] { return info(prefetch_query, v1_1_0).caption == "Prefetch Info"; });
    twice([] { return info(kernel_extension, v1_3_0).name == "kernel_extension"; });
    twice([] { return info(kernel_extension, v1_8_0).name == "kernel_extension_activity"; });
}

BOOST_AUTO_TEST_CASE(a_version_may_lack_a_class) {
    twice([] { return !info(access_activity, v1_0_0).exists(); });
    twice([] { return info(cloud_api, v1_0_0_rc_2).class_uid == 99938001; });
    twice([] { return !info(detection_finding, v1_0_0).exists(); });
    twice([] { return info(detection_finding, v1_1_0).exists(); });
    twice([] { return info(detection_finding, v1_0_0).name.empty(); });
    twice([] { return last_version(cloud_api) == v1_0_0_rc_2; });
    twice([] { return last_version(config_state) == v1_8_0; });
}

BOOST_AUTO_TEST_CASE(a_class_is_deprecated_from_a_version_on) {
    twice([] { return !info(security_finding, v1_0_0).deprecated(); });
    twice([] { return info(security_finding, v1_0_0).use_instead.empty(); });
    twice([] { return info(security_finding, v1_1_0).deprecated_since == "1.1.0"; });
    twice([] { return info(config_state, v1_8_0).use_instead == "Compliance Finding"; });
    twice([] { return info(file_query, v1_8_0).use_instead == "Live Evidence Info"; });
    // OCSF changed its mind.
    twice([] { return info(web_resource_access_activity, v1_3_0).deprecated_since == "1.0.0"; });
    twice([] { return info(web_resource_access_activity, v1_8_0).deprecated_since == "1.1.0"; });
}

BOOST_AUTO_TEST_CASE(caption_and_category_are_the_newest) {
    twice([] { return caption(authorization) == "Authorize Session"; });
    twice([] { return caption(cloud_api) == "Cloud API" && category(cloud_api) == "cloud"; });
    twice([] { return category(access_activity) == "audit"; });
    twice([] { return category(account_change) == "iam"; });
    for (auto const& theirs : published_data().classes) {
        auto const newest = *std::find_if(theirs.versions.rbegin(), theirs.versions.rend(),
                                          [](auto const& v) { return v.uid != 0; });
        auto const c = lakeproof::ocsf::event_class_from(theirs.name).value();
        BOOST_TEST(caption(c) == newest.caption);
        BOOST_TEST(category(c) == newest.category);
        BOOST_TEST(info(c, last_version(c)).class_uid == newest.uid);
    }
}

BOOST_AUTO_TEST_CASE(twenty_five_classes_are_retired) {
    twice([] { return retired(access_activity) && retired(cloud_api); });
    twice([] { return retired(config_state) && retired(security_finding); });
    twice([] { return !retired(file_activity) && !retired(account_change); });
    std::size_t n = 0;
    for (auto const& theirs : published_data().classes) {
        auto const& newest = theirs.versions.back();
        bool const expected = newest.uid == 0 || !newest.deprecated_since.empty();
        auto const c = lakeproof::ocsf::event_class_from(theirs.name).value();
        BOOST_TEST(retired(c) == expected, theirs.name);
        n += expected;
    }
    BOOST_TEST(n == 25u);
}

BOOST_AUTO_TEST_CASE(a_uid_means_one_class_in_one_version) {
    // By whatever names AWS lists it.
    for (auto const v : schema_versions())
        for (auto const a : event_classes())
            for (auto const b : event_classes())
                if (info(a, v).exists() && info(b, v).exists())
                    BOOST_TEST((info(a, v).class_uid == info(b, v).class_uid) ==
                               (info(a, v).name == info(b, v).name));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace schema_test
