// SPDX-License-Identifier: BSL-1.0
// Documents with one thing wrong, of shapes and values that are easily taken amiss.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/arbitrary_options.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../../support/odd_shapes.hpp"
#include "../../support/requests.hpp"
#include "../../support/second_operation.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace nearly_valid_test {

using lakeproof::rule;
using lakeproof::testing::byte_source;
using request = lakeproof::create_custom_log_source_request;

/// A shape that has a name which an unknown member would get.
struct taken {
    odd::letters extra;
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"extra", &taken::extra});
};

/// With every fault in a few places: the document breaks what it says. The rules that are broken.
template <class Shape>
std::set<rule> breaks_what_it_says(std::string const& value, int places = 4, int variants = 6) {
    std::set<rule> all;
    for (int fault = 0; fault < 12; ++fault)
        for (int place = 0; place < places; ++place)
            for (int variant = 0; variant < variants; ++variant) {
                std::string const choice{static_cast<char>(fault), static_cast<char>(place),
                                         static_cast<char>(variant)};
                auto const text = choice + value;
                byte_source bytes{text};
                auto const document = lakeproof::testing::nearly_valid<Shape>(bytes);
                auto const report = lakeproof::json::check<Shape>(document.text);
                bool found = false;
                for (auto const& v : report)
                    found =
                        found || (v.rule() == document.broken && v.pointer() == document.pointer);
                BOOST_TEST(found, fault << ' ' << place << ' ' << variant << ": "
                                        << to_string(document.broken));
                all.insert(document.broken);
            }
    return all;
}

/// The document of some bytes breaks what it says, and nothing else is an error elsewhere.
template <class Shape>
void breaks_just_that(std::string const& bytes, lakeproof::options const& o, std::map<rule, std::size_t>& seen) {
    byte_source source{bytes};
    auto const bad = lakeproof::testing::nearly_valid<Shape>(source, o);
    ++seen[bad.broken];
    bool found = false;
    for (auto const v : lakeproof::json::check<Shape>(bad.text, o)) {
        found |= v.rule() == bad.broken && v.pointer() == bad.pointer;
        BOOST_TEST_REQUIRE((v.severity() != lakeproof::severity::error || v.pointer() == bad.pointer),
                           v.info().id << " beside " << to_string(bad.broken) << ": " << bad.text);
    }
    BOOST_TEST_REQUIRE(found, to_string(bad.broken) << " at " << bad.pointer << ": " << bad.text);
}

BOOST_AUTO_TEST_SUITE(nearly_valid_documents)

