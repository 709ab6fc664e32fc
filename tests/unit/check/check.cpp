// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace lakeproof;
using ocsf::event_class;
using test::acme;
using test::crawled_by;
using test::listed;
using test::named;
using test::run;
using test::twice;
using test::twice_in_words;
using test::twice_in_words_for_each;

/// `acme` with a list of classes.
constexpr create_custom_log_source_request sending(ocsf::event_class_list const& classes) {
    auto request = acme;
    request.event_classes = classes;
    return request;
}
constexpr create_custom_log_source_request sending(std::initializer_list<std::string_view> names) {
    ocsf::event_class_list classes;
    for (auto const name : names) classes.push_back(ocsf::event_class_name{name});
    return sending(classes);
}
constexpr create_custom_log_source_request for_principal(std::string_view name) {
    auto request = acme;
    request.configuration.provider_identity.principal = principal{name};
    return request;
}

/// A shape of objects in each other, and one text in the innermost.
template <int Depth>
struct nested {
    nested<Depth - 1> inner;
    static constexpr auto members = member_table(member{"inner", &nested::inner});
};
template <>
struct nested<1> {
    source_name name;
    static constexpr auto members = member_table(member{"name", &nested::name});
};
template <int Depth>
constexpr nested<Depth> nest(source_name const& name) {
    if constexpr (Depth == 1)
        return {name};
    else
        return {nest<Depth - 1>(name)};
}

/// A shape of lists in each other.
template <int Lists>
struct level {
    std::vector<level<Lists - 1>> lists{};
    static constexpr auto members = member_table(member{"lists", &level::lists});
};
template <>
struct level<1> {
    std::vector<source_name> names{};
    static constexpr auto members = member_table(member{"names", &level::names});
};

/// A text with something to say against it beyond length and pattern.
struct alias_constraint {
    using pattern = lakeproof::pattern<"^[a-z-]*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 32;

    static constexpr void judge_further(text_facts const& text, text_verdict& v) noexcept {
        if (text.head.ends_with('-')) v.add(rule::string_pattern);
    }
};
using alias = constrained_string<alias_constraint>;
struct aliased {
    constrained_string<alias_constraint> alias;
    static constexpr auto members = member_table(member{"alias", &aliased::alias});
};

// As a user writes it.
static_assert(check(acme, {.regions = {regions::us_east_1}}).ok());
constexpr auto too_long = named("a-name-of-27-characters-xyz");
static_assert(check(create_custom_log_source_request{.configuration = acme.configuration,
                                                     .source_name = "acme-edr"},
                    {.regions = {regions::us_east_1}})
                  .ok());
static_assert(check(too_long, {.regions = {regions::us_east_1}}).errors() == 2);

BOOST_AUTO_TEST_SUITE(checks)

BOOST_AUTO_TEST_CASE(a_right_request_gives_an_empty_report) {
    twice([] { return check(acme).empty() && check(acme).ok(); });
    twice([] {
        auto const r = check(acme, {.regions = {regions::us_east_1, regions::eu_west_1}});
        return r.empty() && r.omitted() == 0 && static_cast<bool>(r);
    });
}

BOOST_AUTO_TEST_CASE(a_request_without_its_optional_members_is_right) {
    twice([] {
        auto request = acme;
        request.event_classes = {};
        request.source_version.reset();
        return check(request, {.regions = {regions::us_west_2}}).empty();
    });
}

BOOST_AUTO_TEST_CASE(any_shape_can_be_checked) {
    twice([] { return check(acme.configuration).empty(); });
    auto const r = check(custom_log_source_resource{.source_name = std::string(1000, ':')});
    BOOST_TEST(r.empty());
}

// --- rules of one member

BOOST_AUTO_TEST_CASE(the_documented_limit_is_20) {
    twice([] { return check(named(run(20, 'n'))).empty(); });
    twice([] {
        auto const r = check(named(run(21, 'n')));
        return r.size() == 1 && r[0].rule() == rule::source_name_documented_limit &&
               r[0].length() == 21 && r[0].text() == run(21, 'n').view();
    });
}

