// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace response_test {

using namespace lakeproof;
using json::check_response;
using json::parse_response;
using test::acme;
using test::listed;

constexpr std::string_view real =
    R"({"source":{"attributes":{"crawlerArn":"arn:aws:glue:us-west-2:123456789012:crawler/acme-edr",)"
    R"("databaseArn":"arn:aws:glue:us-west-2:123456789012:database/amazon_security_lake_glue_db_us_west_2",)"
    R"("tableArn":"arn:aws:glue:us-west-2:123456789012:table/amazon_security_lake_table_us_west_2_ext_acme_edr"},)"
    R"("provider":{"location":"s3://aws-security-data-lake-us-west-2-abcdefghijklmnopqrstuvwxyz0123/ext/acme-edr/",)"
    R"("roleArn":"arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-west-2"},)"
    R"("sourceName":"acme-edr"}})";

std::string reported(std::string_view text) { return listed(parse_response(text).report()); }
std::string reported_of_answer(std::string_view text) {
    return listed(check_response(text, acme, regions::us_west_2));
}

BOOST_AUTO_TEST_SUITE(responses)

BOOST_AUTO_TEST_CASE(a_real_response_is_read_and_fits_its_request) {
    auto const parsed = parse_response(real);
    BOOST_TEST(listed(parsed.report()) == "");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(json::serialize(*parsed) == real);
    BOOST_TEST(*parsed->source->attributes->crawler_arn ==
               "arn:aws:glue:us-west-2:123456789012:crawler/acme-edr");
    BOOST_TEST(listed(check(*parsed, acme, regions::us_west_2)) == "");
    BOOST_TEST(reported_of_answer(real) == "");
}

BOOST_AUTO_TEST_CASE(members_may_be_missing_null_or_unknown) {
    for (
        auto const* const text :
        {"{}", R"({"source":null})", R"({"source":{}})", R"({"other":[1],"Source":{}})",
         R"({"source":{"attributes":null,"provider":{"x":1,"roleArn":null},"sourceName":null,"":2}})"})
        BOOST_TEST(reported(text) == "", text);
    auto const parsed = parse_response(R"({"source":{"provider":{"x":1},"sourceVersion":null}})");
    BOOST_TEST(parsed->source->provider.has_value());
    BOOST_TEST(!parsed->source->source_version.has_value());
    BOOST_TEST(!parse_response(R"({"source":null})")->source.has_value());
}

BOOST_AUTO_TEST_CASE(types_and_repetitions_are_checked) {
    BOOST_TEST(reported("[]") == "error member-type");
    BOOST_TEST(reported(R"({"source":[]})") == "error member-type /source");
    BOOST_TEST(reported(R"({"source":{"attributes":{"tableArn":1},"provider":"x","sourceName":{}}})") ==
               "error member-type /source/attributes/tableArn; error member-type /source/provider; "
               "error member-type /source/sourceName");
    BOOST_TEST(reported(R"({"source":{"sourceName":"a","sourceName":"b","x":1,"x":2}})") ==
               "error member-duplicate /source/sourceName");
    BOOST_TEST(!parse_response(R"({"source":{"sourceName":"a","sourceName":"a"}})").has_value());
}

BOOST_AUTO_TEST_CASE(limits_apply) {
    BOOST_TEST(reported(std::string(33, '[')) == "error json-limit");
    BOOST_TEST(reported(std::string(1024 * 1024 + 1, ' ')) == "error json-limit");
    BOOST_TEST(reported("{") == "error json-malformed");
}

BOOST_AUTO_TEST_CASE(texts_may_be_long_and_hold_anything) {
    std::string const plain(100'000, 'x');
    for (std::string const& value :
         {plain, plain + "\\u00e9" + plain, "\\u0000" + plain, std::string{}}) {
        auto const parsed = parse_response(R"({"source":{"sourceName":")" + value + "\"}}");
        BOOST_TEST_REQUIRE(parsed.has_value());
        auto const& name = *parsed->source->source_name;
        if (value.starts_with("\\u0000"))
            BOOST_TEST((name == '\0' + plain));
        else if (value.size() > plain.size())
            BOOST_TEST((name == plain + "\u00e9" + plain));
        else
            BOOST_TEST((name == value));
    }
}

BOOST_AUTO_TEST_CASE(all_texts_may_come_in_parts) {
    auto const parsed = parse_response(
        R"({"\u0073ource":{"attributes":{"crawlerArn":"\u0031","databaseArn":"\u0032","tableArn":"\u0033"},)"
        R"("provider":{"location":"\u0034","roleArn":"\u0035"},"sourceName":"\u0036","sourceVersion":"\u0037"}})");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(
        json::serialize(*parsed) ==
        R"({"source":{"attributes":{"crawlerArn":"1","databaseArn":"2","tableArn":"3"},)"
        R"("provider":{"location":"4","roleArn":"5"},"sourceName":"6","sourceVersion":"7"}})");
}

BOOST_AUTO_TEST_CASE(an_answer_is_compared_with_its_request) {
    BOOST_TEST(
        reported_of_answer(R"({"source":{"sourceName":"other","provider":{"location":"s3://b/x"}}})") ==
        "warning response-source-mismatch /source/sourceName; "
        "warning response-location-mismatch /source/provider/location");
    BOOST_TEST(
        reported_of_answer(R"({"source":{"sourceName":"acme-\u0065dr","sourceVersion":"1.\u0030"}})") ==
        "");
    BOOST_TEST(reported_of_answer("{}") == "");
    BOOST_TEST(reported_of_answer("[]") == "error member-type");
    BOOST_TEST(reported_of_answer("{") == "error json-malformed");
}

BOOST_AUTO_TEST_CASE(one_faulty_member_hides_no_other) {
    BOOST_TEST(
        reported_of_answer(R"({"source":{"sourceVersion":2,"attributes":[],"sourceName":"other",)"
                       R"("sourceName":"acme-edr"}})") ==
        "error member-type /source/sourceVersion; error member-type /source/attributes; "
        "error member-duplicate /source/sourceName; "
        "warning response-source-mismatch /source/sourceName");
}

BOOST_AUTO_TEST_CASE(a_response_survives_a_round_trip) {
    auto const parsed = parse_response(real);
    auto const again = parse_response(json::serialize(*parsed));
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST((*again == *parsed));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace response_test
