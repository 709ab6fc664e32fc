// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/house_rules.hpp>
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/second_operation.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using json::check_request;
using test::acme;
using test::listed;
using test::request_json;

/// What the house says of a document, whether it is read from text, as a DOM or as a model.
std::string said(std::string const& text, house_rules const& rules) {
    options const o{.house_rules = &rules};
    auto const r = listed(check_request(text, o));
    auto const parsed = json::parse_request(text, o);
    auto const dom = boost::json::parse(text);
    BOOST_TEST(listed(parsed.report()) == r);
    BOOST_TEST(listed(json::check_value<create_custom_log_source_request>(dom, o)) == r);
    BOOST_TEST(listed(json::from_value<create_custom_log_source_request>(dom, o).report()) == r);
    if (auto const without = json::parse_request(text))
        BOOST_TEST(check(*without, o).count(rule::house_rule) ==
                   check_request(text, o).count(rule::house_rule));
    return r;
}

house_rules requiring(std::string_view pointer, std::string_view pattern,
                      std::string message = {}) {
    house_rules rules;
    rules.require(pointer, pattern, std::move(message));
    return rules;
}

BOOST_AUTO_TEST_SUITE(rules_of_the_house)

// --- what they are about

BOOST_AUTO_TEST_CASE(every_string_member_can_have_one) {
    auto const text = request_json({.source_version = R"("1.0")"});
    for (auto const* const pointer :
         {"/configuration/crawlerConfiguration/roleArn",
          "/configuration/providerIdentity/externalId", "/configuration/providerIdentity/principal",
          "/sourceName", "/sourceVersion", "/eventClasses/0", "/eventClasses/1"}) {
        BOOST_TEST(said(text, requiring(pointer, ".+")) == "", pointer);
        BOOST_TEST(said(text, requiring(pointer, "no")) ==
                   std::string{"error house-rule "} + pointer);
    }
}

BOOST_AUTO_TEST_CASE(a_list_can_have_one_for_all_its_elements) {
    auto const rules = requiring("/eventClasses", "FILE_.*");
    BOOST_TEST(said(request_json(), rules) == "error house-rule /eventClasses/1");
    BOOST_TEST(said(request_json({.event_classes = "[]"}), rules) == "");
    BOOST_TEST(said(request_json({.event_classes = R"(["DNS_ACTIVITY",1,"FILE_ACTIVITY","a b"])"}),
                    rules) ==
               "error house-rule /eventClasses/0; error member-type /eventClasses/1; "
               "error event-class-pattern /eventClasses/3; "
               "error house-rule /eventClasses/3");
}

BOOST_AUTO_TEST_CASE(an_element_can_have_one_of_its_own) {
    auto const rules = requiring("/eventClasses/1", "DNS_ACTIVITY");
    BOOST_TEST(said(request_json(), rules) == "error house-rule /eventClasses/1");
    BOOST_TEST(said(request_json({.event_classes = R"(["FILE_ACTIVITY"])"}), rules) == "");
    BOOST_TEST(said(request_json({.event_classes = R"([1,"DNS_ACTIVITY"])"}), rules) ==
               "error member-type /eventClasses/0");
}

BOOST_AUTO_TEST_CASE(what_is_absent_breaks_none) {
    BOOST_TEST(said(request_json(), requiring("/sourceVersion", "x")) == "");
    BOOST_TEST(said(request_json({.source_name = ""}), requiring("/sourceName", "x")) ==
               "error member-missing /sourceName");
    BOOST_TEST(said(request_json({.source_name = "1"}), requiring("/sourceName", "x")) ==
               "error member-type /sourceName");
}

BOOST_AUTO_TEST_CASE(elements_over_the_bound_are_not_judged) {
    std::string many = "[";
    for (int i = 0; i < 64; ++i) many += "\"DNS_ACTIVITY\",";
    auto const rules = requiring("/eventClasses", "DNS_ACTIVITY");
    auto const r = check_request(request_json({.event_classes = many + "\"FTP_ACTIVITY\"]"}),
                                 {.house_rules = &rules});
    BOOST_TEST(r.count(rule::house_rule) == 0u);
    BOOST_TEST(r.errors() == 1u);
}

