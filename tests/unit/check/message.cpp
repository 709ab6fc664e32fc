// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/message.hpp>

#include "../../support/requests.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using test::crawled_by;
using test::named;
using test::run;
using test::text_buffer;
using test::twice_for_each;
using test::twice_in_words;

constexpr auto const& nodes = nodes_of<create_custom_log_source_request>;

constexpr detail::location at(std::initializer_list<std::string_view> path) {
    return {nodes.data(), detail::find_node(nodes.data(), path), 0, {}};
}
constexpr detail::location name_place = at({"sourceName"});
constexpr detail::location second_class{nodes.data(), nodes[2].first, 1, {1}};
constexpr detail::location role_place = at({"configuration", "crawlerConfiguration", "roleArn"});
constexpr detail::location principal_place = at({"configuration", "providerIdentity", "principal"});

/// A violation, filled by a function, in words.
template <class Fill>
constexpr std::string said(rule r, detail::location const& where, Fill fill) {
    report out;
    auto builder = out.add(r, severity::error, where);
    fill(builder);
    return message(out[0]);
}
/// The same of a text, in which its rule finds fault.
constexpr std::string said_of(rule r, detail::location const& where, std::string_view text,
                              std::size_t length = 0, std::size_t bound = 0) {
    return said(r, where, [&](auto& v) { v.text(text, length).bound(bound); });
}

BOOST_AUTO_TEST_SUITE(messages)

// --- the service's own phrasing

BOOST_AUTO_TEST_CASE(lengths_are_said_as_the_service_says_them) {
    twice_in_words([] {
        return said_of(rule::source_name_length, name_place, "", 0, 1) ==
               "Value '' at 'sourceName' failed to satisfy constraint: Member must have length "
               "greater than or equal to 1; it has 0";
    });
    twice_in_words([] {
        return said_of(rule::source_name_length, name_place, run(65, 'n'), 65, 64) ==
               "Value '" + std::string(64, 'n') +
                   "...' at 'sourceName' failed to satisfy constraint: Member must have length "
                   "less than or equal to 64; it has 65";
    });
    twice_in_words([] {
        return said_of(rule::external_id_length,
                       at({"configuration", "providerIdentity", "externalId"}), "x", 1, 2) ==
               "Value 'x' at 'configuration.providerIdentity.externalId' failed to satisfy "
               "constraint: Member must have length greater than or equal to 2; it has 1";
    });
}

BOOST_AUTO_TEST_CASE(patterns_are_said_as_the_service_says_them) {
    BOOST_TEST(said_of(rule::source_name_pattern, name_place, "a b", 3) ==
               R"(Value 'a b' at 'sourceName' failed to satisfy constraint: Member must satisfy )"
               R"(regular expression pattern: ^[\\\w\-_:/.]*$)");
    BOOST_TEST(said_of(rule::source_version_pattern, at({"sourceVersion"}), "1 0", 3) ==
               R"(Value '1 0' at 'sourceVersion' failed to satisfy constraint: Member must )"
               R"(satisfy regular expression pattern: ^[A-Za-z0-9\-\.\_]*$)");
    BOOST_TEST(said_of(rule::event_class_pattern, second_class, "d", 1) ==
               R"(Value 'd' at 'eventClasses.2.member' failed to satisfy constraint: Member must )"
               R"(satisfy regular expression pattern: ^[A-Z\_0-9]*$)");
}

BOOST_AUTO_TEST_CASE(missing_members_are_said_as_the_service_says_them) {
    auto const nothing = [](auto&) {};
    BOOST_TEST(said(rule::member_missing, name_place, nothing) ==
               "Value null at 'sourceName' failed to satisfy constraint: Member must not be null");
    BOOST_TEST(said(rule::member_missing, role_place, nothing) ==
               "Value null at 'configuration.crawlerConfiguration.roleArn' failed to satisfy "
               "constraint: Member must not be null");
}

// --- the document

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_text_is_said) {
    BOOST_TEST(said(rule::json_malformed, at({}), [](auto& v) { v.detail("it ends too early"); }) ==
               "The text is not valid JSON: it ends too early");
    BOOST_TEST(said(rule::json_limit, at({}), [](auto& v) {
                   v.detail("The text has too many bytes").bound(1048576);
               }) == "The text has too many bytes: the limit is 1048576");
}

