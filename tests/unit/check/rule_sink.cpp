// SPDX-License-Identifier: BSL-1.0
// Rules of a user's own: in a document that is read, in a model, and in constant expressions.
#include <lakeproof/check/rule_sink.hpp>

#include <lakeproof/check/check.hpp>

#include "../../support/everything.hpp"
#include "../../support/listed.hpp"
#include "../../support/relaxed.hpp"
#include "../../support/twice.hpp"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace own {

using namespace lakeproof;

inline constexpr rule_info no_tmp{.id = "no-tmp",
                                  .default_severity = severity::warning,
                                  .title = "A name is not temporary",
                                  .why = "Names that start with tmp are swept nightly."};
inline constexpr rule_info known_port{.id = "known-port"};
inline constexpr rule_info no_repeats{.id = "no-repeats", .default_severity = severity::note};
inline constexpr rule_info settled{.id = "settled", .fixed = true};

/// An object with rules of its own.
struct endpoint {
    source_name name;
    std::optional<int> port{};
    static constexpr auto members = member_table(
        member{"name", &endpoint::name}, member{"port", &endpoint::port, {.least = 1, .most = 9999}});

    static constexpr void check(document_view<endpoint> d, rule_sink& out) {
        auto const name = d[&endpoint::name];
        auto const port = d[&endpoint::port];
        if (name.matches() && name.view().starts_with("tmp"))
            out.report(no_tmp, name, "{value} is temporary: choose a lasting name");
        if (port.valid() && port.value() != 443)
            out.report(known_port, port, "{value} is no known port: {bound} is", {.bound = 443});
    }
    friend constexpr bool operator==(endpoint const&, endpoint const&) = default;
};

/// One that holds others, in a member and in a list, and has rules too.
struct fleet {
    endpoint first;
    std::vector<endpoint> others{};
    std::optional<ocsf::event_class_list> classes{};
    static constexpr auto members = member_table(member{"first", &fleet::first}, member{"others", &fleet::others},
                                                 member{"classes", &fleet::classes});

    static constexpr void check(document_view<fleet> d, rule_sink& out) {
        auto const first = d[&fleet::first][&endpoint::name];
        for (auto const other : d[&fleet::others])
            if (other[&endpoint::name].valid() && other[&endpoint::name].view() == first.view())
                out.report(no_repeats, other[&endpoint::name], "{value} repeats '{detail}'",
                           {.detail = first.view(), .length = 7});
        if (d[&fleet::others].size() > 2)
            out.report(settled, d, "{place} has more endpoints than settled{in_region}",
                       {.by_default = severity::warning});
        for (std::string_view const region : out.regions())
            if (!d[&fleet::classes].present())
                out.report(no_repeats, d[&fleet::classes], "{path}{at} is needed in {region}",
                           {.region = region, .by_default = severity::error});
    }
};

} // namespace own

