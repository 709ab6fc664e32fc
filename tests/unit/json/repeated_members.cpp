// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace repeated_members_test {

using namespace lakeproof;
using json::check_request;
using json::parse_request;
using test::listed;
using test::request_json;

BOOST_AUTO_TEST_SUITE(duplicates)

BOOST_AUTO_TEST_CASE(a_repeated_member_is_an_error_and_the_first_counts) {
    auto const text = request_json({.source_name = R"("a:b")", .further = R"("sourceName":"a b")"});
    BOOST_TEST(listed(check_request(text)) == "error member-duplicate /sourceName; "
                                              "error provider-role-characters /sourceName");
    BOOST_TEST(!parse_request(text).has_value());
}

BOOST_AUTO_TEST_CASE(equal_values_are_an_error_too) {
    BOOST_TEST(listed(check_request(request_json({.further = R"("sourceName":"acme-edr")"}))) ==
               "error member-duplicate /sourceName");
}

BOOST_AUTO_TEST_CASE(later_values_are_skipped_unread) {
    for (std::string const value : {"1", "null", "[]", R"({"roleArn":1,"x":[{"sourceName":1}]})",
                                    R"("a b")", R"("\u0020")", R"(["a b",null])"})
        for (std::string_view const name : {"configuration", "eventClasses", "sourceName"})
            BOOST_TEST(listed(check_request(
                           request_json({.further = test::quoted(name) + ':' + value}))) ==
                           "error member-duplicate /" + std::string{name},
                       value);
}

BOOST_AUTO_TEST_CASE(the_first_value_counts_even_if_it_is_null) {
    BOOST_TEST(listed(check_request(
                   request_json({.source_name = "null", .further = R"("sourceName":"acme")"}))) ==
               "error member-duplicate /sourceName; error member-missing /sourceName");
    BOOST_TEST(listed(check_request(request_json(
                   {.source_version = "null", .further = R"("sourceVersion":"1 0")"}))) ==
               "error member-duplicate /sourceVersion");
}

BOOST_AUTO_TEST_CASE(the_first_value_counts_even_if_it_is_of_another_type) {
    BOOST_TEST(listed(check_request(
                   request_json({.source_name = "1", .further = R"("sourceName":"acme")"}))) ==
               "error member-type /sourceName; error member-duplicate /sourceName");
}

BOOST_AUTO_TEST_CASE(each_repetition_is_counted) {
    auto const r = check_request(request_json(
        {.further = R"("sourceName":1,"eventClasses":[],"sourceName":2,"sourceName":3)"}));
    BOOST_TEST(listed(r) ==
               "error member-duplicate /sourceName; error member-duplicate /eventClasses; "
               "error member-duplicate /sourceName; error member-duplicate /sourceName");
    BOOST_TEST(r[0].occurrence() == 2u);
    BOOST_TEST(r[1].occurrence() == 2u);
    BOOST_TEST(r[2].occurrence() == 3u);
    BOOST_TEST(r[3].occurrence() == 4u);
    BOOST_TEST(message(r[3]) == "Member 'sourceName' occurs again (occurrence 4): only the first "
                                "value counts, remove this one");
}

BOOST_AUTO_TEST_CASE(members_of_inner_objects_repeat_on_their_own) {
    BOOST_TEST(
        listed(check_request(
            R"({"configuration":{"crawlerConfiguration":{"roleArn":"arn:aws:iam::123456789012:role/x",)"
            R"("roleArn":"x"},"providerIdentity":{"externalId":"ab","principal":"123456789012",)"
            R"("externalId":"a"},"crawlerConfiguration":{}},"sourceName":"acme"})")) ==
        "error member-duplicate /configuration/crawlerConfiguration/roleArn; "
        "error member-duplicate /configuration/providerIdentity/externalId; "
        "error member-duplicate /configuration/crawlerConfiguration");
}

BOOST_AUTO_TEST_CASE(a_repeated_object_does_not_fill_what_the_first_lacks) {
    BOOST_TEST(
        listed(check_request(
            R"({"configuration":{},"sourceName":"acme","configuration":{"crawlerConfiguration":)"
            R"({"roleArn":"arn:aws:iam::123456789012:role/x"}}})")) ==
        "error member-missing /configuration/crawlerConfiguration; "
        "error member-missing /configuration/providerIdentity; "
        "error member-duplicate /configuration");
}

BOOST_AUTO_TEST_CASE(repetitions_count_beyond_what_a_report_keeps) {
    std::string many = R"("sourceName":0)";
    for (int i = 0; i < 99; ++i) many += R"(,"sourceName":0)";
    auto const r = check_request(request_json({.further = many}));
    BOOST_TEST(r.errors() == 100u);
    BOOST_TEST(r.omitted() == 36u);
    BOOST_TEST(r[63].occurrence() == 65u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace repeated_members_test