BOOST_AUTO_TEST_CASE(another_shape_can_have_rules) {
    auto rules = house_rules::of<second::subscriber>();
    rules.require("/tags/-/key", "team|env");
    rules.require("/note", "[^!]*");
    constexpr std::string_view text =
        R"({"identity":{"externalId":"ab","principal":"123456789012"},"name":"edr","note":"\u0021",)"
        R"("tags":[{"key":"team"},{"key":"other"},{"key":"\u0065nv"}]})";
    auto const r = json::check<second::subscriber>(text, {.house_rules = &rules});
    BOOST_TEST(listed(r) == "error house-rule /note; error house-rule /tags/1/key");
    // They are no rules of a request.
    BOOST_TEST(listed(check_request(request_json(), {.house_rules = &rules})) == "");
}

// --- what they demand

BOOST_AUTO_TEST_CASE(the_whole_text_must_match) {
    auto const rules = requiring("/sourceName", "acme-[a-z]+");
    BOOST_TEST(said(test::json_named("acme-edr"), rules) == "");
    for (auto const* const name : {"acme-", "acme-edr2", "xacme-edr", "ACME-edr", "acme"})
        BOOST_TEST(said(test::json_named(name), rules) == "error house-rule /sourceName", name);
    BOOST_TEST(said(test::json_named("acme-edr\\n"), rules) ==
               "error source-name-pattern /sourceName; error house-rule /sourceName");
}

BOOST_AUTO_TEST_CASE(patterns_are_perls) {
    BOOST_TEST(said(request_json(), requiring("/sourceName", R"((?i)ACME-(?=e)\w{3}$)")) == "");
    BOOST_TEST(said(request_json(), requiring("/sourceName", R"((.).*\1.*)")) ==
               "error house-rule /sourceName");
    BOOST_TEST(said(test::json_named("aba"), requiring("/sourceName", R"((.).*\1.*)")) == "");
    BOOST_TEST(said(request_json(), requiring("/sourceName", "")) ==
               "error house-rule /sourceName");
}

BOOST_AUTO_TEST_CASE(several_may_concern_one_member) {
    house_rules rules;
    BOOST_TEST(rules.size() == 0u);
    rules.require("/sourceName", "acme-.*");
    rules.require("/sourceName", ".*-edr", "it must be an EDR");
    rules.require("/sourceName", ".{3,}");
    BOOST_TEST(rules.size() == 3u);
    BOOST_TEST(said(request_json(), rules) == "");
    auto const r = check_request(test::json_named("x"), {.house_rules = &rules});
    BOOST_TEST_REQUIRE(r.size() == 3u);
    BOOST_TEST(r[0].detail() == "it must match acme-.*");
    BOOST_TEST(r[1].detail() == "it must be an EDR");
    BOOST_TEST(r[2].detail() == "it must match .{3,}");
}

BOOST_AUTO_TEST_CASE(they_come_after_what_else_a_text_breaks) {
    BOOST_TEST(said(test::json_named("a b:a name too long"), requiring("/sourceName", "x")) ==
               "error source-name-pattern /sourceName; error house-rule /sourceName");
    BOOST_TEST(said(test::json_named("a:b"), requiring("/sourceName", "x")) ==
               "error house-rule /sourceName; error provider-role-characters /sourceName");
}

