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

namespace house_rules_test {

using namespace lakeproof;
using json::check_request;
using test::acme;
using test::listed;
using test::request_json;

/// Options with house rules, and without the notes on event classes.
options with(house_rules const& rules) {
    options o{.house_rules = &rules};
    for (auto const r : {rule::event_class_not_in_user_guide, rule::event_class_retired, rule::event_classes_several})
        o.policy.set(r, severity::off);
    return o;
}

/// What is reported of a document, whether it is read from text, as a DOM or is a model.
std::string found(std::string const& text, house_rules const& rules) {
    auto const o = with(rules);
    auto const r = listed(check_request(text, o));
    auto const parsed = json::parse_request(text, o);
    auto const dom = boost::json::parse(text);
    BOOST_TEST(listed(parsed.report()) == r);
    BOOST_TEST(listed(json::check_value<create_custom_log_source_request>(dom, o)) == r);
    BOOST_TEST(listed(json::from_value<create_custom_log_source_request>(dom, o).report()) == r);
    if (auto const without = json::parse_request(text)) BOOST_TEST(listed(check(*without, o)) == r);
    return r;
}

constexpr auto file_and_process = R"(["FILE_ACTIVITY","PROCESS_ACTIVITY"])";

std::string two_classes(std::string version = {}) {
    return request_json({.event_classes = file_and_process, .source_version = std::move(version)});
}

house_rules requiring(std::string_view pointer, std::string_view pattern,
                      std::string message = {}) {
    house_rules rules;
    rules.require(pointer, pattern, std::move(message));
    return rules;
}

/// Whether an external ID, which may break its member's own pattern, matches a house pattern.
bool id_matches(std::string_view pattern, std::string const& external_id) {
    auto const rules = requiring("/configuration/providerIdentity/externalId", pattern);
    return check_request(request_json({.external_id = external_id}), with(rules)).count(rule::house_rule) == 0;
}

struct odd_name {
    std::string text;
    static constexpr auto members = member_table(member{"a/~b", &odd_name::text});
};

BOOST_AUTO_TEST_SUITE(house_rules_of_a_team)

// --- what they are about

BOOST_AUTO_TEST_CASE(every_string_member_can_have_one) {
    auto const text = two_classes(R"("1.0")");
    for (auto const* const pointer :
         {"/configuration/crawlerConfiguration/roleArn",
          "/configuration/providerIdentity/externalId", "/configuration/providerIdentity/principal",
          "/sourceName", "/sourceVersion", "/eventClasses/0", "/eventClasses/1"}) {
        BOOST_TEST(found(text, requiring(pointer, ".+")) == "", pointer);
        BOOST_TEST(found(text, requiring(pointer, "no")) ==
                   std::string{"error house-rule "} + pointer);
    }
}

BOOST_AUTO_TEST_CASE(a_list_can_have_one_for_all_its_elements) {
    auto const rules = requiring("/eventClasses", "FILE_.*");
    BOOST_TEST(found(two_classes(), rules) == "error house-rule /eventClasses/1");
    BOOST_TEST(found(request_json({.event_classes = "[]"}), rules) == "");
    BOOST_TEST(found(request_json({.event_classes = R"(["DNS_ACTIVITY",1,"FILE_ACTIVITY","a b"])"}),
                    rules) ==
               "error member-type /eventClasses/1; error event-class-pattern /eventClasses/3; "
               "error house-rule /eventClasses/0; error house-rule /eventClasses/3");
}

BOOST_AUTO_TEST_CASE(an_element_can_have_one_of_its_own) {
    auto const rules = requiring("/eventClasses/1", "DNS_ACTIVITY");
    BOOST_TEST(found(two_classes(), rules) == "error house-rule /eventClasses/1");
    BOOST_TEST(found(request_json({.event_classes = R"(["FILE_ACTIVITY"])"}), rules) == "");
    BOOST_TEST(found(request_json({.event_classes = R"([1,"DNS_ACTIVITY"])"}), rules) ==
               "error member-type /eventClasses/0");
}

BOOST_AUTO_TEST_CASE(what_is_absent_breaks_none) {
    BOOST_TEST(found(two_classes(), requiring("/sourceVersion", "x")) == "");
    BOOST_TEST(found(request_json({.source_name = ""}), requiring("/sourceName", "x")) ==
               "error member-missing /sourceName");
    BOOST_TEST(found(request_json({.source_name = "1"}), requiring("/sourceName", "x")) ==
               "error member-type /sourceName");
}

BOOST_AUTO_TEST_CASE(elements_over_the_bound_are_not_looked_at) {
    std::string many = "[";
    for (std::size_t i = 0; i < ocsf::event_class_list::max_size; ++i) many += "\"DNS_ACTIVITY\",";
    auto const rules = requiring("/eventClasses", "DNS_ACTIVITY");
    auto const r = check_request(request_json({.event_classes = many + "\"FTP_ACTIVITY\"]"}),
                                 with(rules));
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
    auto const r = json::check<second::subscriber>(text, with(rules));
    BOOST_TEST(listed(r) == "error house-rule /tags/1/key; error house-rule /note");
    auto second_tag = house_rules::of<second::subscriber>();
    second_tag.require("/tags/1/key", "team");
    second_tag.require("/tags/0/notes/0", "x");
    BOOST_TEST(listed(json::check<second::subscriber>(text, with(second_tag))) == "error house-rule /tags/1/key");
    // They are no rules of a request.
    BOOST_TEST(listed(check_request(two_classes(), with(rules))) == "");
}

BOOST_AUTO_TEST_CASE(a_pointer_escapes_names_as_any_json_pointer) {
    auto rules = house_rules::of<odd_name>();
    BOOST_CHECK_THROW(rules.require("/a/~b", "x"), std::invalid_argument);
    rules.require("/a~1~0b", "x");
    BOOST_TEST(listed(json::check<odd_name>(R"({"a/~b":"y"})", with(rules))) == "error house-rule /a~1~0b");
}

// --- what they demand

BOOST_AUTO_TEST_CASE(the_whole_string_must_match) {
    auto const rules = requiring("/sourceName", "acme-[a-z]+");
    BOOST_TEST(found(test::json_named("acme-edr"), rules) == "");
    for (auto const* const name : {"acme-", "acme-edr2", "xacme-edr", "ACME-edr", "acme"})
        BOOST_TEST(found(test::json_named(name), rules) == "error house-rule /sourceName", name);
    BOOST_TEST(found(test::json_named("acme-edr\\n"), rules) ==
               "error source-name-pattern /sourceName; error house-rule /sourceName");
}

BOOST_AUTO_TEST_CASE(patterns_are_perls) {
    BOOST_TEST(found(two_classes(), requiring("/sourceName", R"((?i)ACME-(?=e)\w{3}$)")) == "");
    BOOST_TEST(found(two_classes(), requiring("/sourceName", R"((.).*\1.*)")) ==
               "error house-rule /sourceName");
    BOOST_TEST(found(test::json_named("aba"), requiring("/sourceName", R"((.).*\1.*)")) == "");
    BOOST_TEST(found(two_classes(), requiring("/sourceName", "")) ==
               "error house-rule /sourceName");
}

BOOST_AUTO_TEST_CASE(a_dot_matches_no_line_end) {
    for (auto const* const end : {"\\n", "\\r", "\\r\\n"}) {
        auto const id = '"' + std::string{"a"} + end + "b\"";
        for (auto const* const pattern : {"a.+b", "a.*b", "a..?b", "a(?:.|x)+b", "a.{1,2}b", "a.*?b", "[^x].*"})
            BOOST_TEST(!id_matches(pattern, id), pattern);
        for (auto const* const pattern : {"a[^x]+b", "a\\s+b", "(?s)a.+b", "a(?:.|\\n|\\r)+b"})
            BOOST_TEST(id_matches(pattern, id), pattern);
    }
    BOOST_TEST(id_matches("a.*b", "\"a\\t \\u00e9b\""));
}

BOOST_AUTO_TEST_CASE(they_are_looked_at_one_after_the_other) {
    house_rules rules;
    rules.require("/sourceName", "x");
    rules.require("/eventClasses", "FTP_ACTIVITY");
    rules.require("/sourceName", "y");
    rules.require("/configuration/providerIdentity/externalId", "z");
    BOOST_TEST(found(two_classes(), rules) ==
               "error house-rule /sourceName; error house-rule /eventClasses/0; "
               "error house-rule /eventClasses/1; error house-rule /sourceName; "
               "error house-rule /configuration/providerIdentity/externalId");
}

BOOST_AUTO_TEST_CASE(several_may_concern_one_member) {
    house_rules rules;
    BOOST_TEST(rules.size() == 0u);
    rules.require("/sourceName", "acme-.*");
    rules.require("/sourceName", ".*-edr", "it must be an EDR");
    rules.require("/sourceName", ".{3,}");
    BOOST_TEST(rules.size() == 3u);
    BOOST_TEST(found(two_classes(), rules) == "");
    auto const r = check_request(test::json_named("x"), with(rules));
    BOOST_TEST_REQUIRE(r.size() == 3u);
    BOOST_TEST(r[0].detail() == "it must match acme-.*");
    BOOST_TEST(r[1].detail() == "it must be an EDR");
    BOOST_TEST(r[2].detail() == "it must match .{3,}");
}

BOOST_AUTO_TEST_CASE(they_come_after_what_else_a_document_breaks) {
    BOOST_TEST(found(test::json_named("a b:a name too long"), requiring("/sourceName", "x")) ==
               "error source-name-pattern /sourceName; error house-rule /sourceName");
    BOOST_TEST(found(test::json_named("a:b"), requiring("/sourceName", "x")) ==
               "error provider-role-characters /sourceName; error house-rule /sourceName");
}

BOOST_AUTO_TEST_CASE(strings_with_escapes_are_decoded_first) {
    auto const rules = requiring("/sourceName", "acme-edr");
    for (auto const* const name : {R"(\u0061cme-edr)", R"(acme\u002dedr)", R"(acme-ed\u0072)",
                                   R"(\u0061\u0063\u006d\u0065\u002d\u0065\u0064\u0072)"})
        BOOST_TEST(found(test::json_named(name), rules) == "", name);
    BOOST_TEST(found(test::json_named(R"(acme-ed\u0073)"), rules) == "error house-rule /sourceName");

    auto const classes = requiring("/eventClasses", "DNS_ACTIVITY|FTP_ACTIVITY");
    BOOST_TEST(found(request_json(
                        {.event_classes = R"(["DNS_\u0041CTIVITY","FTP_ACTIVIT\u0059","\u0041"])"}),
                    classes) == "error event-class-undocumented /eventClasses/2; "
                                "error house-rule /eventClasses/2");

    auto const ends = requiring("/configuration/providerIdentity/externalId", "x+y");
    auto const long_id = [](std::string const& end) {
        return request_json({.external_id = "\"\\u0078" + std::string(20'000, 'x') + end + '"'});
    };
    constexpr std::string_view too_long =
        "error external-id-length /configuration/providerIdentity/externalId";
    BOOST_TEST(found(long_id("y"), ends) == too_long);
    BOOST_TEST(found(long_id("z"), ends) ==
               std::string{too_long} +
                   "; error house-rule /configuration/providerIdentity/externalId");
}

// --- how they report

BOOST_AUTO_TEST_CASE(the_message_is_the_users) {
    auto const rules = requiring("/sourceName", "acme-[a-z0-9-]+", "our sources start with acme-");
    auto const r = check_request(test::json_named("other"), with(rules));
    BOOST_TEST_REQUIRE(r.size() == 1u);
    BOOST_TEST(message(r[0]) == "Value 'other' at 'sourceName': our sources start with acme-");
    BOOST_TEST(r[0].text() == "other");
    BOOST_TEST(r[0].length() == 5u);
}

BOOST_AUTO_TEST_CASE(a_hostile_message_is_harmless) {
    auto const rules = requiring("/sourceName", "x", "\x1b[2J\n'\u202e" + std::string(300, 'm'));
    auto const r = check_request(test::json_named("a\\u001b"), with(rules));
    BOOST_TEST(message(r[1]) == R"(Value 'a\u001b' at 'sourceName': \u001b[2J\u000a\'\u202e)" +
                                    std::string(128 - 9, 'm'));
}

BOOST_AUTO_TEST_CASE(the_policy_says_how_much_they_matter) {
    auto const rules = requiring("/sourceName", "x");
    for (auto const s : {severity::off, severity::note, severity::warning}) {
        auto o = with(rules);
        o.policy.set(rule::house_rule, s);
        auto const parsed = json::parse_request(two_classes(), o);
        BOOST_TEST(parsed.has_value());
        BOOST_TEST(parsed.report().count(s) == (s == severity::off ? 0u : 1u));
    }
    BOOST_TEST(!json::parse_request(two_classes(), with(rules)).has_value());
}

BOOST_AUTO_TEST_CASE(each_may_have_a_severity_that_a_policy_goes_before) {
    house_rules rules;
    rules.require("/sourceName", "x", {}, severity::note);
    rules.require("/sourceName", "y");
    auto o = with(rules);
    auto const r = check_request(two_classes(), o);
    BOOST_TEST(r.count(severity::note) == 1u);
    BOOST_TEST(r.count(severity::error) == 1u);
    o.policy.set(rule::house_rule, severity::warning);
    BOOST_TEST(check_request(two_classes(), o).count(severity::warning) == 2u);
}

BOOST_AUTO_TEST_CASE(each_is_placed) {
    auto const rules = requiring("/eventClasses", "FILE_.*");
    auto const text = two_classes();
    auto const r = check_request(text, with(rules));
    BOOST_TEST(json::locate(text, r[0])->offset == text.find("\"PROCESS_ACTIVITY\""));
}

BOOST_AUTO_TEST_CASE(a_response_can_have_rules) {
    auto rules = house_rules::of<create_custom_log_source_response>();
    rules.require("/source/provider/location", "s3://acme-.*");
    BOOST_TEST(listed(json::parse_response(R"({"source":{"provider":{"location":"s3://b\/x"}}})",
                                           with(rules))
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
    BOOST_TEST(found(two_classes(), rules) == "");
}

BOOST_AUTO_TEST_CASE(a_pattern_that_calls_itself_is_asked_about_legal_lengths_alone) {
    auto const pointer = std::string{"/configuration/providerIdentity/externalId"};
    auto const rules = requiring(pointer, "(x(?1)?y)");
    auto const said_of = [&](std::size_t depth) {
        return check_request(request_json({.external_id = test::quoted(std::string(depth, 'x') +
                                                                       std::string(depth, 'y'))}),
                             with(rules));
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
                                 with(rules));
    auto const took = std::chrono::steady_clock::now() - start;
    BOOST_TEST(listed(r) == "error house-rule /configuration/providerIdentity/externalId");
    BOOST_TEST(message(r[0]).ends_with(
        ": Boost.Regex gave up on this string: the house pattern backtracks too much"));
    BOOST_TEST((took < std::chrono::seconds{30})); // generous: under sanitizers, on a busy machine
    // A short one is not given up on.
    BOOST_TEST(found(request_json({.external_id = R"("aab")"}), rules) == "");
}

BOOST_AUTO_TEST_CASE(a_dash_or_a_star_means_every_element) {
    for (auto const* const pointer : {"/eventClasses", "/eventClasses/-", "/eventClasses/*"})
        BOOST_TEST(found(two_classes(), requiring(pointer, "FILE_.*")) ==
                       "error house-rule /eventClasses/1",
                   pointer);
    for (auto const* const pointer :
         {"/eventClasses/", "/eventClasses/01", "/eventClasses/1x", "/eventClasses/-1",
          "/eventClasses/:", "/eventClasses/**", "/eventClasses/99999999", "/sourceName/", "/sourceName/x"})
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

} // namespace house_rules_test
