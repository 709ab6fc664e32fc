// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace parse_test {

using namespace lakeproof;
using json::check_request;
using json::parse_request;
using test::acme;
using test::listed;
using test::request_json;

/// What is reported of a document, whether it is only checked or also read.
std::string reported(std::string const& text, options const& o = {}) {
    auto const checked = listed(check_request(text, o));
    auto const parsed = parse_request(text, o);
    BOOST_TEST(listed(parsed.report()) == checked, text);
    BOOST_TEST(parsed.has_value() == parsed.report().ok(), text);
    return checked;
}

/// What all required members are missing from.
constexpr std::string_view all_missing = "error member-missing /configuration; "
                                         "error member-missing /sourceName";

static_assert(sizeof(report) <= 8192);
static_assert(sizeof(outcome<create_custom_log_source_request>) <= 15 * 1024);

BOOST_AUTO_TEST_SUITE(reading)

// --- a valid request

BOOST_AUTO_TEST_CASE(a_valid_request_is_read) {
    std::string const text = request_json({.source_version = R"("1.0")"});
    BOOST_TEST(reported(text, {.regions = {regions::us_east_1}}) == "");
    auto const parsed = parse_request(text);
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST((*parsed == acme));
}

BOOST_AUTO_TEST_CASE(optional_members_may_be_absent_null_or_empty) {
    auto bare = acme;
    bare.event_classes = {};
    bare.source_version.reset();
    for (auto const& text : {request_json({.event_classes = ""}),
                             request_json({.event_classes = "null", .source_version = "null"}),
                             request_json({.event_classes = "[]"})}) {
        BOOST_TEST(reported(text) == "");
        auto const parsed = parse_request(text);
        BOOST_TEST_REQUIRE(parsed.has_value());
        BOOST_TEST((*parsed == bare));
    }
}

BOOST_AUTO_TEST_CASE(members_may_come_in_any_order_with_any_white_space) {
    constexpr auto* text =
        "\t{\r\n \"sourceVersion\" :\"1.0\" , \"sourceName\"\n:\t\"acme-edr\",\r"
        "\"eventClasses\":[ \"PROCESS_ACTIVITY\"\n\t],"
        "\"configuration\":{\"providerIdentity\":{\"principal\":\"123456789012\","
        "\"externalId\":\"acme-2026\"},\"crawlerConfiguration\":{\"roleArn\":"
        "\"arn:aws:iam::123456789012:role/SecurityLakeCrawler\"}}}\n\n";
    BOOST_TEST(reported(text) == "");
    BOOST_TEST((*parse_request(text) == acme));
}

// --- types

BOOST_AUTO_TEST_CASE(a_document_of_another_type_has_that_one_violation) {
    for (auto const* const text : {"null", "true", "false", "0", "-1.5e3", "\"acme\"", "[]",
                                   "[{\"sourceName\":\"a b\"}]", "\"\\u0061\"", " [1,[2]] "})
        BOOST_TEST(reported(text) == "error member-type", text);
}

BOOST_AUTO_TEST_CASE(members_of_another_type_are_reported) {
    BOOST_TEST(
        reported(R"({"configuration":1,"eventClasses":"A","sourceName":[],"sourceVersion":{}})") ==
        "error member-type /configuration; error member-type /eventClasses; "
        "error member-type /sourceName; error member-type /sourceVersion");
    BOOST_TEST(reported(R"({"configuration":{"crawlerConfiguration":[],"providerIdentity":"x"},)"
                    R"("eventClasses":{},"sourceName":true})") ==
               "error member-type /configuration/crawlerConfiguration; "
               "error member-type /configuration/providerIdentity; "
               "error member-type /eventClasses; error member-type /sourceName");
    BOOST_TEST(
        reported(request_json({.role_arn = "{}", .external_id = "7", .principal = "123456789012"})) ==
        "error member-type /configuration/crawlerConfiguration/roleArn; "
        "error member-type /configuration/providerIdentity/externalId; "
        "error member-type /configuration/providerIdentity/principal");
}