struct unlikely_arn {
    std::string_view arn;
    bool resolvable;
};
constexpr unlikely_arn arns[] = {
    {"arn:aws:iam::123456789012:role/x", true},
    {"arn:aws:iam::123456789012:role/path/x", true},
    {"arn:aws-us-gov:iam::123456789012:role/x", true},
    {"arn::iam::123456789012:role/x", false},       // no partition
    {"arn:aws:iam::123456789012:rolex", false},     // no separator
    {"arn:aws:iam::123456789012:rolex/y", false},   // not right after role
    {"arn:aws:iam::123456789012:role/x/", false},   // no name
    {"arn:aws:iam::123456789012:role//", false},    // neither path nor name
    {"arn:aws:iam::123456789012:role//x", false},   // an empty segment first
    {"arn:aws:iam::123456789012:role/a//x", false}, // an empty segment
};

BOOST_AUTO_TEST_CASE(a_role_that_iam_cannot_have_is_reported) {
    twice_in_words_for_each<arns>([](unlikely_arn const& row) {
        return listed(check(crawled_by(row.arn))) ==
               (row.resolvable ? ""
                               : "error role-arn-unresolvable "
                                 "/configuration/crawlerConfiguration/roleArn");
    });
}

constexpr auto role_of(std::size_t path, std::size_t name) {
    return test::text_buffer{"arn:aws:iam::123456789012:role/"}
        .add(path - 2, 'p')
        .add("/")
        .add(name, 'n');
}

BOOST_AUTO_TEST_CASE(role_names_end_at_64_and_paths_at_512) {
    twice([] { return check(crawled_by(role_of(512, 64))).empty(); });
    twice_in_words([] {
        return listed(check(crawled_by(role_of(512, 65)))) ==
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn";
    });
    twice_in_words([] {
        return listed(check(crawled_by(role_of(513, 64)))) ==
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn";
    });
}

BOOST_AUTO_TEST_CASE(a_principal_with_an_empty_label_is_reported) {
    twice([] { return check(for_principal("firehose.amazonaws.com")).empty(); });
    twice_in_words([] {
        constexpr auto expected =
            "warning principal-unresolvable /configuration/providerIdentity/principal";
        auto const r = check(for_principal(".amazonaws.com"));
        return r.ok() && listed(r) == expected &&
               listed(check(for_principal("a..amazon.com"))) == expected;
    });
}

// --- event classes

BOOST_AUTO_TEST_CASE(every_listed_class_is_documented) {
    for (auto const c : ocsf::event_classes()) {
        auto const r = check(sending({to_string(c)}));
        BOOST_TEST(r.ok(), c);
        BOOST_TEST(listed(r) ==
                   (ocsf::retired(c) ? "note event-class-retired /eventClasses/0" : ""));
    }
}

BOOST_AUTO_TEST_CASE(the_retired_classes_are_four) {
    twice_in_words([] {
        return listed(check(sending({event_class::access_activity, event_class::cloud_api,
                                     event_class::dns_activity, event_class::config_state,
                                     event_class::security_finding}))) ==
               "note event-class-retired /eventClasses/0; note event-class-retired "
               "/eventClasses/1; note event-class-retired /eventClasses/3; note "
               "event-class-retired /eventClasses/4";
    });
}

BOOST_AUTO_TEST_CASE(undocumented_classes_are_reported) {
    twice_in_words([] {
        return listed(check(sending({"DNS_ACTIVITY", "DETECTION_FINDING", "DNS_ACTIVITYS", ""}))) ==
               "error event-class-undocumented /eventClasses/1; error event-class-undocumented "
               "/eventClasses/2; error event-class-undocumented /eventClasses/3";
    });
}

