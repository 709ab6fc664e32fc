// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/report.hpp>

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/message.hpp>

#include "../../support/findings.hpp"
#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <type_traits>

namespace report_test {

using namespace lakeproof;
using test::acme;
using test::add;
using test::at;
using test::finding_of;
using test::listed;
using test::named;
using test::run;
using test::twice;
using test::twice_in_words;

static_assert(sizeof(report) <= 8192);
static_assert(report::capacity == 64);
static_assert(std::is_trivially_copyable_v<violation>);
static_assert(std::is_nothrow_default_constructible_v<report> && std::is_nothrow_copy_constructible_v<report>);
static_assert(std::is_nothrow_copy_assignable_v<report> && std::is_trivially_destructible_v<report>);
static_assert(std::forward_iterator<report::iterator> || std::input_iterator<report::iterator>);

/// Adds a violation with a bound, to tell it from others.
constexpr void add_numbered(report& r, severity s, std::size_t number, rule which = rule::region_unknown) {
    auto f = finding_of(which);
    f.severity = s;
    f.bound = number;
    add(r, f);
}

/// A report of `n` violations, of which the severity goes round.
constexpr report of(std::size_t n) {
    constexpr severity severities[] = {severity::note, severity::warning, severity::error};
    report r;
    for (std::size_t i = 0; i < n; ++i) add_numbered(r, severities[i % 3], i);
    return r;
}

/// A finding with a string, a Region and a detail, each as long as can be.
constexpr detail::finding longest(rule which, std::string_view text) {
    auto f = finding_of(which, at({"sourceName"}), "{value} {region} {detail}");
    f.severity = severity::error;
    f.excerpt = text;
    f.region = "aaaa-bbbbbbbbbb-cccccc-99";
    f.detail = text;
    f.length = text.size();
    f.bound = static_cast<std::size_t>(-1);
    return f;
}

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(a_new_report_is_ok) {
    twice([] {
        report const r;
        return r.ok() && r && r.empty() && r.size() == 0 && r.begin() == r.end() && r.omitted() == 0 &&
               r.errors() == 0 && r.warnings() == 0 && r.notes() == 0;
    });
}

BOOST_AUTO_TEST_CASE(sixty_four_are_kept) {
    twice([] {
        auto const r = of(64);
        return r.size() == 64 && r.omitted() == 0 && r.notes() == 22 && r.warnings() == 21 &&
               r.errors() == 21 && r[63].bound() == 63;
    });
}

BOOST_AUTO_TEST_CASE(violations_are_visited_in_their_order) {
    twice([] {
        auto const r = of(5);
        std::size_t i = 0;
        for (auto const v : r)
            if (v.bound() != i++) return false;
        auto it = r.begin();
        auto const before = it++;
        return i == 5 && (*before).bound() == 0 && (*it).bound() == 1 && before != it;
    });
}

// --- a full report

BOOST_AUTO_TEST_CASE(one_more_displaces_the_last_of_the_lowest_severity) {
    twice([] { // the 65th is a warning: the last note, which is the last of all, makes room
        auto const r = of(65);
        return r.size() == 64 && r.omitted() == 1 && r.notes() == 22 && r.warnings() == 22 &&
               r.errors() == 21 && r[62].bound() == 62 && r[63].bound() == 64 &&
               r.count(rule::region_unknown) == 64;
    });
    twice([] { // in the end the first 64 errors are kept, in their order
        auto const r = of(300);
        for (std::size_t i = 0; i < 64; ++i)
            if (r[i].severity() != severity::error || r[i].bound() != 2 + 3 * i) return false;
        return r.size() == 64 && r.omitted() == 236 && r.notes() == 100 && r.warnings() == 100 &&
               r.errors() == 100 && r.count(severity::error) == 100;
    });
}

BOOST_AUTO_TEST_CASE(a_note_never_pushes_out_an_error) {
    twice([] {
        report r;
        for (std::size_t i = 0; i < 64; ++i) add_numbered(r, severity::error, i);
        for (std::size_t i = 0; i < 100; ++i) add_numbered(r, severity::note, 1000 + i);
        add_numbered(r, severity::error, 2000);
        return r.errors() == 65 && r.notes() == 100 && r.omitted() == 101 && r[63].bound() == 63 && !r.ok();
    });
    twice([] { // nor does a note another note
        report r;
        for (std::size_t i = 0; i < 70; ++i) add_numbered(r, severity::note, i);
        return r[63].bound() == 63 && r.omitted() == 6;
    });
}

BOOST_AUTO_TEST_CASE(sixty_four_warnings_hide_no_error) {
    twice([] {
        report r;
        for (std::size_t i = 0; i < 64; ++i) add_numbered(r, severity::warning, i);
        bool const before = r.ok();
        add_numbered(r, severity::error, 64, rule::member_type);
        return before && !r.ok() && !r && r.omitted() == 1 && r.errors() == 1 &&
               r.count(rule::member_type) == 1 && r[63].rule() == rule::member_type && r[62].bound() == 62;
    });
    twice([] { // a note goes before a warning, wherever it stands
        report r;
        for (std::size_t i = 0; i < 64; ++i) add_numbered(r, i == 10 ? severity::note : severity::warning, i);
        add_numbered(r, severity::error, 64);
        add_numbered(r, severity::error, 65);
        return r[9].bound() == 9 && r[10].bound() == 11 && r[61].bound() == 62 && r[62].bound() == 64 &&
               r[63].bound() == 65 && r.omitted() == 2;
    });
}

BOOST_AUTO_TEST_CASE(an_error_that_is_not_kept_still_counts) {
    twice([] {
        report r;
        for (std::size_t i = 0; i < 65; ++i) add_numbered(r, severity::error, i);
        return !r.ok() && r.errors() == 65 && r.omitted() == 1 && r[63].bound() == 63;
    });
}

BOOST_AUTO_TEST_CASE(a_document_may_have_more_violations_than_fit) {
    auto request = acme;
    request.event_classes = {};
    for (int i = 0; i < 100; ++i) request.event_classes.push_back(ocsf::event_class::cloud_api);
    auto const r = check(request, {.regions = {"us-nowhere-1"}});
    BOOST_TEST(r.size() == 64u);
    BOOST_TEST(r.warnings() == 99u); // all but one repeat
    BOOST_TEST(r.errors() == 1u);    // the Region, which comes last
    BOOST_TEST(r[63].region() == "us-nowhere-1");
    BOOST_TEST(r.omitted() == r.errors() + r.warnings() + r.notes() - 64u);
    BOOST_TEST(!r.ok());
}

// --- the pool of excerpts

BOOST_AUTO_TEST_CASE(sixty_four_violations_with_the_longest_strings_all_fit) {
    std::string const text(2000, 't');
    report r;
    for (int i = 0; i < 64; ++i) add(r, longest(rule::source_name_length, text));
    BOOST_TEST_REQUIRE(r.size() == 64u);
    for (auto const v : r) {
        BOOST_TEST(v.region() == "aaaa-bbbbbbbbbb-cccccc-99");
        BOOST_TEST(v.text() == text.substr(0, 32)); // cut once the room was full
        BOOST_TEST(v.cut());
        BOOST_TEST(v.length() == 2000u);
        BOOST_TEST(v.bound() == static_cast<std::size_t>(-1));
        BOOST_TEST(v.pointer() == "/sourceName");
        BOOST_TEST(text.starts_with(v.detail()));
    }
}

BOOST_AUTO_TEST_CASE(strings_are_cut_to_32_bytes_when_the_room_is_full_for_the_first_time) {
    std::string const text(2000, 't');
    report r;
    std::size_t roomy = 0;
    while (r.size() < 64) {
        report copy{r};
        add(copy, longest(rule::source_name_length, text));
        if (copy[0].text().size() == 32) break;
        BOOST_TEST(copy[copy.size() - 1].text().size() == 256u);
        BOOST_TEST(copy[copy.size() - 1].detail().size() == 128u);
        r = copy;
        ++roomy;
    }
    BOOST_TEST(roomy >= 10u);
    // What is short stays whole, before and after.
    report mixed;
    for (int i = 0; i < 64; ++i) add(mixed, longest(rule::source_name_length, i % 2 == 0 ? "short" : text));
    for (std::size_t i = 0; i < 64; i += 2) {
        BOOST_TEST(mixed[i].text() == "short");
        BOOST_TEST(!mixed[i].cut());
        BOOST_TEST(mixed[i].detail() == "short");
    }
}

BOOST_AUTO_TEST_CASE(a_room_that_is_just_full_cuts_nothing) {
    auto const filled = [](std::size_t last) {
        report r;
        std::string const text(256, 't');
        auto f = finding_of(rule::source_name_length, at({"sourceName"}), "{value}");
        f.excerpt = text;
        for (int i = 0; i < 17; ++i) add(r, f);
        f.excerpt = std::string_view{text}.substr(0, last);
        add(r, f);
        return r;
    };
    auto const full = filled(4576 - 17 * 256); // the room is what 8 KiB leave
    BOOST_TEST(full[0].text().size() == 256u);
    BOOST_TEST(!full[0].cut());
    BOOST_TEST(full[17].text().size() == 224u);
    auto const cut = filled(4577 - 17 * 256);
    BOOST_TEST(cut[0].text().size() == 32u);
    BOOST_TEST(cut[17].text().size() == 32u);
}

BOOST_AUTO_TEST_CASE(names_of_unknown_members_keep_64_bytes) {
    std::string const name(64, 'n');
    report r;
    for (int i = 0; i < 64; ++i) {
        auto f = longest(i % 2 == 0 ? rule::member_unknown : rule::source_name_length, name);
        if (i % 2 == 0) f.region = f.detail = {};
        add(r, f);
    }
    for (std::size_t i = 0; i < 64; ++i) BOOST_TEST(r[i].text().size() == (i % 2 == 0 ? 64u : 32u));
    report only;
    for (int i = 0; i < 64; ++i) add(only, [&] {
        auto f = finding_of(rule::member_unknown, {}, "{text}");
        f.excerpt = name;
        return f;
    }());
    for (auto const v : only) BOOST_TEST(v.pointer() == "/" + name);
}

BOOST_AUTO_TEST_CASE(a_cut_string_ends_after_a_whole_character) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "\u20ac"; // three bytes each
    report r;
    for (int i = 0; i < 64; ++i) add(r, longest(rule::source_name_length, text));
    for (auto const v : r) {
        BOOST_TEST(v.text().size() == 30u);
        BOOST_TEST(v.detail().size() % 3 == 0u);
    }
}