BOOST_AUTO_TEST_CASE(types_are_named) {
    auto const found = [](std::string_view what) { return [what](auto& v) { v.detail(what); }; };
    BOOST_TEST(said(rule::member_type, at({}), found("an array")) ==
               "The document is an array where an object is expected");
    BOOST_TEST(said(rule::member_type, at({"configuration"}), found("null")) ==
               "Value at 'configuration' is null where an object is expected");
    BOOST_TEST(said(rule::member_type, at({"eventClasses"}), found("an object")) ==
               "Value at 'eventClasses' is an object where an array is expected");
    BOOST_TEST(said(rule::member_type, second_class, found("a number")) ==
               "Value at 'eventClasses.2.member' is a number where a string is expected");
    BOOST_TEST(said(rule::member_type, name_place, found("a boolean")) ==
               "Value at 'sourceName' is a boolean where a string is expected");
}

BOOST_AUTO_TEST_CASE(repeated_members_are_counted) {
    BOOST_TEST(said(rule::member_duplicate, name_place, [](auto& v) { v.occurrence(3); }) ==
               "Member 'sourceName' occurs again (occurrence 3): only the first value counts, "
               "remove this one");
}

BOOST_AUTO_TEST_CASE(unknown_members_are_named) {
    auto const name = [](std::string_view n) { return [n](auto& v) { v.name(n, false); }; };
    BOOST_TEST(said(rule::member_unknown, at({}), name("tags")) ==
               "Member 'tags' is unknown: the service would ignore it");
    BOOST_TEST(said(rule::member_unknown, at({"configuration"}), name("a'b")) ==
               R"(Member 'a\'b' at 'configuration' is unknown: the service would ignore it)");
    BOOST_TEST(said(rule::member_unknown, at({}), name(run(65, 'x'))) ==
               "Member '" + std::string(64, 'x') + "...' is unknown: the service would ignore it");
    BOOST_TEST(said(rule::member_unknown, at({}), name("sourcename")) ==
               "Member 'sourcename' is unknown: the service would ignore it; did you mean "
               "'sourceName'?");
}

struct misspelt {
    detail::location object;
    std::string_view name;
    std::string_view meant;
};
constexpr misspelt misspelt_names[] = {
    {at({}), "SourceName", "sourceName"},
    {at({}), "SOURCENAME", "sourceName"},
    {at({}), "sourceNam", "sourceName"},
    {at({}), "srceName", "sourceName"}, // distance 2
    {at({}), "sceName", ""},            // distance 3
    {at({}), "source_name", "sourceName"},
    {at({}), "source_version", "sourceVersion"},
    {at({}), "EventClass", "eventClasses"}, // distance 2
    {at({}), "events", ""},
    {at({}), "roleArn", ""}, // of another object
    {at({"configuration", "crawlerConfiguration"}), "roleArm", "roleArn"},
    {at({"configuration", "providerIdentity"}), "externalID", "externalId"},
    {at({"configuration", "providerIdentity"}), "", ""},
};

BOOST_AUTO_TEST_CASE(the_closest_member_of_the_object_is_suggested) {
    twice_for_each<misspelt_names>([](misspelt const& row) {
        report out;
        out.add(rule::member_unknown, severity::warning, row.object).name(row.name, false);
        return suggestion(out[0]) == row.meant;
    });
}

// --- event classes

BOOST_AUTO_TEST_CASE(event_classes_are_suggested) {
    BOOST_TEST(said_of(rule::event_class_pattern, second_class, "Network Activity") ==
               R"(Value 'Network Activity' at 'eventClasses.2.member' failed to satisfy )"
               R"(constraint: Member must satisfy regular expression pattern: ^[A-Z\_0-9]*$; )"
               R"(did you mean 'NETWORK_ACTIVITY'?)");
    BOOST_TEST(said_of(rule::event_class_undocumented, second_class, "DNS_ACTIVITYS") ==
               "Value 'DNS_ACTIVITYS' at 'eventClasses.2.member' is none of the 29 event classes "
               "that the API reference lists; did you mean 'DNS_ACTIVITY'?");
    BOOST_TEST(said_of(rule::event_class_undocumented, second_class, "DETECTION_FINDING") ==
               "Value 'DETECTION_FINDING' at 'eventClasses.2.member' is none of the 29 event "
               "classes that the API reference lists, though it is a class of OCSF 1.8.0");
    BOOST_TEST(said_of(rule::event_class_undocumented, second_class, "AUTHORIZE_SESSION") ==
               "Value 'AUTHORIZE_SESSION' at 'eventClasses.2.member' is none of the 29 event "
               "classes that the API reference lists, though it is a class of OCSF 1.8.0; did you "
               "mean 'AUTHORIZATION'?");
    BOOST_TEST(said_of(rule::event_class_undocumented, second_class, "") ==
               "Value '' at 'eventClasses.2.member' is none of the 29 event classes that the API "
               "reference lists");
}

