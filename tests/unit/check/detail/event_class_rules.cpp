// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/detail/event_class_rules.hpp>

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/message.hpp>

#include "../../../support/listed.hpp"
#include "../../../support/relaxed.hpp"
#include "../../../support/requests.hpp"
#include "../../../support/twice.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace event_class_rules_test {

using namespace lakeproof;
using ocsf::class_list;
using ocsf::event_class;
using test::acme;
using test::listed;
using test::twice;
using test::twice_in_words;
using test::twice_in_words_for_each;

/// A shape with nothing but event classes, to see their rules alone.
struct source {
    ocsf::event_class_list classes{};
    static constexpr auto members = member_table(member{"classes", &source::classes});
    static constexpr void check(document_view<source> d, rule_sink& out) {
        detail::check_event_classes(d[&source::classes], out);
    }
};

/// `acme` with a list of classes.
constexpr create_custom_log_source_request sending(ocsf::event_class_list const& classes) {
    auto request = acme;
    request.event_classes = classes;
    return request;
}
constexpr create_custom_log_source_request sending(std::initializer_list<std::string_view> names) {
    ocsf::event_class_list classes;
    for (auto const name : names) classes.push_back(ocsf::event_class_name{name});
    return sending(classes);
}

struct list_case {
    std::string_view classes;
    std::string_view found;
};

constexpr list_case lists[] = {
    {"[]", ""},
    {"['PROCESS_ACTIVITY']", ""},
    // On one list alone.
    {"['FILE_ACTIVITY']", "note event-class-not-in-user-guide /classes/0"},
    {"['FILE_SYSTEM_ACTIVITY']", "note event-class-not-in-api-reference /classes/0"},
    // On neither.
    {"['DNS_ACTIVITYS']", "error event-class-undocumented /classes/0"},
    {"['']", "error event-class-undocumented /classes/0"},
    {"['SCRIPT_ACTIVITY']", "error event-class-undocumented /classes/0"}, // though in OCSF 1.8.0
    {"['dns activity']", "error event-class-pattern /classes/0"},
    // Several: different names that are on a list, after the elements.
    {"['DNS_ACTIVITY','HTTP_ACTIVITY']", "note event-classes-several /classes"},
    {"['DNS_ACTIVITY','DNS_ACTIVITY']", "warning event-class-duplicate /classes/1"},
    {"['DNS_ACTIVITY','NEW']", "error event-class-undocumented /classes/1"},
    {"['NEW','OTHER']", "error event-class-undocumented /classes/0; error event-class-undocumented /classes/1"},
    {"['DNS_ACTIVITY','dns']", "error event-class-pattern /classes/1"},
    // Repeated: legal or not, each time; strings alone.
    {"['DNS_ACTIVITY','HTTP_ACTIVITY','DNS_ACTIVITY','DNS_ACTIVITY']",
     "warning event-class-duplicate /classes/2; warning event-class-duplicate /classes/3; "
     "note event-classes-several /classes"},
    {"['dns','x','dns']",
     "error event-class-pattern /classes/0; error event-class-pattern /classes/1; "
     "error event-class-pattern /classes/2; warning event-class-duplicate /classes/2"},
    {"['NEW','NEW']",
     "error event-class-undocumented /classes/0; error event-class-undocumented /classes/1; "
     "warning event-class-duplicate /classes/1"},
    {"[1,1,null,null]", "error member-type /classes/0; error member-type /classes/1; "
                        "error member-type /classes/2; error member-type /classes/3"},
    // Retired.
    {"['SECURITY_FINDING']", "note event-class-retired /classes/0"},
    {"['CLOUD_API','CLOUD_API']",
     "note event-class-not-in-user-guide /classes/0; note event-class-not-in-user-guide /classes/1; "
     "warning event-class-duplicate /classes/1; note event-class-retired /classes/0; "
     "note event-class-retired /classes/1"},
    // Rule by rule, each over the elements in their order.
    {"['NEW','CLOUD_API','FILE_SYSTEM_ACTIVITY','NEW']",
     "error event-class-undocumented /classes/0; error event-class-undocumented /classes/3; "
     "note event-class-not-in-api-reference /classes/2; note event-class-not-in-user-guide /classes/1; "
     "warning event-class-duplicate /classes/3; note event-class-retired /classes/1; "
     "note event-classes-several /classes"},
};

