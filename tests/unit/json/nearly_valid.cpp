// SPDX-License-Identifier: BSL-1.0
// What is nearly valid breaks what it says; what a mutator leaves is often JSON, and never too
// long.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/mutate_json.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../../support/requests.hpp"
#include "../../support/second_operation.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace lakeproof;
using namespace lakeproof::testing;

template <class Shape>
void breaks_what_it_says(std::string const& bytes, region_list const& regions,
                         std::map<rule, std::size_t>& seen) {
    byte_source source{bytes};
    auto const bad = nearly_valid<Shape>(source, regions);
    ++seen[bad.broken];
    bool found = false;
    for (auto const& v : json::check<Shape>(bad.text, {.regions = regions})) {
        found |= v.rule() == bad.broken && v.pointer() == bad.pointer;
        // Nothing else is wrong elsewhere.
        BOOST_TEST_REQUIRE((v.severity() != severity::error || v.pointer() == bad.pointer),
                           bad.text);
    }
    BOOST_TEST_REQUIRE(found, info(bad.broken).id << " at " << bad.pointer << ": " << bad.text);
}

BOOST_AUTO_TEST_SUITE(nearly_valid_documents)

BOOST_AUTO_TEST_CASE(they_break_what_they_say) {
    std::mt19937 random{3};
    std::map<rule, std::size_t> seen;
    std::map<rule, std::size_t> seen_of_second;
    region_list const regions{regions::ap_southeast_2};
    for (int i = 0; i < 6000; ++i) {
        std::string bytes(random() % 400, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        breaks_what_it_says<create_custom_log_source_request>(
            bytes, i % 2 == 0 ? region_list{} : regions, seen);
        breaks_what_it_says<second::subscriber>(bytes, {}, seen_of_second);
    }
    for (auto const& r : rules()) {
        // Not of one document, only of Regions, no fault, or no rule of the request's own texts.
        bool const other = r.id.starts_with("response-") || r.id.starts_with("string-") ||
                           r.id.starts_with("region-") || r.value == rule::house_rule ||
                           r.value == rule::source_name_conflict ||
                           r.value == rule::source_name_collision ||
                           r.value == rule::event_class_retired;
        BOOST_TEST((seen[r.value] != 0) != other, r.id << ": " << seen[r.value]);
    }
    BOOST_TEST(seen_of_second[rule::string_length] > 0u);
    BOOST_TEST(seen_of_second[rule::string_pattern] > 0u);
}

BOOST_AUTO_TEST_CASE(warnings_leave_room_for_the_one_error) {
    // Each of the 64 repeats the first and is retired: more than a report keeps.
    auto loud = test::acme;
    loud.event_classes = {};
    while (loud.event_classes.try_push_back(ocsf::event_class::cloud_api)) {
    }
    BOOST_TEST_REQUIRE(check(loud).omitted() > 0u);
    std::map<rule, std::size_t> seen;
    for (char kind = 0; kind < 12; ++kind)
        for (char variant = 0; variant < 8; ++variant)
            breaks_what_it_says<create_custom_log_source_request>(
                std::string{kind, '\7', variant} + bytes_for(loud), {}, seen);
}

BOOST_AUTO_TEST_CASE(mutations_stay_within_bounds_and_mostly_json) {
    std::size_t is_json = 0;
    std::size_t right = 0;
    constexpr unsigned rounds = 4000;
    std::string const start = test::request_json();
    for (unsigned seed = 0; seed < rounds; ++seed) {
        std::vector<std::uint8_t> data(start.begin(), start.end());
        data.resize(start.size() + seed % 50);
        auto const most = data.size();
        auto const size = mutate_request_json(data.data(), start.size(), most, seed);
        BOOST_TEST_REQUIRE(size <= most);
        std::string const text(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(size));
        auto const r = json::check_request(text);
        is_json += r.count(rule::json_malformed) == 0;
        right += r.ok();
        // The same seed, the same change.
        std::vector<std::uint8_t> again(start.begin(), start.end());
        again.resize(most);
        BOOST_TEST_REQUIRE(mutate_request_json(again.data(), start.size(), most, seed) == size);
        BOOST_TEST_REQUIRE(
            std::string(again.begin(), again.begin() + static_cast<std::ptrdiff_t>(size)) == text);
    }
    BOOST_TEST(is_json > rounds * 9 / 10);
    BOOST_TEST(right > rounds / 10);
}

BOOST_AUTO_TEST_CASE(many_mutations_leave_json_that_breaks_every_rule_of_a_text) {
    std::size_t is_json = 0;
    std::map<rule, std::size_t> seen;
    constexpr unsigned chains = 4000;
    constexpr unsigned steps = 8;
    for (unsigned chain = 0; chain < chains; ++chain) {
        std::string text = test::request_json({.source_version = R"("1.0")"});
        for (unsigned step = 0; step < steps; ++step) {
            std::vector<std::uint8_t> data(text.begin(), text.end());
            data.resize(8192);
            data.resize(
                mutate_request_json(data.data(), text.size(), data.size(), chain * steps + step));
            text.assign(data.begin(), data.end());
        }
        auto const r = json::check_request(text, {.regions = {regions::us_east_1}});
        is_json += r.count(rule::json_malformed) == 0;
        for (auto const& v : r) ++seen[v.rule()];
    }
    BOOST_TEST(is_json > chains * 3 / 4);
    for (auto const& in : rules()) {
        bool const of_text =
            in.value >= rule::json_malformed && in.value <= rule::external_id_pattern;
        BOOST_TEST((!of_text || seen.contains(in.value)), in.id);
    }
}

BOOST_AUTO_TEST_CASE(what_would_be_too_long_is_not_made) {
    std::string const start = test::request_json();
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::vector<std::uint8_t> data(start.begin(), start.end());
        auto const size = mutate_request_json(data.data(), data.size(), data.size(), seed);
        BOOST_TEST_REQUIRE(size <= start.size());
        // Nothing is cut off in its midst.
        if (size == start.size() && data.back() != '}')
            BOOST_TEST(std::string(data.begin(), data.end() - 1) == start.substr(0, size - 1));
    }
}

BOOST_AUTO_TEST_CASE(nothing_can_be_mutated_too) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::uint8_t data[8] = {};
        BOOST_TEST(mutate_request_json(data, 0, sizeof data, seed) <= sizeof data);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