BOOST_AUTO_TEST_CASE(they_break_what_they_say) {
    std::mt19937 random{3};
    std::map<rule, std::size_t> seen, seen_of_second;
    lakeproof::options const in_sydney{.regions = {lakeproof::regions::ap_southeast_2}};
    for (int i = 0; i < 4000; ++i) {
        std::string bytes(3 + random() % 400, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        if (i % 4 == 0) bytes[0] = 8; // a rule of the shape's own
        if (i % 2 == 0) bytes = bytes.substr(0, 3) + lakeproof::testing::bytes_for(lakeproof::test::acme);
        breaks_just_that<request>(bytes, i % 4 < 2 ? lakeproof::options{} : in_sydney, seen);
        breaks_just_that<second::subscriber>(bytes, {}, seen_of_second);
    }
    for (auto const& r : lakeproof::rules()) {
        // Not of one document, only of Regions, or no rule of a request's own.
        bool const other = r.id.starts_with("response-") || r.id.starts_with("string-") || r.id.starts_with("region-") ||
                           r.value == rule::house_rule || r.value == rule::source_name_conflict ||
                           r.value == rule::source_name_collision || r.value == rule::source_count_limit ||
                           r.value == rule::number_range || r.value == rule::list_length ||
                           r.value == rule::union_members;
        BOOST_TEST((seen[r.value] != 0) != other, r.id << ": " << seen[r.value]);
    }
    BOOST_TEST(seen_of_second[rule::string_length] > 0u);
    BOOST_TEST(seen_of_second[rule::string_pattern] > 0u);
}

BOOST_AUTO_TEST_CASE(they_break_what_they_say_under_any_policy) {
    std::mt19937 random{9};
    std::map<rule, std::size_t> seen;
    for (int i = 0; i < 4000; ++i) {
        std::string bytes(200, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        byte_source source{bytes};
        auto o = lakeproof::testing::arbitrary_options(source);
        o.limits = {};
        o.regions = {};
        breaks_just_that<request>(std::string{source.left()}, o, seen);
    }
    BOOST_TEST(seen.size() > 25u);
}

BOOST_AUTO_TEST_CASE(warnings_leave_room_for_the_one_error) {
    // Each of the 128 repeats the first and is retired: more than a report keeps.
    auto loud = lakeproof::test::acme;
    loud.event_classes = {};
    while (loud.event_classes.try_push_back(lakeproof::ocsf::event_class::cloud_api)) {
    }
    BOOST_TEST_REQUIRE(check(loud).omitted() > 0u);
    std::map<rule, std::size_t> seen;
    for (char kind = 0; kind < 12; ++kind)
        for (char variant = 0; variant < 8; ++variant)
            breaks_just_that<request>(std::string{kind, '\7', variant} + lakeproof::testing::bytes_for(loud), {}, seen);
}

BOOST_AUTO_TEST_CASE(the_request_has_a_function_of_its_own) {
    for (std::string_view const text : {"", "acme", "\xff\xff\xff\xff\xff\xff\xff\xff\xff"}) {
        byte_source one{text}, other{text};
        BOOST_TEST(lakeproof::testing::nearly_valid_request(one).text ==
                   lakeproof::testing::nearly_valid<request>(other).text);
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_member_has_a_name_that_no_member_has) {
    breaks_what_it_says<taken>("");
    breaks_what_it_says<odd::names>("");
}

BOOST_AUTO_TEST_CASE(a_long_value_does_not_pass_the_byte_limit_when_it_occurs_twice) {
    lakeproof::create_custom_log_source_response r;
    r.source.emplace();
    r.source->source_name = std::string(600'000, 'n');
    breaks_what_it_says<lakeproof::create_custom_log_source_response>(
        lakeproof::testing::bytes_for(r), 2, 1);
}

BOOST_AUTO_TEST_CASE(bounds_closed_sets_and_unions_are_broken) {
    auto const bytes = [](auto const& value) { return lakeproof::testing::bytes_for(value); };
    odd::numbers const numbers{0, 0, 0, std::int16_t{-1}, true, {}, odd::color{"RED"}};
    auto all = breaks_what_it_says<odd::numbers>(bytes(numbers));
    BOOST_TEST((all.contains(rule::number_range) && all.contains(rule::string_enum)));
    odd::bounded b{};
    b.required.push_back(odd::letters{"a"});
    b.choices = {odd::choice{.word = odd::letters{"w"}}, odd::choice{.color = odd::color{"RED"}}};
    all = breaks_what_it_says<odd::bounded>(bytes(b), 32, 12);
    BOOST_TEST((all.contains(rule::list_length) && all.contains(rule::union_members)));
    all = breaks_what_it_says<odd::answer>(bytes(odd::answer{.numbers = std::vector<std::int32_t>{1, 2, 3}}), 24);
    BOOST_TEST(all.contains(rule::number_range));
}

BOOST_AUTO_TEST_CASE(a_request_breaks_its_own_rules) {
    auto r = lakeproof::test::acme;
    r.event_classes = {lakeproof::ocsf::event_class::security_finding};
    lakeproof::options const o{.regions = {lakeproof::regions::us_east_1}};
    std::set<rule> all;
    for (int place = 0; place < 11; ++place)
        for (int variant = 0; variant < 256; ++variant) {
            auto const text = std::string{8, static_cast<char>(place), static_cast<char>(variant)} +
                              lakeproof::testing::bytes_for(r);
            byte_source bytes{text};
            all.insert(lakeproof::testing::nearly_valid_request(bytes, o).broken);
        }
    for (auto const broken :
         {rule::source_name_documented_limit, rule::event_class_undocumented, rule::event_class_duplicate,
          rule::event_class_retired, rule::event_classes_several, rule::role_arn_unresolvable,
          rule::principal_unresolvable, rule::provider_role_length, rule::provider_role_characters,
          rule::role_arn_partition})
        BOOST_TEST(all.contains(broken), to_string(broken));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace nearly_valid_test