BOOST_AUTO_TEST_SUITE(event_class_rules)

BOOST_AUTO_TEST_CASE(elements_are_looked_at_rule_by_rule) {
    for (auto const& c : lists)
        BOOST_TEST(listed(test::read<source>("{'classes':" + std::string{c.classes} + "}")) == c.found, c.classes);
    twice_in_words([] {
        return listed(test::read<source>("{'classes':['FILE_ACTIVITY','NEW','FILE_ACTIVITY']}")) ==
               "error event-class-undocumented /classes/1; note event-class-not-in-user-guide /classes/0; "
               "note event-class-not-in-user-guide /classes/2; warning event-class-duplicate /classes/2";
    });
}

BOOST_AUTO_TEST_CASE(a_model_has_the_same_violations) {
    for (auto const& c : lists) {
        auto const text = "{'classes':" + std::string{c.classes} + "}";
        if (!test::read<source>(text).ok() && std::string{c.found}.find("undocumented") == std::string::npos)
            continue; // no model holds it
        BOOST_TEST(listed(check(test::build<source>(text))) == c.found, c.classes);
    }
}

BOOST_AUTO_TEST_CASE(every_listed_class_is_documented) {
    for (auto const c : ocsf::event_classes()) {
        auto const r = check(sending({to_string(c)}));
        BOOST_TEST(r.ok(), to_string(c));
        BOOST_TEST(r.count(rule::event_class_not_in_api_reference) ==
                   (is_listed(c, class_list::api_reference) ? 0u : 1u));
        BOOST_TEST(r.count(rule::event_class_not_in_user_guide) ==
                   (is_listed(c, class_list::user_guide) ? 0u : 1u));
        BOOST_TEST(r.count(rule::event_class_retired) == (ocsf::retired(c) ? 1u : 0u));
    }
}

BOOST_AUTO_TEST_CASE(a_full_list_is_within_the_bounds) {
    ocsf::event_class_list many, long_names;
    for (int i = 0; i < 128; ++i) {
        many.push_back(event_class::dns_activity);
        long_names.push_back(ocsf::event_class_name{std::string(16, 'N')});
    }
    BOOST_TEST(check(sending(many)).count(rule::event_classes_limit) == 0u);
    BOOST_TEST(check(sending(many)).warnings() == 127u);
    auto const r = check(sending(long_names));
    BOOST_TEST(r.count(rule::event_classes_limit) == 0u);
    BOOST_TEST(r.errors() == 128u); // undocumented, all of them
    BOOST_TEST(r.warnings() == 127u);
}

BOOST_AUTO_TEST_CASE(they_say_which_list_and_since_when) {
    auto const said = [](std::string_view name) {
        std::string all;
        for (auto const v : check(sending({name}))) all += message(v) + '|';
        return all;
    };
    BOOST_TEST(said("DNS_ACTIVITYS") == "Value 'DNS_ACTIVITYS' at 'eventClasses.1.member' is on neither of AWS's "
                                        "lists of event classes (API reference, User Guide)|");
    BOOST_TEST(said("SCRIPT_ACTIVITY") ==
               "Value 'SCRIPT_ACTIVITY' at 'eventClasses.1.member' is on neither of AWS's lists of event classes "
               "(API reference, User Guide), though it is a class of OCSF 1.8.0|");
    BOOST_TEST(said("FILE_ACTIVITY") == "Value 'FILE_ACTIVITY' at 'eventClasses.1.member' is on the API "
                                        "reference's list, but not on the User Guide's|");
    BOOST_TEST(said("FILE_SYSTEM_ACTIVITY") == "Value 'FILE_SYSTEM_ACTIVITY' at 'eventClasses.1.member' is on the "
                                               "User Guide's list, but not on the API reference's|");
    BOOST_TEST(said("SECURITY_FINDING").find("is deprecated since OCSF 1.1.0") != std::string::npos,
               said("SECURITY_FINDING"));
    BOOST_TEST(said("CLOUD_API").find("is gone from OCSF 1.8.0") != std::string::npos, said("CLOUD_API"));
    auto const several = check(sending({"DNS_ACTIVITY", "HTTP_ACTIVITY"}));
    BOOST_TEST(message(several[0]) == "Value at 'eventClasses' names several event classes: the User Guide advises "
                                      "a source of its own for each");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace event_class_rules_test