BOOST_AUTO_TEST_CASE(texts_in_parts_are_judged_in_one_piece) {
    auto const rules = requiring("/sourceName", "acme-edr");
    for (auto const* const name : {R"(\u0061cme-edr)", R"(acme\u002dedr)", R"(acme-ed\u0072)",
                                   R"(\u0061\u0063\u006d\u0065\u002d\u0065\u0064\u0072)"})
        BOOST_TEST(said(test::json_named(name), rules) == "", name);
    BOOST_TEST(said(test::json_named(R"(acme-ed\u0073)"), rules) == "error house-rule /sourceName");

    auto const classes = requiring("/eventClasses", "DNS_ACTIVITY|FTP_ACTIVITY");
    BOOST_TEST(said(request_json(
                        {.event_classes = R"(["DNS_\u0041CTIVITY","FTP_ACTIVIT\u0059","\u0041"])"}),
                    classes) == "error event-class-undocumented /eventClasses/2; "
                                "error house-rule /eventClasses/2");

    auto const ends = requiring("/configuration/providerIdentity/externalId", "x+y");
    auto const long_id = [](std::string const& end) {
        return request_json({.external_id = "\"\\u0078" + std::string(20'000, 'x') + end + '"'});
    };
    constexpr std::string_view too_long =
        "error external-id-length /configuration/providerIdentity/externalId";
    BOOST_TEST(said(long_id("y"), ends) == too_long);
    BOOST_TEST(said(long_id("z"), ends) ==
               std::string{too_long} +
                   "; error house-rule /configuration/providerIdentity/externalId");
}

// --- how they report

BOOST_AUTO_TEST_CASE(the_message_is_the_users) {
    auto const rules = requiring("/sourceName", "acme-[a-z0-9-]+", "our sources start with acme-");
    auto const r = check_request(test::json_named("other"), {.house_rules = &rules});
    BOOST_TEST_REQUIRE(r.size() == 1u);
    BOOST_TEST(message(r[0]) == "Value 'other' at 'sourceName': our sources start with acme-");
    BOOST_TEST(r[0].text() == "other");
    BOOST_TEST(r[0].length() == 5u);
}

BOOST_AUTO_TEST_CASE(a_hostile_message_is_harmless) {
    auto const rules = requiring("/sourceName", "x", "\x1b[2J\n'\u202e" + std::string(300, 'm'));
    auto const r = check_request(test::json_named("a\\u001b"), {.house_rules = &rules});
    BOOST_TEST(message(r[1]) == R"(Value 'a\u001b' at 'sourceName': \u001b[2J\u000a\'\u202e)" +
                                    std::string(128 - 9, 'm'));
}

BOOST_AUTO_TEST_CASE(the_policy_says_how_much_they_matter) {
    auto const rules = requiring("/sourceName", "x");
    for (auto const s : {severity::off, severity::note, severity::warning}) {
        options const o{.policy = policy{}.set(rule::house_rule, s), .house_rules = &rules};
        auto const parsed = json::parse_request(request_json(), o);
        BOOST_TEST(parsed.has_value());
        BOOST_TEST(parsed.report().count(s) == (s == severity::off ? 0u : 1u));
    }
    BOOST_TEST(!json::parse_request(request_json(), {.house_rules = &rules}).has_value());
}

BOOST_AUTO_TEST_CASE(each_is_placed) {
    auto const rules = requiring("/eventClasses", "FILE_.*");
    auto const text = request_json();
    auto const r = check_request(text, {.house_rules = &rules});
    BOOST_TEST(json::locate(text, r[0])->offset == text.find("\"PROCESS_ACTIVITY\""));
}

BOOST_AUTO_TEST_CASE(a_response_can_have_rules) {
    auto rules = house_rules::of<create_custom_log_source_response>();
    rules.require("/source/provider/location", "s3://acme-.*");
    BOOST_TEST(listed(json::parse_response(R"({"source":{"provider":{"location":"s3://b\/x"}}})",
                                           {.house_rules = &rules})
                          .report()) == "error house-rule /source/provider/location");
}

// --- rules that are none

BOOST_AUTO_TEST_CASE(a_pointer_must_lead_to_a_string) {
    house_rules rules;
    for (auto const* const pointer :
         {"", "/", "sourceName", "/sourcename", "/sourceName/", "/sourceName/0", "/configuration",
          "/configuration/roleArn", "/configuration/crawlerConfiguration", "/eventClasses/x",
          "/eventClasses/-1", "/eventClasses/1x", "/eventClasses/", "/eventClasses/0/0",
          "/eventClasses/99999999999999999999", "//sourceName", "/tags"})
        BOOST_CHECK_EXCEPTION(rules.require(pointer, "x"), std::invalid_argument,
                              [&](std::invalid_argument const& e) {
                                  return std::string_view{e.what()}.starts_with(
                                      '\'' + std::string{pointer} + "' is not the JSON Pointer");
                              });
    BOOST_TEST(rules.size() == 0u);
}

BOOST_AUTO_TEST_CASE(a_pattern_must_compile) {
    house_rules rules;
    for (auto const* const pattern : {"(", "[", "a{2,1}", "*", "a)", "\\", "[z-a]", "(?<n", "a**"})
        BOOST_CHECK_EXCEPTION(rules.require("/sourceName", pattern), std::invalid_argument,
                              [](std::invalid_argument const& e) {
                                  return std::string_view{e.what()}.starts_with(
                                      "the pattern for /sourceName does not compile: ");
                              });
    BOOST_TEST(rules.size() == 0u);
    BOOST_TEST(said(request_json(), rules) == "");
}

BOOST_AUTO_TEST_CASE(a_pattern_that_calls_itself_is_asked_about_legal_lengths_alone) {
    auto const pointer = std::string{"/configuration/providerIdentity/externalId"};
    auto const rules = requiring(pointer, "(x(?1)?y)");
    auto const said_of = [&](std::size_t depth) {
        return check_request(request_json({.external_id = test::quoted(std::string(depth, 'x') +
                                                                       std::string(depth, 'y'))}),
                             {.house_rules = &rules});
    };
    BOOST_TEST(listed(said_of(1)) == "");
    BOOST_TEST(listed(said_of(600)) == "");
    BOOST_TEST(said_of(1024).count(rule::house_rule) == 0u); // but too long otherwise
    auto const r = said_of(1025);
    BOOST_TEST_REQUIRE(r.count(rule::house_rule) == 1u);
    BOOST_TEST(r[1].detail().starts_with("Boost.Regex gave up"));
}

BOOST_AUTO_TEST_CASE(a_pattern_that_backtracks_without_end_is_a_violation) {
    house_rules rules;
    rules.require("/configuration/providerIdentity/externalId", "(a|aa|a?a?)*b");
    auto const start = std::chrono::steady_clock::now();
    auto const r = check_request(request_json({.external_id = '"' + std::string(1000, 'a') + '"'}),
                                 {.house_rules = &rules});
    auto const took = std::chrono::steady_clock::now() - start;
    BOOST_TEST(listed(r) == "error house-rule /configuration/providerIdentity/externalId");
    BOOST_TEST(message(r[0]).ends_with(
        ": Boost.Regex gave up on this text: the house pattern backtracks too much"));
    BOOST_TEST((took < std::chrono::seconds{30})); // generous: under sanitizers, on a busy machine
    // A short text is judged.
    BOOST_TEST(said(request_json({.external_id = R"("aab")"}), rules) == "");
}

BOOST_AUTO_TEST_CASE(a_dash_or_a_star_means_every_element) {
    for (auto const* const pointer : {"/eventClasses", "/eventClasses/-", "/eventClasses/*"})
        BOOST_TEST(said(request_json(), requiring(pointer, "FILE_.*")) ==
                       "error house-rule /eventClasses/1",
                   pointer);
    for (auto const* const pointer :
         {"/eventClasses/", "/eventClasses/01", "/eventClasses/1x", "/eventClasses/-1",
          "/eventClasses/**", "/eventClasses/99999999", "/sourceName/", "/sourceName/x"})
        BOOST_CHECK_THROW(requiring(pointer, "x"), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(a_pointer_begins_with_a_slash) {
    for (std::string_view const pointer :
         {"sourceName", "xsourceName", "~sourceName", " /sourceName"}) {
        house_rules rules;
        BOOST_CHECK_THROW(rules.require(pointer, "x"), std::invalid_argument);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