BOOST_AUTO_TEST_CASE(the_type_that_was_found_is_named) {
    struct {
        std::string_view value;
        std::string_view found;
    } const rows[] = {
        {"1", "a number"},      {"-1", "a number"},    {"18446744073709551615", "a number"},
        {"0.5", "a number"},    {"1e400", "a number"}, {"true", "a boolean"},
        {"false", "a boolean"}, {"[1]", "an array"},   {"{}", "an object"}};
    for (auto const& row : rows) {
        auto const r = check_request(request_json({.source_name = std::string{row.value}}));
        BOOST_TEST_REQUIRE(r.size() == 1u);
        BOOST_TEST((r[0].rule() == rule::member_type));
        BOOST_TEST(r[0].detail() == row.found, row.value);
    }
    auto const r = check_request(R"({"configuration":"x\u0041"})");
    BOOST_TEST(r[0].detail() == "a string");
}

BOOST_AUTO_TEST_CASE(nothing_below_a_value_of_another_type_is_checked) {
    BOOST_TEST(
        reported(request_json({.source_name = R"({"sourceName":"a b","x":[{"y":null}],"x":0})"})) ==
        "error member-type /sourceName");
    BOOST_TEST(reported(R"({"configuration":[{"roleArn":1},"x"],"sourceName":"acme"})") ==
               "error member-type /configuration");
}

BOOST_AUTO_TEST_CASE(elements_of_another_type_are_reported) {
    BOOST_TEST(
        reported(request_json(
            {.event_classes =
                 R"([null,"DNS_ACTIVITY",1,["DNS_ACTIVITY"],{"a":{}},false,"DNS_ACTIVITY"])"})) ==
        "error member-type /eventClasses/0; error member-type /eventClasses/2; "
        "error member-type /eventClasses/3; error member-type /eventClasses/4; "
        "error member-type /eventClasses/5; warning event-class-duplicate /eventClasses/6");
}

// --- missing members

BOOST_AUTO_TEST_CASE(missing_members_are_reported_in_the_order_of_the_table) {
    BOOST_TEST(reported("{}") == all_missing);
    BOOST_TEST(reported(R"({"sourceName":null,"configuration":null,"sourceVersion":null})") ==
               all_missing);
    BOOST_TEST(reported(R"({"configuration":{},"sourceName":"acme"})") ==
               "error member-missing /configuration/crawlerConfiguration; "
               "error member-missing /configuration/providerIdentity");
    BOOST_TEST(reported(R"({"configuration":{"crawlerConfiguration":{},"providerIdentity":{}}})") ==
               "error member-missing /configuration/crawlerConfiguration/roleArn; "
               "error member-missing /configuration/providerIdentity/externalId; "
               "error member-missing /configuration/providerIdentity/principal; "
               "error member-missing /sourceName");
}

BOOST_AUTO_TEST_CASE(each_required_member_can_be_the_only_one_missing) {
    BOOST_TEST(reported(request_json({.role_arn = ""})) ==
               "error member-missing /configuration/crawlerConfiguration/roleArn");
    BOOST_TEST(reported(request_json({.external_id = ""})) ==
               "error member-missing /configuration/providerIdentity/externalId");
    BOOST_TEST(reported(request_json({.principal = "null"})) ==
               "error member-missing /configuration/providerIdentity/principal");
    BOOST_TEST(reported(request_json({.source_name = ""})) == "error member-missing /sourceName");
}

BOOST_AUTO_TEST_CASE(missing_members_come_at_the_end_of_their_object) {
    BOOST_TEST(reported(R"({"sourceName":"a b","configuration":{"x":1},"sourceVersion":"1 0"})") ==
               "error source-name-pattern /sourceName; "
               "warning member-unknown /configuration/x; "
               "error member-missing /configuration/crawlerConfiguration; "
               "error member-missing /configuration/providerIdentity; "
               "error source-version-pattern /sourceVersion");
}

// --- unknown members

