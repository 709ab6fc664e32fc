// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/message.hpp>

#include <lakeproof/check/check.hpp>

#include "../../support/everything.hpp"
#include "../../support/findings.hpp"
#include "../../support/relaxed.hpp"
#include "../../support/requests.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>

namespace message_test {

using namespace lakeproof;
using test::add;
using test::at;
using test::crawled_by;
using test::element;
using test::finding_of;
using test::named;
using test::run;
using test::text_buffer;
using test::twice_in_words;

/// What is said where a rule is broken for the first time.
constexpr std::string said(rule r, report const& in) {
    for (auto const v : in)
        if (v.rule() == r) return message(v);
    return "nothing";
}
template <class Shape = create_custom_log_source_request>
constexpr std::string said(rule r, std::string_view text, options const& o = {}) {
    return said(r, test::read<Shape>(text, o));
}
/// The same of a name, a version, or the second event class.
constexpr std::string said_of_name(rule r, std::string_view name) {
    return said(r, text_buffer{"{'sourceName':`"}.add(name).add("`}"));
}
constexpr std::string said_of_class(rule r, std::string_view name) {
    return said(r, text_buffer{"{'eventClasses':['DNS_ACTIVITY',`"}.add(name).add("`]}"));
}

BOOST_AUTO_TEST_SUITE(messages)

// --- the service's own phrasing

BOOST_AUTO_TEST_CASE(lengths_are_said_as_the_service_says_them) {
    twice_in_words([] {
        return said_of_name(rule::source_name_length, "") ==
               "Value '' at 'sourceName' failed to satisfy constraint: Member must have length "
               "greater than or equal to 1; it has 0";
    });
    twice_in_words([] {
        return said_of_name(rule::source_name_length, run(65, 'n')) ==
               "Value '" + std::string(64, 'n') +
                   "...' at 'sourceName' failed to satisfy constraint: Member must have length "
                   "less than or equal to 64; it has 65";
    });
    twice_in_words([] {
        return said(rule::external_id_length, "{'configuration':{'providerIdentity':{'externalId':'x'}}}") ==
               "Value 'x' at 'configuration.providerIdentity.externalId' failed to satisfy "
               "constraint: Member must have length greater than or equal to 2; it has 1";
    });
}

BOOST_AUTO_TEST_CASE(patterns_are_said_as_the_service_says_them) {
    BOOST_TEST(said_of_name(rule::source_name_pattern, "a b") ==
               R"(Value 'a b' at 'sourceName' failed to satisfy constraint: Member must satisfy )"
               R"(regular expression pattern: ^[\\\w\-_:/.]*$)");
    BOOST_TEST(said(rule::source_version_pattern, "{'sourceVersion':'1 0'}") ==
               R"(Value '1 0' at 'sourceVersion' failed to satisfy constraint: Member must )"
               R"(satisfy regular expression pattern: ^[A-Za-z0-9\-\.\_]*$)");
    BOOST_TEST(said_of_class(rule::event_class_pattern, "d") ==
               R"(Value 'd' at 'eventClasses.2.member' failed to satisfy constraint: Member must )"
               R"(satisfy regular expression pattern: ^[A-Z\_0-9]*$)");
}

BOOST_AUTO_TEST_CASE(enums_are_said_as_the_service_says_them) {
    BOOST_TEST(said<test::everything>(rule::string_enum, "{'hue':'BLUE'}") ==
               "Value 'BLUE' at 'hue' failed to satisfy constraint: Member must satisfy enum value set: "
               "[RED, GREEN]");
}

BOOST_AUTO_TEST_CASE(missing_members_are_said_as_the_service_says_them) {
    BOOST_TEST(said(rule::member_missing, "{'configuration':{}}") ==
               "Value null at 'configuration.crawlerConfiguration' failed to satisfy constraint: Member must "
               "not be null");
    BOOST_TEST(said(rule::member_missing, "{'configuration':{'crawlerConfiguration':{}}}") ==
               "Value null at 'configuration.crawlerConfiguration.roleArn' failed to satisfy "
               "constraint: Member must not be null");
    BOOST_TEST(said(rule::member_missing, "{'configuration':1,'sourceName':null}") ==
               "Value null at 'sourceName' failed to satisfy constraint: Member must not be null");
}

// --- the document

BOOST_AUTO_TEST_CASE(types_are_named) {
    BOOST_TEST(said(rule::member_type, "[]") == "The document is an array where an object is expected");
    BOOST_TEST(said(rule::member_type, "null") == "The document is null where an object is expected");
    BOOST_TEST(said(rule::member_type, "{'configuration':'x'}") ==
               "Value at 'configuration' is a string where an object is expected");
    BOOST_TEST(said(rule::member_type, "{'eventClasses':{}}") ==
               "Value at 'eventClasses' is an object where an array is expected");
    BOOST_TEST(said(rule::member_type, "{'eventClasses':['DNS_ACTIVITY',1]}") ==
               "Value at 'eventClasses.2.member' is a number where a string is expected: put it in quotes");
    BOOST_TEST(said(rule::member_type, "{'eventClasses':['DNS_ACTIVITY',null]}") ==
               "Value at 'eventClasses.2.member' is null where a string is expected");
    BOOST_TEST(said(rule::member_type, "{'sourceName':true}") ==
               "Value at 'sourceName' is a boolean where a string is expected");
    BOOST_TEST(said<test::everything>(rule::member_type, "{'number':'1'}") ==
               "Value at 'number' is a string where an integer is expected");
    BOOST_TEST(said<test::everything>(rule::member_type, "{'number':1.5}") ==
               "Value at 'number' is a number with a fraction or an exponent where an integer is expected");
    BOOST_TEST(said<test::everything>(rule::member_type, "{'flag':1e2}") ==
               "Value at 'flag' is a number where a boolean is expected");
}

BOOST_AUTO_TEST_CASE(repeated_members_are_counted) {
    auto const r = test::read<create_custom_log_source_request>("{'sourceName':'a','sourceName':1,'sourceName':2}");
    BOOST_TEST(message(r[0]) == "Member 'sourceName' occurs again (occurrence 2): only the first value counts, "
                                "remove this one");
    BOOST_TEST(message(r[1]) == "Member 'sourceName' occurs again (occurrence 3): only the first value counts, "
                                "remove this one");
}

BOOST_AUTO_TEST_CASE(unknown_members_are_named) {
    BOOST_TEST(said(rule::member_unknown, "{'tags':1}") ==
               "Member 'tags' is unknown: it would be ignored");
    BOOST_TEST(said(rule::member_unknown, "{'configuration':{`a'b`:1}}") ==
               R"(Member 'a\'b' at 'configuration' is unknown: it would be ignored)");
    BOOST_TEST(said(rule::member_unknown, "{'" + std::string(65, 'x') + "':1}") ==
               "Member '" + std::string(64, 'x') + "...' is unknown: it would be ignored");
}

BOOST_AUTO_TEST_CASE(unions_are_explained) {
    BOOST_TEST(said<test::choice>(rule::union_members, "{}") ==
               "The document is a union without a member: exactly one must have a value");
    BOOST_TEST(said<test::everything>(rule::union_members, "{'either':{'flag':true,'name':'a'}}") ==
               "Value at 'either' is a union with several members: exactly one must have a value");
}

// --- placeholders

struct pasted {
    std::string_view string;
    bool placeholder;
};
constexpr pasted names[] = {
    {"<NAME>", true},    {"acme-<name>", true}, {"${NAME}", true},    {"a${b}c", true}, {"{{NAME}}", true},
    {"a b", false},      {"<>", false},         {"${}", false},       {"{{}}", false},  {"a > b < c", false},
    {"<unclosed", false}, {"XXX YYY", false},   {"{NAME}", false},    {"$NAME", false}, {"XXX", false},
};
constexpr pasted principals[] = {
    {"XXXXXXXXXXXX", true},
    {"xxx", true},
    {"XX", false},
    {"arn:aws:iam::XXXXXXXXXXXX:root", true},
    {"arn:aws:iam::1XXXXXXXXXXX:root", false},
    {"string", true},
    {"<ACCOUNT_ID>", true},
    {"${AccountId}", true},
    {"account", false},
};

BOOST_AUTO_TEST_CASE(a_placeholder_that_was_left_in_is_named) {
    constexpr std::string_view hint = "; a placeholder was left in: put the real value in its place";
    for (auto const& n : names) {
        auto const words = said_of_name(rule::source_name_pattern, n.string);
        // A name of its pattern breaks nothing, whatever it looks like.
        BOOST_TEST((words == "nothing" || words.ends_with(hint) == n.placeholder), words);
        BOOST_TEST((words.find("Member must satisfy regular") != std::string::npos || words == "nothing"));
    }
    for (auto const& p : principals) {
        auto const words = said(rule::principal_pattern, "{'configuration':{'providerIdentity':{'principal':`" +
                                                             std::string{p.string} + "`}}}");
        BOOST_TEST(words.ends_with(hint) == p.placeholder, words);
    }
}

// --- rules

BOOST_AUTO_TEST_CASE(a_repeated_event_class_says_why) {
    BOOST_TEST(said_of_class(rule::event_class_duplicate, "DNS_ACTIVITY") ==
               "Value 'DNS_ACTIVITY' at 'eventClasses.2.member' repeats an earlier element: remove it");
}

BOOST_AUTO_TEST_CASE(the_bounds_of_event_classes_are_said_to_be_lakeproofs_own) {
    std::string many = "{'eventClasses':['A'";
    for (int i = 0; i < 128; ++i) many += ",'A'";
    BOOST_TEST(said(rule::event_classes_limit, many + "]}") ==
               "Value at 'eventClasses' has more than 128 elements, Lakeproof's own bound: the rest is not checked");
    BOOST_TEST(said(rule::event_classes_limit, "{'eventClasses':['A','" + std::string(2048, 'B') + "']}") ==
               "Value at 'eventClasses' has more than 2048 characters in all, Lakeproof's own bound: the rest is not "
               "checked");
}

BOOST_AUTO_TEST_CASE(the_documented_limit_is_explained) {
    BOOST_TEST(said_of_name(rule::source_name_documented_limit, run(21, 'n')) ==
               "Value 'nnnnnnnnnnnnnnnnnnnnn' at 'sourceName' has 21 characters: the API reference "
               "asks for 20 or fewer, which fit in every Region");
}

BOOST_AUTO_TEST_CASE(an_unresolvable_role_says_what_it_lacks) {
    auto const why = [](std::string_view arn) { return message(check(crawled_by(arn))[0]); };
    constexpr std::string_view value = "Value 'arn:aws:iam::123456789012:role";
    BOOST_TEST(why("arn::iam::123456789012:role/x").find("put the partition, mostly aws, behind arn:") !=
               std::string::npos);
    BOOST_TEST(why("arn:aws:iam::123456789012:rolex") ==
               std::string{value} + "x' at 'configuration.crawlerConfiguration.roleArn' is the ARN of no role: put "
                                    "a / right behind role");
    BOOST_TEST(why("arn:aws:iam::123456789012:role/").ends_with("the role's name is missing at its end"));
    BOOST_TEST(why("arn:aws:iam::123456789012:role/a//b").ends_with("IAM allows no // in a role's path"));
    BOOST_TEST(why(text_buffer{"arn:aws:iam::123456789012:role/"}.add(65, 'n'))
                   .ends_with("IAM allows at most 64 characters in the role's name, behind the last /"));
    BOOST_TEST(why(text_buffer{"arn:aws:iam::123456789012:role/"}.add(511, 'p').add("/n"))
                   .ends_with("IAM allows at most 512 characters in the role's path, from the first / to the last"));
}

BOOST_AUTO_TEST_CASE(an_unresolvable_principal_is_explained) {
    BOOST_TEST(said(rule::principal_unresolvable,
                    "{'configuration':{'providerIdentity':{'principal':'a..amazon.com'}}}") ==
               "Value 'a..amazon.com' at 'configuration.providerIdentity.principal' has an empty "
               "DNS label: no service principal has such a name");
}

BOOST_AUTO_TEST_CASE(the_derived_role_is_explained_with_the_largest_name_that_fits) {
    auto const r = check(named(run(27, 'n')), {.regions = {regions::us_east_1}});
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST(message(r[1]) ==
               "Value 'nnnnnnnnnnnnnnnnnnnnnnnnnnn' at 'sourceName' makes the derived role name 65 characters "
               "long in us-east-1, and IAM allows 64: there sourceName must have length less than or equal to 26");
}

BOOST_AUTO_TEST_CASE(refused_characters_are_named) {
    BOOST_TEST(said_of_name(rule::provider_role_characters, "a\\b") ==
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

BOOST_AUTO_TEST_CASE(an_unknown_region_may_be_misspelt_or_new) {
    auto const r = check(test::acme, {.regions = {"us-esat-1"}});
    BOOST_TEST_REQUIRE(r.size() == 1u);
    BOOST_TEST(message(r[0]) == "Region 'us-esat-1' is not in Lakeproof's table: check the spelling, or turn "
                                "region-unknown down if it is newer than the table");
}

// --- what any message says of a hostile string

constexpr std::string_view hostile =
    "\x1b[2J\x07\r\n'\"\\\u202e\u2066\U0001f600\x7f\xff\xc3 [sourceName] /etc \u2028";

bool harmless(std::string_view text) {
    for (char const c : text)
        if (c < ' ' || c > '~') return false;
    return !text.empty();
}

BOOST_AUTO_TEST_CASE(every_word_says_printable_ascii_of_a_hostile_string) {
    // Each word of `message_literal`, at each kind of place, of each rule.
    constexpr char const* message_of[] = {"{value}", "{place}", "{at}.", "{path}", "{text}", "{length}",
                                          "{bound}", "{region}", "{in_region}.", "{detail}", "{placeholder}."};
    for (auto const& r : rules())
        for (auto const& where : {at({}), at({"sourceName"}), element(1), at({"eventClasses"})})
            for (auto const* const m : message_of) {
                report out;
                auto f = finding_of(r.value, where, m);
                f.severity = severity::error;
                f.excerpt = f.detail = hostile;
                f.region = hostile.substr(0, 25);
                f.length = 40;
                add(out, f);
                BOOST_TEST(harmless(message(out[0])), r.id << ' ' << m << ": " << message(out[0]));
                std::ostringstream line;
                line << out[0];
                BOOST_TEST(harmless(line.str()));
            }
}

BOOST_AUTO_TEST_CASE(a_value_is_escaped_and_cut_to_64_characters) {
    BOOST_TEST(said_of_name(rule::source_name_pattern, "\x1b'\u202e\n").starts_with(
        R"(Value '\u001b\'\u202e\u000a' at 'sourceName' failed)"));
    std::string emojis, shown;
    for (int i = 0; i < 64; ++i) {
        emojis += "\U0001f600";
        shown += "\\u{1f600}";
    }
    BOOST_TEST(said_of_class(rule::event_class_pattern, emojis).starts_with(
        "Value '" + shown + "' at 'eventClasses.2.member' failed"));
    BOOST_TEST(said_of_class(rule::event_class_pattern, emojis + 'x').starts_with(
        "Value '" + shown + "...' at 'eventClasses.2.member' failed"));
}

BOOST_AUTO_TEST_CASE(a_long_hostile_name_is_cut_where_its_role_is_explained) {
    auto const name = text_buffer{}.add("\x1b").add(1000, 'n');
    text_buffer const text = text_buffer{"{'sourceName':`"}.add(name).add("`}");
    BOOST_TEST(said(rule::provider_role_length, text, {.regions = {regions::us_east_1}}) ==
               "Value '\\u001b" + std::string(63, 'n') +
                   "...' at 'sourceName' makes the derived role name 1039 characters long in us-east-1, and IAM "
                   "allows 64: there sourceName must have length less than or equal to 26");
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
    auto const unknown = test::read<test::point>("{`a/\x1b\u202e`:1}");
    BOOST_TEST(printed(unknown[0]) ==
               R"(/a~1\u001b\u202e: warning: Member 'a/\u001b\u202e' is unknown: it would be )"
               R"(ignored [member-unknown])");
}

BOOST_AUTO_TEST_CASE(a_suggestion_is_printed_once) {
    std::ostringstream out;
    out << check(test::acme, {.regions = {"us-esat-1"}})[0];
    BOOST_TEST(out.str() == "document: error: Region 'us-esat-1' is not in Lakeproof's table: check the spelling, "
                            "or turn region-unknown down if it is newer than the table; did you mean 'us-east-1'? "
                            "[region-unknown]");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace message_test
