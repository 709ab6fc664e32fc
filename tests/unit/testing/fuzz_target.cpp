// SPDX-License-Identifier: BSL-1.0
// What a fuzzer gets from a target: inputs for its handler, made of others, seeds and a dictionary.
#include <lakeproof/testing/fuzz_target.hpp>

#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz_target_test {

using namespace lakeproof;
using testing::fuzz_target;

void run(std::string_view input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(input.data()), input.size());
}

std::string mutated(std::string const& input, unsigned seed, std::size_t most = 4096) {
    std::vector<std::uint8_t> data(input.begin(), input.end());
    data.resize(most);
    data.resize(LLVMFuzzerCustomMutator(data.data(), input.size(), most, seed));
    return {data.begin(), data.end()};
}

BOOST_AUTO_TEST_SUITE(fuzz_targets)

BOOST_AUTO_TEST_CASE(a_handler_gets_what_the_fuzzer_has) {
    std::vector<std::string> got;
    fuzz_target const target{[&got](std::string_view text) { got.emplace_back(text); }};
    for (auto const* const input : {"", "{}", "no JSON"}) run(input);
    BOOST_TEST((got == std::vector<std::string>{"", "{}", "no JSON"}));
    run({"a\0b", 3});
    BOOST_TEST((got.back() == std::string{"a\0b", 3})); // options are not drawn
}

BOOST_AUTO_TEST_CASE(what_leaves_a_handler_leaves_the_target) {
    fuzz_target const target{[](std::string_view) { throw std::runtime_error{"a find"}; }};
    BOOST_CHECK_THROW(run("{}"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(inputs_suit_the_options_of_the_service) {
    options const in_virginia{.regions = {regions::us_east_1}};
    std::set<std::size_t> names;
    std::size_t accepted = 0;
    fuzz_target const target{in_virginia, [&](std::string_view text) {
                                 auto const parsed = json::parse_request(text, in_virginia);
                                 if (!parsed) return;
                                 ++accepted;
                                 names.insert(parsed->source_name.size());
                             }};
    std::string input;
    for (unsigned seed = 0; seed < 8000; ++seed) run(input = mutated(input, seed));
    BOOST_TEST((accepted > 2000u && accepted < 6000u));
    BOOST_TEST(*names.rbegin() == 26u);
}

BOOST_AUTO_TEST_CASE(options_are_drawn_for_a_handler_that_takes_them) {
    std::set<std::string> in;
    std::size_t accepted = 0, unlike = 0;
    fuzz_target const target{[&](std::string_view text, options const& o) {
        for (auto const r : o.regions) in.emplace(r);
        accepted += json::check_request(text, o).ok();
        unlike += o.policy != policy{};
        BOOST_TEST_REQUIRE(text.size() <= 4096u);
    }};
    run(test::request_json());
    BOOST_TEST((accepted == 1u && unlike == 0u && in.empty())); // the default
    std::string input;
    for (unsigned seed = 0; seed < 8000; ++seed) {
        input = mutated(input, seed);
        BOOST_TEST_REQUIRE(input.size() <= 4096u);
        run(input);
    }
    BOOST_TEST(accepted > 2000u);
    BOOST_TEST(unlike > 2000u);
    BOOST_TEST(in.size() > 30u);
    // However little room there is.
    for (std::size_t most = 0; most < 4; ++most)
        for (unsigned seed = 0; seed < 50; ++seed) BOOST_TEST_REQUIRE(mutated("", seed, most).size() <= most);
}

BOOST_AUTO_TEST_CASE(two_inputs_are_crossed) {
    fuzz_target const target{[](std::string_view) {}};
    auto const one = test::request_json({.source_name = R"("one-name")"});
    auto const other = test::request_json({.source_name = R"("other-name")"});
    auto const bytes = [](std::string const& s) { return reinterpret_cast<std::uint8_t const*>(s.data()); };
    std::size_t crossed = 0;
    for (unsigned seed = 0; seed < 2000; ++seed) {
        std::uint8_t out[2048];
        auto const size = LLVMFuzzerCustomCrossOver(bytes(one), one.size(), bytes(other), other.size(), out, sizeof out, seed);
        crossed += std::string_view{reinterpret_cast<char const*>(out), size}.find("other-name") != std::string_view::npos;
    }
    BOOST_TEST(crossed > 100u);
    std::uint8_t small[8];
    BOOST_TEST(LLVMFuzzerCustomCrossOver(bytes(one), one.size(), bytes(other), other.size(), small, sizeof small, 1) == 8u);
}

BOOST_AUTO_TEST_CASE(seeds_keep_and_break_every_rule_of_a_document) {
    std::set<rule> broken;
    std::size_t accepted = 0;
    for (auto const& seed : testing::detail::fuzz_seeds<create_custom_log_source_request>()) {
        BOOST_TEST(seed.size() <= 4096u);
        auto const found = json::check_request(seed);
        accepted += found.ok();
        for (auto const v : found) broken.insert(v.rule());
    }
    BOOST_TEST(accepted > 20u);
    for (auto const r : {rule::json_malformed, rule::member_type, rule::member_missing, rule::member_duplicate,
                         rule::source_name_length, rule::event_class_undocumented, rule::role_arn_unresolvable,
                         rule::principal_pattern, rule::external_id_length, rule::provider_role_characters})
        BOOST_TEST(broken.contains(r), to_string(r));
}

BOOST_AUTO_TEST_CASE(the_dictionary_has_the_words_of_the_tables) {
    auto const words = testing::detail::fuzz_dictionary<create_custom_log_source_request>();
    for (auto const* const word : {"\"sourceName\"\n", R"("\"sourceName\":")", "\"DNS_ACTIVITY\"\n", "\"us-east-1\"\n",
                                   "\"null\"\n", "\"acme-edr\"\n"})
        BOOST_TEST(words.find(word) != words.npos, word);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace fuzz_target_test