BOOST_AUTO_TEST_CASE(repeated_classes_are_reported_each_time) {
    twice_in_words([] {
        return listed(check(sending({event_class::dns_activity, event_class::http_activity,
                                     event_class::dns_activity, event_class::dns_activity}))) ==
               "warning event-class-duplicate /eventClasses/2; warning event-class-duplicate "
               "/eventClasses/3";
    });
    twice_in_words([] { // in catalogue order where an element breaks several rules
        return listed(check(sending({"CLOUD_API", "CLOUD_API", "NEW", "NEW"}))) ==
               "note event-class-retired /eventClasses/0; warning event-class-duplicate "
               "/eventClasses/1; note event-class-retired /eventClasses/1; error "
               "event-class-undocumented /eventClasses/2; error event-class-undocumented "
               "/eventClasses/3; warning event-class-duplicate /eventClasses/3";
    });
}

BOOST_AUTO_TEST_CASE(a_full_list_is_within_the_bounds) {
    ocsf::event_class_list many, long_names;
    for (int i = 0; i < 64; ++i) {
        many.push_back(event_class::dns_activity);
        long_names.push_back(ocsf::event_class_name{run(16, 'N').view()});
    }
    BOOST_TEST(check(sending(many)).count(rule::event_classes_limit) == 0u);
    auto const r = check(sending(long_names));
    BOOST_TEST(r.count(rule::event_classes_limit) == 0u);
    BOOST_TEST(r.errors() == 64u); // undocumented, all of them
    BOOST_TEST(r.warnings() == 63u);
}

// --- the order of violations

BOOST_AUTO_TEST_CASE(members_come_first_then_the_derived_role_then_regions) {
    twice_in_words([] {
        auto request = named(test::text_buffer{":"}.add(run(26, 'n')));
        request.configuration = {
            .crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:rolex"},
            .provider_identity = {.external_id = "acme", .principal = ".amazon.com"}};
        request.event_classes = {event_class::cloud_api, event_class::cloud_api};
        auto const r = check(
            request, {.regions = {"xx-nowhere-9", regions::us_isof_south_1, regions::us_east_1}});
        return listed(r) ==
               "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn; "
               "warning principal-unresolvable /configuration/providerIdentity/principal; "
               "note event-class-retired /eventClasses/0; "
               "warning event-class-duplicate /eventClasses/1; "
               "note event-class-retired /eventClasses/1; "
               "error source-name-documented-limit /sourceName; "
               "error provider-role-length /sourceName in xx-nowhere-9; "
               "error provider-role-length /sourceName in us-isof-south-1; "
               "error provider-role-length /sourceName in us-east-1; "
               "error provider-role-characters /sourceName; "
               "error role-arn-partition /configuration/crawlerConfiguration/roleArn in "
               "us-isof-south-1; "
               "warning region-unknown in xx-nowhere-9; "
               "warning region-unsupported in us-isof-south-1";
    });
}

// --- as deep as shapes nest

BOOST_AUTO_TEST_CASE(a_shape_of_15_objects_in_each_other_is_checked) {
    twice([] {
        auto const r = check(nest<15>(source_name{"a-name-of-21-chars-xx"}));
        return r.size() == 1 && r.count(rule::source_name_documented_limit) == 1;
    });
}

// --- constraints of others

BOOST_AUTO_TEST_CASE(a_constraint_that_judges_further_is_asked) {
    twice([] {
        auto const r = check(aliased{alias{"acme-"}});
        return r.size() == 1 && r.count(rule::string_pattern) == 1;
    });
    twice([] { return check(aliased{alias{"acme"}}).empty(); });
}

BOOST_AUTO_TEST_CASE(a_place_in_four_lists_has_four_indices) {
    level<1> const one{{source_name{"a"}, source_name{"a-name-of-21-chars-xx"}}};
    level<2> const two{{one, level<1>{}}};
    level<3> const three{{level<2>{}, level<2>{}, two}};
    level<4> const four{{level<3>{}, level<3>{}, level<3>{}, three}};
    BOOST_TEST(listed(check(four)) ==
               "error source-name-documented-limit /lists/3/lists/2/lists/0/names/1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
