// SPDX-License-Identifier: BSL-1.0
// Every rule about a string fires alone at its boundary, and not before it.
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace string_boundaries_test {

using namespace lakeproof;
using test::listed;
using test::quoted;
using test::request_json;

std::string reported(std::string const& text) { return listed(json::check_request(text)); }
std::string reported_of_name(std::string const& name) {
    return reported(request_json({.source_name = quoted(name)}));
}
std::string reported_of_version(std::string const& version) {
    return reported(request_json({.source_version = quoted(version)}));
}
std::string reported_of_role(std::string const& arn) {
    return reported(request_json({.role_arn = quoted(arn)}));
}
std::string reported_of_principal(std::string const& principal) {
    return reported(request_json({.principal = quoted(principal)}));
}
std::string reported_of_id(std::string const& id) {
    return reported(request_json({.external_id = quoted(id)}));
}
std::string reported_of_class(std::string const& name) {
    return reported(request_json({.event_classes = '[' + quoted(name) + ']'}));
}
std::string n(std::size_t count) { return std::string(count, 'n'); }

BOOST_AUTO_TEST_SUITE(string_boundaries)

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST(reported_of_name("") == "error source-name-length /sourceName");
    BOOST_TEST(reported_of_name(n(1)) == "");
    BOOST_TEST(reported_of_name(n(20)) == "");
    BOOST_TEST(reported_of_name(n(21)) == "error source-name-documented-limit /sourceName");
    BOOST_TEST(reported_of_name(n(64)) == "error source-name-documented-limit /sourceName");
    BOOST_TEST(reported_of_name(n(65)) == "error source-name-length /sourceName; "
                                      "error source-name-documented-limit /sourceName");
    BOOST_TEST(reported_of_name("a b") == "error source-name-pattern /sourceName");
    BOOST_TEST(reported_of_name(n(64) + ' ') == "error source-name-length /sourceName; "
                                            "error source-name-pattern /sourceName; "
                                            "error source-name-documented-limit /sourceName");
    BOOST_TEST(reported_of_name("a\\\\b") == "error provider-role-characters /sourceName");
}

BOOST_AUTO_TEST_CASE(lengths_count_characters_not_bytes) {
    std::string accents;
    for (int i = 0; i < 20; ++i) accents += "\u00e9";
    BOOST_TEST(reported_of_name(accents) == "error source-name-pattern /sourceName");
    BOOST_TEST(reported_of_name(accents + "\U0001f600") ==
               "error source-name-pattern /sourceName; "
               "error source-name-documented-limit /sourceName");
}

BOOST_AUTO_TEST_CASE(versions) {
    BOOST_TEST(reported_of_version("") == "error source-version-length /sourceVersion");
    BOOST_TEST(reported_of_version("1") == "");
    BOOST_TEST(reported_of_version(n(32)) == "");
    BOOST_TEST(reported_of_version(n(33)) == "error source-version-length /sourceVersion");
    BOOST_TEST(reported_of_version("1:0") == "error source-version-pattern /sourceVersion");
    BOOST_TEST(reported_of_version(n(32) + '+') == "error source-version-length /sourceVersion; "
                                               "error source-version-pattern /sourceVersion");
}

BOOST_AUTO_TEST_CASE(roles) {
    constexpr auto* at = " /configuration/crawlerConfiguration/roleArn";
    std::string const start = "arn:aws", end = ":iam::123456789012:role/x";
    std::string const longest = start + std::string(2048 - start.size() - end.size(), 'a') + end;
    BOOST_TEST(reported_of_role(longest) == "");
    BOOST_TEST(reported_of_role(longest.substr(0, 7) + 'a' + longest.substr(7)) ==
               std::string{"error role-arn-length"} + at);
    BOOST_TEST(reported_of_role("") == std::string{"error role-arn-pattern"} + at);
    BOOST_TEST(reported_of_role("arn:aws:iam::12345678901:role/x") ==
               std::string{"error role-arn-pattern"} + at);
    BOOST_TEST(reported_of_role("arn:aws:iam::123456789012:role/x:y") ==
               std::string{"error role-arn-pattern"} + at);
    BOOST_TEST(reported_of_role("arn::iam::123456789012:role/x") ==
               std::string{"error role-arn-unresolvable"} + at);
    BOOST_TEST(reported_of_role("arn:aws:iam::123456789012:role/" + n(64)) == "");
    BOOST_TEST(reported_of_role("arn:aws:iam::123456789012:role/" + n(65)) ==
               std::string{"error role-arn-unresolvable"} + at);
    BOOST_TEST(reported_of_role("arn:aws:iam::123456789012:role/" + n(510) + "/x") == "");
    BOOST_TEST(reported_of_role("arn:aws:iam::123456789012:role/" + n(511) + "/x") ==
               std::string{"error role-arn-unresolvable"} + at);
    BOOST_TEST(reported_of_role(std::string(2049, ' ')) ==
               std::string{"error role-arn-length"} + at + "; error role-arn-pattern" + at);
}

