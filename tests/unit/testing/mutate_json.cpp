// SPDX-License-Identifier: BSL-1.0
// What the mutator leaves is often JSON, and never too long.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/mutate_json.hpp>

#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mutate_json_test {

using namespace lakeproof;
using namespace lakeproof::testing;

BOOST_AUTO_TEST_SUITE(mutator)

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

BOOST_AUTO_TEST_CASE(many_mutations_leave_json_that_breaks_every_rule_of_structure_and_strings) {
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
        bool const possible =
            in.value >= rule::json_malformed && in.value <= rule::external_id_pattern;
        BOOST_TEST((!possible || seen.contains(in.value)), in.id);
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

BOOST_AUTO_TEST_CASE(objects_and_lists_both_get_more) {
    std::string const start = R"({"a":[1]})";
    std::size_t members = 0;
    std::size_t elements = 0;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        std::vector<std::uint8_t> data(start.begin(), start.end());
        data.resize(256);
        auto const size = mutate_request_json(data.data(), start.size(), data.size(), seed);
        std::string const text(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(size));
        members += text.ends_with(R"(,"a":[1]})") && !text.starts_with(R"({"a")");
        elements += text.starts_with(R"({"a":[)") && text.ends_with(",1]}") && !text.starts_with(R"({"a":[1,)");
    }
    BOOST_TEST(members > 50u);
    BOOST_TEST(elements > 50u);
}

BOOST_AUTO_TEST_CASE(nothing_can_be_mutated_too) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::uint8_t data[8] = {};
        BOOST_TEST(mutate_request_json(data, 0, sizeof data, seed) <= sizeof data);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace mutate_json_test