BOOST_AUTO_TEST_CASE(unknown_members_are_warned_of_and_skipped) {
    std::string const text = request_json(
        {.further =
             R"("tags":[{"configuration":{}},"\u0000",1e9],"Tags":{"sourceName":"a b"},"":null)"});
    BOOST_TEST(reported(text) == "warning member-unknown /tags; warning member-unknown /Tags; "
                             "warning member-unknown /");
    BOOST_TEST((parse_request(text)->source_name == "acme-edr"));
}

BOOST_AUTO_TEST_CASE(names_are_compared_exactly) {
    for (auto const* const name :
         {"sourcename", "SourceName", "sourceName ", " sourceName", "sourceNam", "sourceNamee",
          "sourceName\\u0000", "configuration\\/", "s\\u006furcename"}) {
        auto const r = check_request('{' + test::quoted(name) + R"(:"acme"})");
        BOOST_TEST(r.count(rule::member_unknown) == 1u, name);
        BOOST_TEST(r.count(rule::member_missing) == 2u, name);
    }
}

BOOST_AUTO_TEST_CASE(each_occurrence_of_an_unknown_name_is_reported) {
    auto const r = check_request(request_json({.further = R"("x":1,"y":2,"x":3,"x":4)"}));
    BOOST_TEST(listed(r) == "warning member-unknown /x; warning member-unknown /y; "
                            "warning member-unknown /x; warning member-unknown /x");
    BOOST_TEST(r[0].occurrence() == 1u);
    BOOST_TEST(r[1].occurrence() == 1u);
    BOOST_TEST(r[2].occurrence() == 2u);
    BOOST_TEST(r[3].occurrence() == 3u);
}

BOOST_AUTO_TEST_CASE(one_unknown_name_in_two_objects_occurs_once_in_each) {
    auto const r = check_request(R"({"x":1,"configuration":{"x":1,"providerIdentity":{"x":1}}})");
    BOOST_TEST(r.count(rule::member_unknown) == 3u);
    for (auto const& v : r) BOOST_TEST(v.occurrence() == 1u);
}

BOOST_AUTO_TEST_CASE(members_of_another_object_are_unknown) {
    BOOST_TEST(
        reported(request_json({.further = R"("roleArn":"x","externalId":"x","principal":"x")"})) ==
        "warning member-unknown /roleArn; warning member-unknown /externalId; "
        "warning member-unknown /principal");
}

// --- rules about what was read

BOOST_AUTO_TEST_CASE(structure_and_strings_come_first_then_rules_then_regions) {
    options const o{.regions = {regions::ca_west_1, regions::us_gov_west_1}};
    BOOST_TEST(reported(R"({"sourceName":"a:b","configuration":{"crawlerConfiguration":{"roleArn":)"
                    R"("arn:aws:iam::123456789012:role/x"}},"y":0})",
                    o) == "error member-missing /configuration/providerIdentity; "
                          "warning member-unknown /y; "
                          "error provider-role-characters /sourceName; "
                          "error role-arn-partition /configuration/crawlerConfiguration/roleArn in "
                          "us-gov-west-1; "
                          "warning region-unsupported in ca-west-1");
}

BOOST_AUTO_TEST_CASE(regions_are_checked_even_where_the_document_is_no_object) {
    options const o{.regions = {regions::ca_west_1, "us-nowhere-1"}};
    BOOST_TEST(reported("[]", o) == "error member-type; warning region-unsupported in ca-west-1; "
                                    "error region-unknown in us-nowhere-1");
    BOOST_TEST(reported("{", o) == "error json-malformed");
    BOOST_TEST(reported(std::string(33, '['), o) == "error json-limit");
}

BOOST_AUTO_TEST_CASE(a_name_off_its_pattern_is_still_measured) {
    options const o{.regions = {regions::us_east_1}};
    BOOST_TEST(reported(test::json_named("a name of 27 characters xyz"), o) ==
               "error source-name-pattern /sourceName; "
               "error source-name-documented-limit /sourceName; "
               "error provider-role-length /sourceName in us-east-1");
    // But its characters are not reported twice.
    BOOST_TEST(reported(test::json_named("a b:c")) == "error source-name-pattern /sourceName");
}