BOOST_AUTO_TEST_CASE(principals) {
    constexpr auto* at = " /configuration/providerIdentity/principal";
    std::string const host = ".amazonaws.com";
    BOOST_TEST(reported_of_principal(n(255 - host.size()) + host) == "");
    BOOST_TEST(reported_of_principal(n(256 - host.size()) + host) ==
               std::string{"error principal-length"} + at);
    for (auto const* const other :
         {"", "12345678901", "1234567890123", "amazon.com", "x.amazon.org", "X.amazon.com",
          "arn:aws:iam::123456789012:root", "x.amazon.com "})
        BOOST_TEST(reported_of_principal(other) == std::string{"error principal-pattern"} + at, other);
    BOOST_TEST(reported_of_principal("x.amazon.com") == "");
    BOOST_TEST(reported_of_principal(".amazon.com") ==
               std::string{"warning principal-unresolvable"} + at);
    BOOST_TEST(reported_of_principal("x..amazon.com") ==
               std::string{"warning principal-unresolvable"} + at);
    auto const r =
        json::check_request(request_json({.principal = quoted("arn:aws:iam::123456789012:root")}));
    BOOST_TEST(suggestion(r[0]) == "123456789012");
}

BOOST_AUTO_TEST_CASE(external_ids) {
    constexpr auto* at = " /configuration/providerIdentity/externalId";
    BOOST_TEST(reported_of_id("") == std::string{"error external-id-length"} + at);
    BOOST_TEST(reported_of_id("x") == std::string{"error external-id-length"} + at);
    BOOST_TEST(reported_of_id("xx") == "");
    BOOST_TEST(reported_of_id(n(1224)) == "");
    BOOST_TEST(reported_of_id(n(1225)) == std::string{"error external-id-length"} + at);
    BOOST_TEST(reported_of_id("a b") == std::string{"error external-id-pattern"} + at);
    BOOST_TEST(reported_of_id("*") ==
               std::string{"error external-id-length"} + at + "; error external-id-pattern" + at);
}

BOOST_AUTO_TEST_CASE(event_classes) {
    BOOST_TEST(reported_of_class("PROCESS_ACTIVITY") == ""); // on both lists
    BOOST_TEST(reported_of_class("FILE_ACTIVITY") == "note event-class-not-in-user-guide /eventClasses/0");
    BOOST_TEST(reported_of_class("FILE_SYSTEM_ACTIVITY") ==
               "note event-class-not-in-api-reference /eventClasses/0");
    BOOST_TEST(reported_of_class("file_activity") == "error event-class-pattern /eventClasses/0");
    BOOST_TEST(reported_of_class("FILE ACTIVITY") == "error event-class-pattern /eventClasses/0");
    BOOST_TEST(reported_of_class("") == "error event-class-undocumented /eventClasses/0");
    BOOST_TEST(reported_of_class("FILE_ACTIVITYS") == "error event-class-undocumented /eventClasses/0");
    BOOST_TEST(reported_of_class("CLOUD_API") == "note event-class-not-in-user-guide /eventClasses/0; "
                                                 "note event-class-retired /eventClasses/0");
}

BOOST_AUTO_TEST_CASE(repeated_elements_are_found_valid_or_not) {
    BOOST_TEST(
        reported(request_json({.event_classes = R"(["x","DNS_ACTIVITY","","x","","\u0078",1,1])"})) ==
        "error event-class-pattern /eventClasses/0; "
        "error event-class-pattern /eventClasses/3; "
        "error event-class-pattern /eventClasses/5; "
        "error member-type /eventClasses/6; error member-type /eventClasses/7; "
        "error event-class-undocumented /eventClasses/2; "
        "error event-class-undocumented /eventClasses/4; "
        "warning event-class-duplicate /eventClasses/3; "
        "warning event-class-duplicate /eventClasses/4; "
        "warning event-class-duplicate /eventClasses/5");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace string_boundaries_test
