// SPDX-License-Identifier: BSL-1.0
// A policy lowers the rules of the string types where a document is only checked; no value can hold a string that
// breaks one.
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace policies_test {

using namespace lakeproof;
using test::listed;
using test::request_json;

policy everything_is(severity s) {
    policy p;
    for (auto const& r : rules())
        if (!r.fixed) p.set(r.value, s);
    return p;
}

// Breaks both rules of each string type that can be broken, and rules of no type.
std::string const broken = request_json({.role_arn = test::quoted(std::string(2049, ' ')),
                                         .external_id = R"("*")",
                                         .principal = test::quoted(std::string(256, ' ')),
                                         .event_classes = R"(["a b","NEW","NEW"])",
                                         .source_name = test::quoted(std::string(65, ' ')),
                                         .source_version = test::quoted(std::string(33, ' ')),
                                         .further = R"("x":1)"});

constexpr auto* all_of_types =
    "error role-arn-length /configuration/crawlerConfiguration/roleArn; "
    "error role-arn-pattern /configuration/crawlerConfiguration/roleArn; "
    "error external-id-length /configuration/providerIdentity/externalId; "
    "error external-id-pattern /configuration/providerIdentity/externalId; "
    "error principal-length /configuration/providerIdentity/principal; "
    "error principal-pattern /configuration/providerIdentity/principal; "
    "error event-class-pattern /eventClasses/0; "
    "error source-name-length /sourceName; "
    "error source-name-pattern /sourceName; "
    "error source-version-length /sourceVersion; "
    "error source-version-pattern /sourceVersion";

BOOST_AUTO_TEST_SUITE(policies)

BOOST_AUTO_TEST_CASE(checking_follows_the_policy) {
    // What stays is fixed in the catalogue.
    options const off{.policy = everything_is(severity::off)};
    constexpr auto* fixed = "error role-arn-length /configuration/crawlerConfiguration/roleArn; "
                            "error principal-length /configuration/providerIdentity/principal";
    BOOST_TEST(listed(json::check_request(broken, off)) == fixed);
    BOOST_TEST(listed(json::check_value<create_custom_log_source_request>(
                   boost::json::parse(broken), off)) == fixed);
    auto const notes = json::check_request(broken, {.policy = everything_is(severity::note)});
    BOOST_TEST(notes.errors() == 2u);
    BOOST_TEST(notes.notes() == 9u + 5u); // those of the types, and those of none
    BOOST_TEST(notes.warnings() == 0u);
}

BOOST_AUTO_TEST_CASE(reading_does_not) {
    options const off{.policy = everything_is(severity::off)};
    auto const parsed = json::parse_request(broken, off);
    BOOST_TEST(!parsed.has_value());
    BOOST_TEST(listed(parsed.report()) == all_of_types);
    auto const from =
        json::from_value<create_custom_log_source_request>(boost::json::parse(broken), off);
    BOOST_TEST(!from.has_value());
    BOOST_TEST(listed(from.report()) == all_of_types);
}

BOOST_AUTO_TEST_CASE(rules_of_no_type_can_be_lowered_in_reading_too) {
    auto const text = request_json({.role_arn = R"("arn:aws:iam::123456789012:rolex")",
                                    .event_classes = R"(["NEW","NEW"])",
                                    .source_name = R"("a:b:c:d:e:f:g:h:i:j:k")",
                                    .further = R"("x":1)"});
    BOOST_TEST(!json::parse_request(text).has_value());
    auto const parsed = json::parse_request(text, {.policy = everything_is(severity::note)});
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->source_name == "a:b:c:d:e:f:g:h:i:j:k");
    BOOST_TEST(listed(parsed.report()) ==
               "note member-unknown /x; "
               "note source-name-documented-limit /sourceName; "
               "note event-class-undocumented /eventClasses/0; "
               "note event-class-undocumented /eventClasses/1; "
               "note event-class-duplicate /eventClasses/1; "
               "note role-arn-unresolvable /configuration/crawlerConfiguration/roleArn; "
               "note provider-role-characters /sourceName");
}

BOOST_AUTO_TEST_CASE(a_policy_can_raise_a_rule_so_that_there_is_no_value) {
    auto const strict = policy{}.set(rule::member_unknown, severity::error);
    auto const text = request_json({.further = R"("x":1)"});
    BOOST_TEST(json::parse_request(text).has_value());
    BOOST_TEST(!json::parse_request(text, {.policy = strict}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace policies_test