BOOST_AUTO_TEST_CASE(other_rules_of_event_classes_say_why) {
    BOOST_TEST(said_of(rule::event_class_duplicate, second_class, "DNS_ACTIVITY") ==
               "Value 'DNS_ACTIVITY' at 'eventClasses.2.member' repeats an earlier element");
    BOOST_TEST(
        said_of(rule::event_class_retired, second_class, "SECURITY_FINDING") ==
        "Value 'SECURITY_FINDING' at 'eventClasses.2.member' is deprecated since OCSF 1.1.0");
    BOOST_TEST(said_of(rule::event_class_retired, second_class, "CLOUD_API") ==
               "Value 'CLOUD_API' at 'eventClasses.2.member' is gone from OCSF 1.8.0");
    BOOST_TEST(
        said(rule::event_classes_limit, at({"eventClasses"}), [](auto& v) { v.bound(64); }) ==
        "Value at 'eventClasses' has more than 64 elements, Lakeproof's own bound: the rest "
        "is not checked");
    BOOST_TEST(
        said(rule::event_classes_limit, at({"eventClasses"}), [](auto& v) { v.bound(1024); }) ==
        "Value at 'eventClasses' has more than 1024 characters in all, Lakeproof's own bound: the "
        "rest is not checked");
}

// --- roles and principals

BOOST_AUTO_TEST_CASE(the_documented_limit_is_explained) {
    BOOST_TEST(said_of(rule::source_name_documented_limit, name_place, run(21, 'n'), 21) ==
               "Value 'nnnnnnnnnnnnnnnnnnnnn' at 'sourceName' has 21 characters: the API reference "
               "asks for 20 or fewer, which fit in every Region");
}

BOOST_AUTO_TEST_CASE(an_unresolvable_role_or_principal_is_explained) {
    BOOST_TEST(
        said_of(rule::role_arn_unresolvable, role_place, "arn:aws:iam::123456789012:rolex") ==
        "Value 'arn:aws:iam::123456789012:rolex' at "
        "'configuration.crawlerConfiguration.roleArn' matches the service's pattern, but no "
        "IAM role has such an ARN: it needs a partition, 'role/', a path of at most 512 "
        "characters without empty segments, and a name of 1 to 64 characters");
    BOOST_TEST(said_of(rule::principal_unresolvable, principal_place, "a..amazon.com") ==
               "Value 'a..amazon.com' at 'configuration.providerIdentity.principal' has an empty "
               "DNS label: no service principal has such a name");
}

BOOST_AUTO_TEST_CASE(the_account_of_an_arn_is_suggested_as_the_principal) {
    BOOST_TEST(said_of(rule::principal_pattern, principal_place, "arn:aws:iam::123456789012:root")
                   .ends_with("; did you mean '123456789012'?"));
    BOOST_TEST(said_of(rule::principal_pattern, principal_place, "arn:aws:iam::1234:root")
                   .ends_with(R"((amazonaws|amazon)\.com)$)"));
}

// --- the derived role and Regions

BOOST_AUTO_TEST_CASE(the_derived_role_is_shown_with_the_largest_name_that_fits) {
    auto const r = check(named(run(27, 'n')), {.regions = {regions::us_east_1}});
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST(
        message(r[1]) ==
        "The derived role 'AmazonSecurityLake-Provider-nnnnnnnnnnnnnnnnnnnnnnnnnnn-us-east-1' "
        "has 65 characters, and IAM allows 64: in us-east-1 sourceName must have length less "
        "than or equal to 26");
}

BOOST_AUTO_TEST_CASE(refused_characters_are_named) {
    BOOST_TEST(said_of(rule::provider_role_characters, name_place, "a\\b") ==
               R"(Value 'a\\b' at 'sourceName' has a character that IAM refuses in the derived )"
               R"(role name: use none of \ : /)");
}

BOOST_AUTO_TEST_CASE(both_partitions_are_named) {
    auto const r = check(test::acme, {.regions = {regions::cn_north_1}});
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST(message(r[0]) == "Value 'arn:aws:iam::123456789012:role/SecurityLakeCrawler' at "
                                "'configuration.crawlerConfiguration.roleArn' is not in the "
                                "partition of cn-north-1, which is aws-cn");
    BOOST_TEST(message(r[1]) == "Region 'cn-north-1' has no Security Lake endpoint");
}

BOOST_AUTO_TEST_CASE(an_unknown_region_may_be_misspelt) {
    auto const r = check(test::acme, {.regions = {"us-esat-1"}});
    BOOST_TEST_REQUIRE(r.size() == 1u);
    BOOST_TEST(message(r[0]) ==
               "Region 'us-esat-1' is not in Lakeproof's table: check the spelling");
}