namespace rule_sink_test {

using namespace lakeproof;
using own::endpoint;
using own::fleet;
using test::listed;
using test::read;
using test::twice;
using test::twice_in_words;

constexpr endpoint temporary{source_name{"tmp-1"}, 80};

// As a user writes it.
static_assert(check(endpoint{source_name{"acme"}, 443}).empty());
static_assert(check(temporary).count(own::no_tmp) == 1 && check(temporary).errors() == 1);

BOOST_AUTO_TEST_SUITE(own_rules)

BOOST_AUTO_TEST_CASE(they_run_in_a_model) {
    twice_in_words([] { return listed(check(temporary)) == "warning no-tmp /name; error known-port /port"; });
    twice([] { return check(endpoint{source_name{"acme"}}).empty(); });
}

BOOST_AUTO_TEST_CASE(they_run_in_what_is_read) {
    twice_in_words([] {
        return listed(read<endpoint>("{'name':'tmp-1','port':80}")) ==
               "warning no-tmp /name; error known-port /port";
    });
    twice_in_words([] { // after structure and strings, which they may look at
        return listed(read<endpoint>("{'port':'80','name':'tmp 1','x':1}")) ==
               "error member-type /port; error source-name-pattern /name; warning member-unknown /x";
    });
    twice_in_words([] {
        return listed(read<endpoint>("{'port':10000}")) ==
               "error number-range /port; error member-missing /name; error known-port /port";
    });
    twice_in_words([] { return listed(read<endpoint>("[]")) == "error member-type"; });
}

BOOST_AUTO_TEST_CASE(a_violation_of_one_says_what_it_was_told) {
    auto const r = read<endpoint>("{'name':'tmp-1','port':80}");
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST((r[0].rule() == rule::custom));
    BOOST_TEST((&r[0].info() == &own::no_tmp));
    BOOST_TEST((r[0].severity() == severity::warning));
    BOOST_TEST(r[0].text() == "tmp-1");
    BOOST_TEST(r[0].length() == 5u);
    BOOST_TEST(message(r[0]) == "Value 'tmp-1' at 'name' is temporary: choose a lasting name");
    BOOST_TEST(r[1].bound() == 443u);
    BOOST_TEST(message(r[1]) == "Value at 'port' is no known port: 443 is");
    BOOST_TEST(suggestion(r[0]) == "");
    std::ostringstream line;
    line << r[0];
    BOOST_TEST(line.str() ==
               "/name: warning: Value 'tmp-1' at 'name' is temporary: choose a lasting name [no-tmp]");
}

BOOST_AUTO_TEST_CASE(an_outer_shapes_come_first_then_those_of_what_it_holds) {
    auto const text = "{'first':{'name':'tmp-1'},'others':[{'name':'acme'},{'name':'tmp-1','port':80},"
                      "{'name':'tmp-2'}]}";
    auto const expected = "note no-repeats /others/1/name; warning settled; warning no-tmp /first/name; "
                          "warning no-tmp /others/1/name; error known-port /others/1/port; "
                          "warning no-tmp /others/2/name";
    BOOST_TEST(listed(read<fleet>(text)) == expected);
    fleet const model{.first = {source_name{"tmp-1"}},
                      .others = {{source_name{"acme"}}, {source_name{"tmp-1"}, 80}, {source_name{"tmp-2"}}}};
    auto const r = check(model);
    BOOST_TEST(listed(r) == expected);
    BOOST_TEST(message(r[0]) == "Value 'tmp-1' at 'others.2.member.name' repeats 'tmp-1'");
    BOOST_TEST(r[0].length() == 7u);
    BOOST_TEST(message(r[1]) == "The document has more endpoints than settled");
}

BOOST_AUTO_TEST_CASE(they_see_the_regions_and_come_before_those_about_them) {
    fleet const model{.first = {source_name{"acme"}}};
    auto const r = check(model, {.regions = {regions::us_east_1, regions::ca_west_1}});
    BOOST_TEST(listed(r) == "error no-repeats /classes in us-east-1; error no-repeats /classes in ca-west-1; "
                            "warning region-unsupported in ca-west-1");
    BOOST_TEST(message(r[1]) == "'classes' at 'classes' is needed in ca-west-1");
}

BOOST_AUTO_TEST_CASE(a_policy_sets_them) {
    twice_in_words([] {
        return listed(check(temporary, {.policy = policy{}
                                                      .set(own::no_tmp, severity::error)
                                                      .set(own::known_port, severity::off)})) ==
               "error no-tmp /name";
    });
    // What a policy says wins over what the rule says by default at one place.
    fleet const model{.first = {source_name{"acme"}}};
    BOOST_TEST(listed(check(model, {.regions = {regions::us_east_1},
                                    .policy = policy{}.set(own::no_repeats, severity::warning)})) ==
               "warning no-repeats /classes in us-east-1");
    // Even if it is the rule's own default.
    BOOST_TEST(listed(check(model, {.regions = {regions::us_east_1},
                                    .policy = policy{}.set(own::no_repeats, severity::note)})) ==
               "note no-repeats /classes in us-east-1");
}

BOOST_AUTO_TEST_CASE(rules_of_the_catalogue_may_be_reported_too) {
    auto const r = test::look_at<endpoint>("{'name':'acme'}", [](document_view<endpoint> d, rule_sink& out) {
        out.report(rule::house_rule, d[&endpoint::name], "{value}: {detail}", {.detail = "our own words"});
        out.report(rule::member_unknown, d[&endpoint::port], "{text} and {length} of {unknown} {", {.length = 3});
    });
    BOOST_TEST(listed(r[0]) == "error house-rule /name");
    BOOST_TEST(message(r[0]) == "Value 'acme' at 'name': our own words");
}

/// Any number of rules about one string, of a type with a limit that is documented.
struct strict {
    source_name name;
    static constexpr auto members = member_table(member{"name", &strict::name});
    static constexpr void check(document_view<strict> d, rule_sink& out) {
        for (auto const* const why : {&own::no_tmp, &own::known_port, &own::no_repeats, &own::settled})
            out.report(*why, d[&strict::name], "{value} is not for us");
        out.report(rule::house_rule, d[&strict::name], "{value} is not for us");
    }
};

BOOST_AUTO_TEST_CASE(a_short_string_may_break_any_number_of_rules) {
    // The first version asked for no further rule of a short string of such a type, and had room for two.
    twice_in_words([] {
        return listed(check(strict{source_name{"a"}})) ==
                   "warning no-tmp /name; error known-port /name; note no-repeats /name; error settled /name; "
                   "error house-rule /name" &&
               listed(read<strict>("{'name':'a'}")) == listed(check(strict{source_name{"a"}}));
    });
}

BOOST_AUTO_TEST_CASE(what_stands_in_braces_and_is_no_word_stays) {
    auto const r = test::look_at<endpoint>("{'name':'acme'}", [](document_view<endpoint> d, rule_sink& out) {
        out.report(own::no_tmp, d[&endpoint::name], "{text} {path} {length} {nothing} {} { }{place}{");
        out.report(own::no_tmp, d, "{place}{at}, {path}, {value}", {.region = "us-east-1"});
        out.report(own::no_tmp, d[&endpoint::port], "{value}, {place}{in_region}", {.region = "us-east-1"});
    });
    BOOST_TEST(message(r[0]) == "'acme' 'name' 4 {nothing} {} { }Value at 'name'{");
    BOOST_TEST(message(r[1]) == "The document, '', The document");
    BOOST_TEST(message(r[2]) == "Value at 'port', Value at 'port' in us-east-1");
}

BOOST_AUTO_TEST_CASE(a_region_of_any_length_is_cut_to_what_a_code_can_have) {
    std::string const hostile(5000, 'r');
    auto const r = test::look_at<endpoint>("{'name':'acme'}", [&](document_view<endpoint> d, rule_sink& out) {
        for (int i = 0; i < 70; ++i) out.report(own::no_tmp, d[&endpoint::name], "{value}", {.region = hostile});
    });
    BOOST_TEST(r.size() == report::capacity);
    for (auto const v : r) BOOST_TEST(v.region() == hostile.substr(0, region::capacity));
}

BOOST_AUTO_TEST_CASE(a_pattern_is_named_where_there_is_one) {
    auto const r = test::look_at<endpoint>("{'name':'acme'}", [](document_view<endpoint> d, rule_sink& out) {
        out.report(own::no_tmp, d[&endpoint::port], "{pattern}");
    });
    BOOST_TEST(message(r[0]) == "{pattern}");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rule_sink_test