BOOST_AUTO_TEST_CASE(the_room_of_a_displaced_violation_is_used_again) {
    std::string const text(2000, 't');
    report r;
    for (int i = 0; i < 64; ++i) {
        auto f = longest(rule::source_name_length, text);
        f.severity = severity::warning;
        add(r, f);
    }
    for (int i = 0; i < 200; ++i) {
        auto const numbered = "error " + std::to_string(i) + text;
        add(r, longest(rule::source_name_pattern, numbered));
    }
    BOOST_TEST(r.errors() == 200u);
    BOOST_TEST(r.omitted() == 200u);
    for (std::size_t i = 0; i < 64; ++i) {
        BOOST_TEST(r[i].text() == ("error " + std::to_string(i) + text).substr(0, 32));
        BOOST_TEST(r[i].region() == "aaaa-bbbbbbbbbb-cccccc-99");
    }
}

// --- what else a report can do

BOOST_AUTO_TEST_CASE(what_is_off_leaves_no_trace) {
    twice([] {
        report r;
        add(r, rule::region_unknown, severity::off);
        return r.empty() && r.ok() && r.omitted() == 0 && r.count(severity::off) == 0;
    });
}

inline constexpr rule_info no_tmp{.id = "no-tmp"};
inline constexpr rule_info same_id{.id = "no-tmp", .title = "The same, in another unit"};
inline constexpr rule_info other{.id = "other"};

