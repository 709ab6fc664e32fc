// SPDX-License-Identifier: BSL-1.0
// The light header alone. Other units of this program include the whole; instantiate.cpp is the
// one that compiles what is only declared here.
#include <lakeproof/json/light.hpp>

#ifdef BOOST_JSON_BASIC_PARSER_HPP
#error "the light header includes Boost.JSON's parser"
#endif

#include "../../support/requests.hpp"
#include "light.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace lakeproof;
using test::acme;
using test::request_json;

BOOST_AUTO_TEST_SUITE(light)

BOOST_AUTO_TEST_CASE(a_request_is_read_checked_and_written) {
    auto const text = json::serialize(acme);
    auto const parsed = json::parse_request(text);
    BOOST_REQUIRE(parsed.has_value());
    BOOST_TEST((*parsed == acme));
    BOOST_TEST(json::check_request(text, {.regions = {regions::us_east_1}}).empty());

    auto const broken = request_json({.source_name = R"("acme edr")"});
    auto const report = json::check_request(broken);
    BOOST_REQUIRE_EQUAL(report.size(), 1);
    BOOST_TEST((report[0].rule() == rule::source_name_pattern));
    BOOST_TEST(!json::parse_request(broken));
    BOOST_TEST((json::check_request("[")[0].rule() == rule::json_malformed));
}

BOOST_AUTO_TEST_CASE(a_response_is_read_checked_and_written) {
    auto const text = R"({"source":{"sourceName":"another"}})";
    auto const parsed = json::parse_response(text);
    BOOST_REQUIRE(parsed.has_value());
    BOOST_TEST(*parsed->source->source_name == "another");
    BOOST_TEST(json::serialize(*parsed) == text);
    BOOST_TEST(json::check<create_custom_log_source_response>(text).ok());
    auto const report = json::check_response(text, acme, regions::us_east_1);
    BOOST_REQUIRE_EQUAL(report.size(), 1);
    BOOST_TEST((report[0].rule() == rule::response_source_mismatch));
}

BOOST_AUTO_TEST_CASE(units_with_the_whole_header_call_the_same_functions) {
    BOOST_TEST((test::whole_parse == json::parse<create_custom_log_source_request>));
    BOOST_TEST((test::whole_serialize == json::serialize<create_custom_log_source_request>));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