BOOST_AUTO_TEST_CASE(a_house_rule_says_its_own_message) {
    BOOST_TEST(said(rule::house_rule, name_place, [](auto& v) {
                   v.text("edr", 3).detail("our sources start with acme-");
               }) == "Value 'edr' at 'sourceName': our sources start with acme-");
}

// --- what any rule says of a hostile text

constexpr std::string_view hostile =
    "\x1b[2J\x07\r\n'\"\\\u202e\u2066\U0001f600\x7f\xff\xc3 [sourceName] /etc \u2028";

bool harmless(std::string_view text) {
    for (char const c : text)
        if (c < ' ' || c > '~') return false;
    return !text.empty();
}

BOOST_AUTO_TEST_CASE(every_rule_says_printable_ascii_of_a_hostile_text) {
    for (auto const& r : rules()) {
        for (auto const& where : {at({}), name_place, second_class, at({"eventClasses"})}) {
            bool const text = where.target().what == node::kind::constrained_text;
            bool const list = where.target().what == node::kind::list;
            bool const pattern = r.id.ends_with("-pattern");
            if (pattern && !text) continue; // such a violation has a text
            if (r.value == rule::event_classes_limit && !list) continue;
            // These three compare with words of Lakeproof's own, no document's.
            bool const own = r.value == rule::json_limit || r.value == rule::member_type ||
                             r.value == rule::role_arn_partition;
            auto const words = said(r.value, where, [&](auto& v) {
                v.text(hostile, 40).detail(own ? "a number" : hostile).region("us-east-1");
            });
            BOOST_TEST(harmless(words), r.id << ": " << words);
        }
    }
    for (auto const& r : {rule::member_unknown, rule::json_malformed}) {
        report out;
        out.add(r, severity::error, at({})).name(hostile, false).detail(hostile);
        std::ostringstream line;
        line << out[0];
        BOOST_TEST(harmless(line.str()));
    }
}

BOOST_AUTO_TEST_CASE(a_value_is_escaped_and_cut_to_64_characters) {
    BOOST_TEST(said_of(rule::source_name_documented_limit, name_place, "\x1b'\u202e\n", 4) ==
               R"(Value '\u001b\'\u202e\u000a' at 'sourceName' has 4 characters: the API )"
               R"(reference asks for 20 or fewer, which fit in every Region)");
    std::string emojis, shown;
    for (int i = 0; i < 64; ++i) {
        emojis += "\U0001f600";
        shown += "\\u{1f600}";
    }
    BOOST_TEST(said_of(rule::event_class_duplicate, second_class, emojis) ==
               "Value '" + shown + "' at 'eventClasses.2.member' repeats an earlier element");
    BOOST_TEST(said_of(rule::event_class_duplicate, second_class, emojis + 'x') ==
               "Value '" + shown + "...' at 'eventClasses.2.member' repeats an earlier element");
}

BOOST_AUTO_TEST_CASE(a_derived_role_of_a_hostile_name_is_cut) {
    auto const words = said(rule::provider_role_length, name_place, [](auto& v) {
        v.text(text_buffer{}.add("\x1b").add(1000, 'n'), 1038).bound(64).region("us-east-1");
    });
    BOOST_TEST(words == "The derived role 'AmazonSecurityLake-Provider-\\u001b" +
                            std::string(99, 'n') +
                            "...' has 1038 characters, and IAM allows 64: in us-east-1 sourceName "
                            "must have length less than or equal to 26");
}

// --- on a stream

BOOST_AUTO_TEST_CASE(a_violation_is_printed_in_one_line) {
    auto const printed = [](violation const& v) {
        std::ostringstream out;
        out << v;
        return out.str();
    };
    auto const r = check(named("a:b"), {.regions = {regions::ca_west_1}});
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST(
        printed(r[0]) ==
        "/sourceName: error: Value 'a:b' at 'sourceName' has a character that IAM refuses in "
        "the derived role name: use none of \\ : / [provider-role-characters]");
    BOOST_TEST(printed(r[1]) == "document: warning: Region 'ca-west-1' has no Security Lake "
                                "endpoint [region-unsupported]");
    report unknown;
    unknown.add(rule::member_unknown, severity::warning, at({})).name("a/\x1b\u202e", false);
    BOOST_TEST(printed(unknown[0]) ==
               R"(/a~1\u001b\u202e: warning: Member 'a/\u001b\u202e' is unknown: the service )"
               R"(would ignore it [member-unknown])");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