// --- several requests together

BOOST_AUTO_TEST_CASE(only_valid_names_are_compared_with_others) {
    request_batch batch;
    for (auto const* const name : {"a b", ""}) {
        auto const first = listed(batch.check(test::json_named(name), {}, "a.json"));
        BOOST_TEST(listed(batch.check(test::json_named(name), {}, "a.json")) == first, name);
    }
    auto const longer = test::json_named(std::string(65, 'n'));
    BOOST_TEST(batch.check(longer).count(rule::source_name_conflict) == 0u);
    BOOST_TEST(batch.check(longer).count(rule::source_name_conflict) == 0u);
    BOOST_TEST(batch.check(test::json_named("acme")).empty());
    BOOST_TEST(listed(batch.check(test::json_named("acme"))) == "error source-name-conflict /sourceName");
    BOOST_TEST(listed(batch.check(test::json_named("ACME"))) == "warning source-name-collision /sourceName");
    // A model and a text of the same name conflict as two texts do.
    BOOST_TEST(listed(batch.check(test::named("acme"))) == "error source-name-conflict /sourceName");
}

BOOST_AUTO_TEST_CASE(a_document_that_could_not_be_read_takes_no_part) {
    request_batch batch;
    std::string const text = test::json_named("acme");
    BOOST_TEST(listed(batch.check(text + '}')) == "error json-malformed");
    BOOST_TEST(batch.check(text).empty());
    BOOST_TEST(!batch.check(std::string_view{text}).ok());
}

// --- the outcome

BOOST_AUTO_TEST_CASE(a_value_that_is_not_there_is_an_exception_with_the_first_error) {
    auto const text = request_json({.source_name = R"("a b")", .further = R"("x":1)"});
    auto const parsed = parse_request(text);
    BOOST_CHECK_EXCEPTION(static_cast<void>(parsed.value()), invalid_document, [&](invalid_document const& e) {
        return std::string_view{e.what()} == "/sourceName: " + message(parsed.error()[0]) &&
               listed(e.report()) == listed(parsed.report());
    });
}

BOOST_AUTO_TEST_CASE(more_warnings_than_a_report_keeps_hide_no_error) {
    std::string many = R"("x0":0)";
    for (int i = 1; i < 64; ++i) many += ",\"x" + std::to_string(i) + "\":0";
    // The error comes last: the name is missing at the end of the document.
    auto const parsed = parse_request(request_json({.source_name = "", .further = many}));
    BOOST_TEST(!parsed.has_value());
    BOOST_TEST(parsed.error().count(rule::member_missing) == 1u);
    BOOST_TEST(parsed.error().warnings() == 64u);
    BOOST_TEST(parsed.error().omitted() == 1u);
    BOOST_CHECK_EXCEPTION(static_cast<void>(parsed.value()), invalid_document, [](invalid_document const& e) {
        return std::string_view{e.what()}.starts_with("/sourceName: Value null at 'sourceName' failed");
    });
}

