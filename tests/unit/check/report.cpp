// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/report.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <iterator>
#include <type_traits>

namespace {

using namespace lakeproof;
using test::acme;
using test::listed;
using test::named;
using test::twice;
using test::twice_in_words;

static_assert(std::is_trivially_default_constructible_v<violation>);
static_assert(std::is_trivially_copyable_v<violation>);
static_assert(std::is_nothrow_copy_constructible_v<report>);
static_assert(std::is_trivially_destructible_v<report>);
static_assert(std::is_same_v<decltype(std::begin(std::declval<report&>())), violation const*>);

constexpr detail::location document{nodes_of<create_custom_log_source_request>.data(), 0, 0, {}};

/// A report of `n` violations, of which the severity goes round.
constexpr report of(std::size_t n) {
    constexpr severity severities[] = {severity::note, severity::warning, severity::error};
    report r;
    for (std::size_t i = 0; i < n; ++i)
        r.add(rule::region_unknown, severities[i % 3], document).bound(i);
    return r;
}

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(a_new_report_is_ok) {
    twice([] {
        report const r;
        return r.ok() && r && r.empty() && r.size() == 0 && r.begin() == r.end() &&
               r.omitted() == 0 && r.errors() == 0 && r.warnings() == 0 && r.notes() == 0;
    });
}

BOOST_AUTO_TEST_CASE(sixty_four_are_kept) {
    static_assert(report::capacity == 64);
    twice([] {
        auto const r = of(64);
        return r.size() == 64 && r.omitted() == 0 && r.notes() == 22 && r.warnings() == 21 &&
               r.errors() == 21 && r[63].bound() == 63;
    });
}

BOOST_AUTO_TEST_CASE(the_65th_is_counted) {
    twice([] {
        auto const r = of(65); // the 65th is a warning
        return r.size() == 64 && r.omitted() == 1 && r.notes() == 22 && r.warnings() == 22 &&
               r.errors() == 21 && r[63].bound() == 63 && r.count(rule::region_unknown) == 64;
    });
    twice([] {
        auto const r = of(300);
        return r.size() == 64 && r.omitted() == 236 && r.notes() == 100 && r.warnings() == 100 &&
               r.errors() == 100 && r.count(severity::error) == 100;
    });
}

BOOST_AUTO_TEST_CASE(an_error_that_is_not_kept_still_counts) {
    twice([] {
        report r;
        for (int i = 0; i < 64; ++i) r.add(rule::region_unknown, severity::warning, document);
        bool const before = r.ok();
        r.add(rule::member_type, severity::error, document).detail("null").text("x", 1);
        return before && !r.ok() && !r && r.omitted() == 1 && r.errors() == 1 &&
               r.count(rule::member_type) == 0;
    });
}

BOOST_AUTO_TEST_CASE(what_is_off_leaves_no_trace) {
    twice([] {
        report r;
        r.add(rule::region_unknown, severity::off, document).region("us-east-1");
        return r.empty() && r.ok() && r.omitted() == 0 && r.count(severity::off) == 0;
    });
}

BOOST_AUTO_TEST_CASE(copies_are_whole) {
    twice_in_words([] {
        auto const r = of(65);
        report copy{r};
        report assigned = of(3);
        assigned = copy;
        auto const& self = assigned;
        assigned = self;
        return listed(copy) == listed(r) && listed(assigned) == listed(r) &&
               assigned.omitted() == 1 && copy.errors() == r.errors() && copy[63].bound() == 63;
    });
    twice([] { // a shorter one over a longer one
        auto r = of(65);
        r = of(2);
        return r.size() == 2 && r.omitted() == 0 && r.notes() == 1 && r.warnings() == 1 &&
               r.errors() == 0;
    });
}

BOOST_AUTO_TEST_CASE(a_cleared_report_is_as_new) {
    twice([] {
        auto r = of(65);
        r.clear();
        bool const clear = r.empty() && r.ok() && r.omitted() == 0;
        r.add(rule::member_type, severity::error, document);
        return clear && r.size() == 1 && r.errors() == 1 && r[0].bound() == 0;
    });
}

BOOST_AUTO_TEST_CASE(a_report_can_be_a_constant) {
    constexpr auto r = check(named("a:b"), {.regions = {regions::us_east_1}});
    static_assert(r.size() == 1 && r[0].rule() == rule::provider_role_characters);
    static_assert(r[0].text() == "a:b" && r.count(rule::provider_role_characters) == 1);
    constexpr auto copy = r;
    static_assert(copy.errors() == 1);
    auto const at_run_time = r;
    BOOST_TEST(listed(at_run_time) == "error provider-role-characters /sourceName");
}

BOOST_AUTO_TEST_CASE(a_document_may_have_more_violations_than_fit) {
    auto request = acme;
    request.event_classes = {};
    for (int i = 0; i < 64; ++i) request.event_classes.push_back(ocsf::event_class::cloud_api);
    auto const r = check(request, {.regions = {"us-nowhere-1"}});
    BOOST_TEST(r.size() == 64u);
    BOOST_TEST(r.notes() == 64u);         // each is retired
    BOOST_TEST(r.warnings() == 63u + 1u); // all but one repeat, and the Region is unknown
    BOOST_TEST(r.omitted() == 64u);
    BOOST_TEST(r.ok());
}

BOOST_AUTO_TEST_CASE(a_place_in_as_many_lists_as_can_be_is_kept_whole) {
    twice([] {
        static_assert(detail::location::max_lists == 4);
        report r;
        r.add(rule::region_unknown, severity::note, {document.nodes, 0, 4, {1, 2, 3, 4}}).bound(5);
        report const copy{r};
        auto const& where = copy[0].where();
        return where.list_count == 4 && where.index[0] == 1 && where.index[1] == 2 &&
               where.index[2] == 3 && where.index[3] == 4 && copy[0].bound() == 5;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
