// SPDX-License-Identifier: BSL-1.0
// What the mutator makes: how often it is accepted, or breaks one rule; and never too long.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/boundary.hpp>
#include <lakeproof/testing/mutate_json.hpp>

#include "../../support/odd_shapes.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mutate_json_test {

using namespace lakeproof;
using namespace lakeproof::testing;

/// What becomes of inputs, in parts of all.
struct distribution {
    double accepted = 0;
    double one_rule = 0; ///< has errors, of one rule alone
    double malformed = 0;
    std::map<rule, std::size_t> broken{}; ///< how often that rule
    std::set<std::size_t> names{};        ///< lengths of accepted names
};

std::string mutated(std::string const& text, std::size_t most, unsigned seed, options const& o = {}) {
    std::vector<std::uint8_t> data(text.begin(), text.end());
    data.resize(std::max(most, text.size()));
    data.resize(mutate_request_json(data.data(), text.size(), most, seed, o));
    return {data.begin(), data.end()};
}

distribution distribution_from(std::vector<std::string> const& corpus, options const& o = {}) {
    distribution all;
    constexpr unsigned rounds = 20'000;
    for (unsigned seed = 0; seed < rounds; ++seed) {
        auto const text = mutated(corpus[seed % corpus.size()], 8192, seed, o);
        auto const found = json::check_request(text, o);
        std::set<rule> errors;
        for (auto const v : found)
            if (v.severity() == severity::error) errors.insert(v.rule());
        all.malformed += found.count(rule::json_malformed) != 0;
        all.accepted += found.ok();
        all.one_rule += errors.size() == 1;
        if (errors.size() == 1) ++all.broken[*errors.begin()];
        if (found.ok()) all.names.insert(json::parse_request(text, o)->source_name.size());
    }
    for (auto* const part : {&all.accepted, &all.one_rule, &all.malformed}) *part /= rounds;
    return all;
}

BOOST_AUTO_TEST_SUITE(distributions)

/// What is in a fuzzer's corpus: nothing yet; whatever came of earlier mutations; documents at every boundary.
std::vector<std::vector<std::string>> const& corpora() {
    static auto const all = [] {
        std::vector<std::vector<std::string>> three{{"\n"}, {}, {}};
        std::mt19937 random{11};
        for (int i = 0; i < 200; ++i) {
            std::string bytes(random() % 400, '\0');
            for (char& c : bytes) c = static_cast<char>(random());
            three[1].push_back(bytes);
        }
        for (auto const& c : boundaries<create_custom_log_source_request>())
            if (c.document.size() < 4096) three[2].push_back(c.document);
        return three;
    }();
    return all;
}

BOOST_AUTO_TEST_CASE(from_any_corpus_a_quarter_is_accepted_and_a_quarter_breaks_one_rule) {
    options permissive;
    permissive.policy.set(rule::source_name_documented_limit, severity::off)
        .set(rule::event_class_undocumented, severity::off)
        .set(rule::member_unknown, severity::error);
    options const in_virginia{.regions = {regions::us_east_1}};
    options const in_china{.regions = {regions::cn_north_1, regions::cn_northwest_1}};
    for (auto const& corpus : corpora())
        for (auto const& o : {options{}, in_virginia, in_china, permissive}) {
            auto const d = distribution_from(corpus, o);
            BOOST_TEST(d.accepted >= 0.25);
            BOOST_TEST(d.one_rule >= 0.25);
            BOOST_TEST(d.malformed < 0.2);
        }
}

BOOST_AUTO_TEST_CASE(every_rule_of_a_document_is_broken_alone_and_every_length_accepted) {
    auto const d = distribution_from(corpora()[0], {.regions = {regions::us_east_1}});
    for (auto const& r : rules()) {
        bool const of_a_document = r.value <= rule::external_id_pattern || r.value == rule::provider_role_characters ||
                                   r.value == rule::role_arn_partition;
        // A name or an ARN so long breaks another rule in this Region.
        bool const entails = r.value == rule::source_name_documented_limit || r.value == rule::role_arn_length;
        if (of_a_document && r.default_severity == severity::error && !entails)
            BOOST_TEST(d.broken.contains(r.value), r.id);
    }
    for (std::size_t n = 1; n <= 26; ++n) BOOST_TEST(d.names.contains(n), n);
}