BOOST_AUTO_TEST_CASE(what_an_invalid_document_throws_is_printable) {
    auto const what = [](std::string_view text) -> std::string {
        try {
            auto const strict = policy{}.set(rule::member_unknown, severity::error);
            static_cast<void>(parse_request(text, {.policy = strict}).value());
        } catch (invalid_document const& e) {
            return e.what();
        }
        return "";
    };
    auto const hostile = what(R"({"a\n\u001b[31mb":1})");
    BOOST_TEST(hostile.starts_with("/a\\u000a\\u001b[31mb: "));
    BOOST_TEST(hostile.find('\n') == std::string::npos);
    BOOST_TEST(what("{").starts_with("document: "));
}

/// What a report without room says of a principal, a role ARN and an event class: of a text that shows all of it when
/// there is room.
void as_with_room(std::string const& principal, std::string const& arn, std::string const& name) {
    auto const with_unknown = [&](int members) {
        std::string text = "{";
        for (int i = 0; i < members; ++i) text += '"' + std::string(63, 'u') + "\":1,";
        for (auto const* const member : {"sourceName", "sourceVersion"}) // of excerpts as long as there are
            text += '"' + std::string{member} + "\":\"" + std::string(300, ' ') + "\",";
        return check_request(text + R"("configuration":{"crawlerConfiguration":{"roleArn":")" + arn +
                             R"("},"providerIdentity":{"externalId":"acme","principal":")" + principal +
                             R"("}},"eventClasses":[")" + name + R"("]})");
    };
    auto const roomy = with_unknown(0);
    for (int const members : {68, 69, 70, 71, 90}) {
        auto const full = with_unknown(members);
        BOOST_TEST_REQUIRE(full.errors() == roomy.errors());
        for (auto const v : full) {
            if (v.severity() != severity::error) continue;
            auto const same = std::ranges::find_if(roomy, [&](violation w) { return w.rule() == v.rule(); });
            BOOST_TEST_REQUIRE((same != roomy.end()));
            BOOST_TEST(suggestion(v) == suggestion(*same), to_string(v.rule()) << ' ' << v.text());
            auto const said = [](violation of) {
                auto const text = message(of);
                return std::pair{text.find("placeholder") != text.npos, text.find("OCSF") != text.npos};
            };
            BOOST_TEST((said(v) == said(*same)), to_string(v.rule()) << ' ' << v.text());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_full_report_suggests_what_one_with_room_does) {
    std::string const role = "arn:aws:iam::123456789012:role/";
    std::string const start = "arn:aws:service:us-east-1:";
    for (std::size_t more = 0; more < 60; ++more)
        for (std::size_t before = 0; before < 3; ++before) {
            auto const prefix = "arn:aws:" + std::string(before * 9, 's') + ":us-east-1:";
            as_with_room(prefix + "555555555555:" + std::string(more, 'r'), role + std::string(more, 'p') + "/<NAME>",
                         "APPLICATION_SECURITY_POSTURE_FINDING");
        }
    as_with_room(start + "555555555555" + std::string(40, 'r'), role + "${NAME}" + std::string(40, 'p'),
                 "PROCESS_REMEDIATION_ACTIVITYXXX");
    // Longer than any excerpt: the account and the placeholder are behind or before its end.
    for (std::size_t const many : {200u, 240u, 243u, 250u, 300u, 1000u})
        as_with_room("arn:" + std::string(many, 'a') + ":::555555555555:x", role + std::string(many, 'p') + "<NAME>",
                     "PROCESS_ACTIVTY");
    auto const found = check_request(R"({"configuration":{"crawlerConfiguration":{"roleArn":")" + role +
                                     std::string(400, 'p') + R"(<NAME>"},"providerIdentity":{"principal":"arn:)" +
                                     std::string(300, 'a') + R"(:::555555555555:x"}}})");
    bool suggested = false;
    for (auto const v : found) suggested = suggested || suggestion(v) == "555555555555";
    BOOST_TEST(suggested);
    for (auto const v : found)
        if (v.rule() == rule::role_arn_pattern) BOOST_TEST(message(v).find("a placeholder was left in") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_is_suggested_for_a_name_that_was_cut) {
    // 44 bytes are kept of it where so many long excerpts have no room for more: many more than any listed name has.
    std::string const name = "PROCESS_REMEDIATION_ACTIVITY" + std::string(92, 'X');
    std::string text = "{";
    for (int i = 0; i < 45; ++i) text += '"' + std::string(63, 'u') + "\":1,";
    text += "\"eventClasses\":[";
    for (int i = 0; i < 17; ++i) text += (i == 0 ? "\"" : ",\"") + name + '"';
    auto const r = check_request(text + "]}", {.policy = policy{}.set(rule::event_class_duplicate, severity::off)});
    BOOST_TEST(r.count(rule::event_class_undocumented) == 17u);
    std::size_t cut = 0;
    for (auto const v : r) {
        if (v.rule() != rule::event_class_undocumented) continue;
        cut += v.cut();
        BOOST_TEST(suggestion(v) == "");
    }
    BOOST_TEST(cut > 0u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace parse_test