BOOST_AUTO_TEST_CASE(rules_are_counted_by_their_id) {
    twice([] {
        report r;
        auto f = finding_of(rule::custom);
        f.info = &no_tmp;
        add(r, f);
        add(r, f);
        add(r, rule::member_type, severity::error);
        return r.count(no_tmp) == 2 && r.count(same_id) == 2 && r.count(other) == 0 &&
               r.count(rule::member_type) == 1 && r.count(rule::custom) == 0;
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
        return listed(copy) == listed(r) && listed(assigned) == listed(r) && assigned.omitted() == 1 &&
               copy.errors() == r.errors() && copy[63].bound() == 64;
    });
    twice([] { // a shorter one over a longer one
        auto r = of(65);
        r = of(2);
        return r.size() == 2 && r.omitted() == 0 && r.notes() == 1 && r.warnings() == 1 && r.errors() == 0;
    });
    std::string const text(2000, 't');
    report full;
    for (int i = 0; i < 100; ++i) add(full, longest(rule::source_name_length, text));
    report const copy{full};
    full.clear();
    for (int i = 0; i < 3; ++i) add(full, longest(rule::source_name_length, std::string(99, 'x')));
    BOOST_TEST(copy[63].text() == text.substr(0, 32));
    BOOST_TEST(copy.omitted() == 36u);
    BOOST_TEST(full[2].text() == std::string(99, 'x')); // roomy again
}

BOOST_AUTO_TEST_CASE(a_cleared_report_is_as_new) {
    twice([] {
        auto r = of(65);
        r.clear();
        bool const clear = r.empty() && r.ok() && r.omitted() == 0;
        add(r, rule::member_type, severity::error);
        return clear && r.size() == 1 && r.errors() == 1 && r[0].bound() == 0;
    });
}

BOOST_AUTO_TEST_CASE(violations_can_be_erased) {
    twice([] {
        auto r = of(66); // two are not kept
        auto const errors = r.errors();
        auto const kept = r.size();
        auto const n = r.erase_if([](violation const& v) { return v.severity() == severity::note; });
        bool in_order = true;
        for (std::size_t i = 1; i < r.size(); ++i) in_order = in_order && r[i - 1].bound() < r[i].bound();
        return n > 0 && r.size() == kept - n && r.errors() == errors && r.omitted() == 2 && in_order &&
               r.erase_if([](violation const&) { return false; }) == 0;
    });
}

BOOST_AUTO_TEST_CASE(what_is_left_has_its_parts_and_room_for_more) {
    report r;
    std::string const text(99, 'x');
    for (int i = 0; i < 64; ++i) add(r, longest(rule::source_name_length, text));
    auto const last = r[63];
    std::string const region{last.region()};
    BOOST_TEST(r.erase_if([n = 0](violation const&) mutable { return n++ < 60; }) == 60u);
    BOOST_TEST(r.size() == 4u);
    BOOST_TEST(r.errors() == 4u);
    BOOST_TEST(r[3].text() == text.substr(0, 32));
    BOOST_TEST(r[3].region() == region);
    for (int i = 0; i < 60; ++i) add(r, longest(rule::source_name_pattern, text));
    BOOST_TEST(r.size() == 64u);
    BOOST_TEST(r.omitted() == 0u);
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

BOOST_AUTO_TEST_SUITE_END()

} // namespace report_test
