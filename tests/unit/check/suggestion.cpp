// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/suggestion.hpp>

#include <lakeproof/check/check.hpp>

#include "../../support/everything.hpp"
#include "../../support/relaxed.hpp"
#include "../../support/requests.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string>
#include <string_view>

namespace suggestion_test {

using namespace lakeproof;
using test::text_buffer;
using test::twice;
using test::twice_for_each;

struct misspelt {
    std::string_view before; ///< up to the name of the member
    std::string_view name;
    std::string_view after;
    std::string_view meant;
};
constexpr misspelt misspelt_names[] = {
    {"{`", "SourceName", "`:1}", "sourceName"},
    {"{`", "SOURCENAME", "`:1}", "sourceName"},
    {"{`", "sourceNam", "`:1}", "sourceName"},
    {"{`", "srceName", "`:1}", "sourceName"}, // distance 2
    {"{`", "sceName", "`:1}", ""},            // distance 3
    {"{`", "source_name", "`:1}", "sourceName"},
    {"{`", "source_version", "`:1}", "sourceVersion"},
    {"{`", "EventClass", "`:1}", "eventClasses"}, // distance 2
    {"{`", "events", "`:1}", ""},
    {"{`", "roleArn", "`:1}", ""}, // of another object
    {"{`configuration`:{`crawlerConfiguration`:{`", "roleArm", "`:1}}}", "roleArn"},
    {"{`configuration`:{`providerIdentity`:{`", "externalID", "`:1}}}", "externalId"},
    {"{`configuration`:{`providerIdentity`:{`", "", "`:1}}}", ""},
};

struct meant {
    std::string_view string;
    std::string_view instead;
};
constexpr meant off_pattern[] = {
    {"Network Activity", "NETWORK_ACTIVITY"},
    {"file-system activity", "FILE_SYSTEM_ACTIVITY"},
    {"no such class", ""},
};
constexpr meant undocumented[] = {
    {"DNS_ACTIVITYS", "DNS_ACTIVITY"},
    {"FILE_HOSTING", "FILE_HOSTING_ACTIVITY"},
    {"SOFTWARE_INFO", "SOFTWARE_INVENTORY_INFO"},
    {"KERNEL_EXTENSION_ACTIVITY", "KERNEL_EXTENSION"},
    {"", ""},
    {"SOMETHING_ELSE_ENTIRELY", ""},
};

/// What is suggested where a rule is broken for the first time.
template <class Check>
constexpr bool suggests(rule r, std::string_view text, Check check) {
    auto const report = test::read<create_custom_log_source_request>(text);
    for (auto const v : report)
        if (v.rule() == r) return check(suggestion(v));
    return false;
}
constexpr bool suggested(rule r, std::string_view before, std::string_view string, std::string_view after,
                         std::string_view expected) {
    return suggests(r, text_buffer{before}.add(string).add(after),
                    [&](std::string_view s) { return s == expected; });
}

BOOST_AUTO_TEST_SUITE(suggestions)

BOOST_AUTO_TEST_CASE(the_closest_member_of_the_object_is_suggested) {
    twice_for_each<misspelt_names>([](misspelt const& row) {
        return suggested(rule::member_unknown, row.before, row.name, row.after, row.meant);
    });
}

BOOST_AUTO_TEST_CASE(nothing_is_suggested_for_a_name_that_was_cut) {
    auto const name = "sourceName" + std::string(60, 'x');
    BOOST_TEST(suggested(rule::member_unknown, "{`", name, "`:1}", ""));
}

BOOST_AUTO_TEST_CASE(event_classes_are_suggested) {
    twice_for_each<off_pattern>([](meant const& m) {
        return suggested(rule::event_class_pattern, "{`eventClasses`:[`", m.string, "`]}", m.instead);
    });
    twice_for_each<undocumented>([](meant const& m) {
        return suggested(rule::event_class_undocumented, "{`eventClasses`:[`", m.string, "`]}", m.instead);
    });
    twice([] {
        return suggested(rule::event_class_not_in_user_guide, "{`eventClasses`:[`", "FILE_ACTIVITY", "`]}",
                         "FILE_SYSTEM_ACTIVITY");
    });
    twice([] { // with no other name for the class there
        return suggested(rule::event_class_not_in_user_guide, "{`eventClasses`:[`", "CLOUD_API", "`]}", "") ||
               ocsf::user_guide_name(ocsf::event_class::cloud_api).has_value();
    });
}

BOOST_AUTO_TEST_CASE(the_account_of_an_arn_is_suggested_as_the_principal) {
    constexpr std::string_view before = "{`configuration`:{`providerIdentity`:{`principal`:`";
    static_assert(!before.empty());
    twice([] {
        return suggested(rule::principal_pattern, "{`configuration`:{`providerIdentity`:{`principal`:`",
                         "arn:aws:iam::123456789012:root", "`}}}", "123456789012");
    });
    twice([] {
        return suggested(rule::principal_pattern, "{`configuration`:{`providerIdentity`:{`principal`:`",
                         "arn:aws:iam::1234:root", "`}}}", "");
    });
}

BOOST_AUTO_TEST_CASE(the_closest_region_is_suggested) {
    twice([] {
        auto const r = check(test::acme, {.regions = {"us-esat-1"}});
        return suggestion(r[0]) == "us-east-1";
    });
    twice([] {
        auto const r = check(test::acme, {.regions = {"xx-nowhere-9"}});
        return suggestion(r[0]).empty();
    });
}

BOOST_AUTO_TEST_CASE(the_closest_value_of_a_closed_set_is_suggested) {
    constexpr meant hues[] = {{"GREN", "GREEN"}, {"red", "RED"}, {"RUB", ""}, {"BLUE", ""}, {"", ""}};
    for (auto const& [hue, instead] : hues) {
        auto const r = test::read<test::everything>("{`hue`:`" + std::string{hue} + "`}");
        bool found = false;
        for (auto const& v : r) {
            if (v.rule() != rule::string_enum) continue;
            found = true;
            BOOST_TEST(suggestion(v) == instead, hue);
        }
        BOOST_TEST(found);
    }
}

BOOST_AUTO_TEST_CASE(other_rules_suggest_nothing) {
    twice([] {
        auto const r = check(test::named("a:b"));
        return r.size() == 1 && suggestion(r[0]).empty();
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace suggestion_test