BOOST_AUTO_TEST_CASE(other_shapes_are_mutated_too) {
    std::size_t accepted = 0;
    std::set<rule> broken;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        std::uint8_t data[4096];
        auto const size = mutate_json<odd::bounded>(data, 0, sizeof data, seed);
        auto const found = json::check<odd::bounded>({reinterpret_cast<char const*>(data), size});
        accepted += found.ok();
        for (auto const v : found) broken.insert(v.rule());
    }
    BOOST_TEST(accepted > 1000u);
    for (auto const r : {rule::list_length, rule::union_members, rule::number_range, rule::member_missing,
                         rule::member_type, rule::string_enum, rule::string_length})
        BOOST_TEST(broken.contains(r), to_string(r));
}

BOOST_AUTO_TEST_CASE(two_documents_are_crossed) {
    auto const one = test::request_json({.source_name = R"("one-name")"});
    auto const other = test::request_json({.source_name = R"("other-name")", .source_version = R"("9.9")"});
    std::size_t names = 0, accepted = 0;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        std::uint8_t data[1024];
        auto const size = cross_over_json<create_custom_log_source_request>(one, other, data, sizeof data, seed);
        std::string_view const text{reinterpret_cast<char const*>(data), size};
        names += text.find("other-name") != text.npos;
        accepted += json::check_request(text).ok();
        BOOST_TEST_REQUIRE(size == cross_over_json<create_custom_log_source_request>(one, other, data, sizeof data, seed));
    }
    BOOST_TEST(names > 200u);
    BOOST_TEST(accepted > 2000u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(mutator)

BOOST_AUTO_TEST_CASE(mutations_stay_within_bounds) {
    std::string const start = test::request_json();
    for (unsigned seed = 0; seed < 4000; ++seed) {
        auto const most = start.size() + seed % 50;
        auto const text = mutated(start, most, seed);
        BOOST_TEST_REQUIRE(text.size() <= most);
        BOOST_TEST_REQUIRE(mutated(start, most, seed) == text); // the same seed, the same change
    }
}

BOOST_AUTO_TEST_CASE(many_mutations_leave_json_that_breaks_every_rule_of_structure_and_strings) {
    std::size_t is_json = 0;
    std::map<rule, std::size_t> seen;
    constexpr unsigned chains = 4000;
    constexpr unsigned steps = 8;
    for (unsigned chain = 0; chain < chains; ++chain) {
        std::string text = test::request_json({.source_version = R"("1.0")"});
        for (unsigned step = 0; step < steps; ++step) {
            text = mutated(text, 8192, chain * steps + step);
        }
        auto const r = json::check_request(text, {.regions = {regions::us_east_1}});
        is_json += r.count(rule::json_malformed) == 0;
        for (auto const& v : r) ++seen[v.rule()];
    }
    BOOST_TEST(is_json > chains / 2);
    for (auto const& in : rules()) {
        bool const possible =
            in.value >= rule::json_malformed && in.value <= rule::external_id_pattern;
        BOOST_TEST((!possible || seen.contains(in.value)), in.id);
    }
}

BOOST_AUTO_TEST_CASE(what_would_be_too_long_is_not_made) {
    std::string const start = test::request_json();
    for (unsigned seed = 0; seed < 500; ++seed) {
        auto const text = mutated(start, start.size(), seed);
        BOOST_TEST_REQUIRE(text.size() <= start.size());
        // Nothing is cut off in its midst.
        if (text.size() == start.size() && text.back() != '}')
            BOOST_TEST(text.substr(0, text.size() - 1) == start.substr(0, text.size() - 1));
    }
}

BOOST_AUTO_TEST_CASE(nothing_can_be_mutated_too) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::uint8_t data[8] = {};
        BOOST_TEST(mutate_request_json(data, 0, sizeof data, seed) <= sizeof data);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace mutate_json_test
