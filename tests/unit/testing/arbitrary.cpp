// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/arbitrary_options.hpp>

#include "../../support/odd_shapes.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace arbitrary_test {

using namespace lakeproof;
using namespace lakeproof::testing;
using request = create_custom_log_source_request;

std::string random_bytes(std::mt19937& random, std::size_t most) {
    std::string bytes(random() % (most + 1), '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    return bytes;
}

template <class T>
T from(std::string_view bytes, options const& o = {}) {
    byte_source source{bytes};
    return arbitrary<T>(source, o);
}

/// Whether a value comes out of some bytes, and of them alone.
template <class T>
bool comes_out(T const& value, options const& o = {}) {
    auto const bytes = bytes_for(value);
    byte_source source{bytes};
    return arbitrary<T>(source, o) == value && source.left().empty();
}

/// As long as it may be in every Region that `role_length` leaves room for.
request extreme(std::size_t name_size) {
    std::string arn = "arn:aws:iam::999999999999:role/";
    arn += std::string(510, 'p') + '/' + std::string(64, 'Z');
    auto r = test::acme;
    r.configuration.crawler_configuration.role_arn = role_arn{arn};
    r.configuration.provider_identity.external_id = external_id{std::string(1224, '/')};
    r.configuration.provider_identity.principal =
        principal{std::string(255 - 14, '-') + ".amazonaws.com"};
    r.source_name = source_name{std::string(name_size, '.')};
    r.source_version = source_version{std::string(32, '_')};
    r.event_classes = {};
    while (r.event_classes.size() < 64)
        r.event_classes.push_back(static_cast<ocsf::event_class>(r.event_classes.size() % 5 + 10));
    return r;
}

BOOST_AUTO_TEST_SUITE(arbitrary_values)

BOOST_AUTO_TEST_CASE(any_bytes_make_a_valid_request_in_every_region) {
    std::mt19937 random{1};
    for (auto const& in : known_regions()) {
        options const o{.regions = {region{in.code}}};
        for (int i = 0; i < 40; ++i) {
            auto const r = from<request>(random_bytes(random, 300), o);
            BOOST_TEST_REQUIRE(check(r, o).ok());
            BOOST_TEST_REQUIRE(comes_out(r, o));
        }
    }
}

BOOST_AUTO_TEST_CASE(no_bytes_make_the_smallest_request) {
    auto const r = from<request>("");
    BOOST_TEST(check(r).ok());
    BOOST_TEST(r.source_name.size() == 1u);
    BOOST_TEST(r.event_classes.empty());
    BOOST_TEST(!r.source_version.has_value());
}

BOOST_AUTO_TEST_CASE(chosen_requests_come_out) {
    BOOST_TEST(comes_out(test::acme));
    for (std::size_t const size : {1u, 19u, 20u}) {
        auto const r = extreme(size);
        BOOST_TEST_REQUIRE(
            check(r, {.regions = {regions::us_isof_south_1}}).count(rule::provider_role_length) ==
            0u);
        BOOST_TEST(comes_out(r), size);
    }
    // Every listed class, retired or not, in the order of the page.
    auto all = test::acme;
    all.event_classes = {};
    for (auto const c : ocsf::event_classes()) all.event_classes.push_back(c);
    BOOST_TEST(comes_out(all));
    for (auto const* const arn :
         {"arn:aws:iam::000000000000:role/a/b/c", "arn:aws-us-gov:iam::123456789012:role/x",
          "arn:awsZ--a:iam::123456789012:role/+=,.@-_"})
        BOOST_TEST(comes_out(test::crawled_by(arn)), arn);
}

BOOST_AUTO_TEST_CASE(a_long_region_leaves_no_room_for_a_long_name) {
    region const longest = "abcd-regions-of-letters-1";
    options const o{.regions = {longest}};
    bool reached = false;
    std::mt19937 random{2};
    for (int i = 0; i < 300; ++i) {
        auto const r = from<request>(random_bytes(random, 200), o);
        BOOST_TEST_REQUIRE(r.source_name.size() <= max_source_name_length(longest));
        reached |= r.source_name.size() == max_source_name_length(longest);
    }
    BOOST_TEST(reached);
}

BOOST_AUTO_TEST_CASE(the_longest_name_of_every_region_comes_out) {
    for (auto const& in : known_regions()) {
        options const o{.regions = {region{in.code}}};
        auto r = test::acme;
        auto const partition = std::string{to_string(in.partition)};
        r.configuration.crawler_configuration.role_arn = role_arn{"arn:" + partition + ":iam::123456789012:role/x"};
        r.source_name = source_name{std::string(max_source_name_length(region{in.code}), 'n')};
        BOOST_TEST_REQUIRE(check(r, o).ok(), in.code);
        BOOST_TEST(comes_out(r, o), in.code);
    }
}

/// Any bytes make a request without an error, and what is valid under these severities comes out.
void any_bytes_suit(policy const& severities, std::vector<request> const& valid) {
    std::mt19937 random{7};
    options const o{.policy = severities};
    for (int i = 0; i < 600; ++i) {
        auto const r = from<request>(random_bytes(random, 300), o);
        BOOST_TEST_REQUIRE(check(r, o).ok(), json::serialize(r));
        BOOST_TEST_REQUIRE(comes_out(r, o));
    }
    for (auto const& r : valid) {
        BOOST_TEST_REQUIRE(check(r, o).ok());
        BOOST_TEST(comes_out(r, o));
    }
}

BOOST_AUTO_TEST_CASE(what_a_policy_allows_comes_out_and_what_it_forbids_does_not) {
    using enum rule;
    auto named = [](std::string_view name) {
        auto r = test::acme;
        r.source_name = source_name{name};
        return r;
    };
    any_bytes_suit(policy{}.set(source_name_documented_limit, severity::off).set(provider_role_characters, severity::note),
                   {named(std::string(64, 'n')), named("a:b/c\\d"), extreme(40)});
    auto unlisted = test::acme;
    unlisted.event_classes = {};
    for (auto const* const name : {"", "A", "NOT_LISTED", "NOT_LISTED"})
        unlisted.event_classes.push_back(ocsf::event_class_name{name});
    any_bytes_suit(policy{}.set(event_class_undocumented, severity::warning), {unlisted});
    auto one = test::acme;
    one.event_classes = {ocsf::event_class::dns_activity};
    any_bytes_suit(policy{}.set(event_classes_several, severity::error).set(event_class_duplicate, severity::error), {one});
    any_bytes_suit(policy{}
                       .set(event_class_not_in_api_reference, severity::error)
                       .set(event_class_not_in_user_guide, severity::error)
                       .set(event_class_retired, severity::error)
                       .set(principal_unresolvable, severity::error),
                   {one});
    auto unresolvable = test::acme;
    unresolvable.configuration.crawler_configuration.role_arn = role_arn{"arn::iam::123456789012:role//x"};
    any_bytes_suit(policy{}.set(role_arn_unresolvable, severity::off), {unresolvable});
}

BOOST_AUTO_TEST_CASE(options_come_from_any_bytes) {
    std::mt19937 random{8};
    std::set<std::string> regions;
    std::set<rule> set;
    std::size_t limited = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto const bytes = random_bytes(random, 40);
        byte_source source{bytes};
        auto const o = arbitrary_options(source);
        for (auto const r : o.regions) {
            regions.emplace(r);
            BOOST_TEST_REQUIRE((lakeproof::detail::partition_of_code(r) == lakeproof::detail::partition_of_code(o.regions[0])));
        }
        for (auto const& r : rules())
            if (o.policy[r] != r.default_severity) set.insert(r.value);
        limited += o.limits != limits{};
    }
    for (auto const& r : known_regions()) BOOST_TEST(regions.contains(std::string{r.code}), r.code);
    BOOST_TEST(regions.size() > std::size(known_regions()));
    for (auto const& r : rules()) BOOST_TEST((set.contains(r.value) != r.fixed), r.id);
    BOOST_TEST((limited > 100u && limited < 10'000u));
    byte_source nothing{""};
    auto const o = arbitrary_options(nothing);
    BOOST_TEST((o.regions.empty() && o.policy == policy{} && o.limits == limits{}));
}

BOOST_AUTO_TEST_CASE(string_types_come_out_alone) {
    for (auto const& in : known_regions()) BOOST_TEST(comes_out(region{in.code}), in.code);
    for (auto const* const text : {"123456789012", ".amazonaws.com", "a..b.amazon.com"})
        BOOST_TEST(comes_out(principal{text}), text);
}

BOOST_AUTO_TEST_CASE(a_string_type_alone_knows_no_rule_of_a_request) {
    for (auto const* const arn : {"arn::iam::123456789012:rolex", "arn:aws:iam::123456789012:role//"})
        BOOST_TEST(comes_out(role_arn{arn}), arn);
    BOOST_TEST(comes_out(source_name{std::string(64, ':')}));
}

template <class Shape>
void any_bytes_make_valid_values() {
    std::mt19937 random{5};
    for (int i = 0; i < 500; ++i) {
        auto const value = from<Shape>(random_bytes(random, 200));
        BOOST_TEST_REQUIRE(check(value).ok());
        BOOST_TEST_REQUIRE(comes_out(value));
        auto const parsed = json::parse<Shape>(json::serialize(value));
        BOOST_TEST_REQUIRE((parsed.has_value() && *parsed == value));
    }
}

BOOST_AUTO_TEST_CASE(values_keep_to_bounds_closed_sets_and_unions) {
    any_bytes_make_valid_values<odd::numbers>();
    any_bytes_make_valid_values<odd::choice>();
    any_bytes_make_valid_values<odd::bounded>();
    any_bytes_make_valid_values<odd::answer>();
    any_bytes_make_valid_values<odd::characters_before_size>();
}

BOOST_AUTO_TEST_CASE(chosen_values_of_odd_shapes_come_out) {
    for (auto const any : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1},
                           std::numeric_limits<std::int64_t>::max()})
        for (int const small : {-5, 5})
            BOOST_TEST(comes_out(odd::numbers{any, 255, small, std::int16_t{-32768}, false, true, odd::color{"RED"}}));
    BOOST_TEST(comes_out(odd::choice{.counts = std::vector<std::uint16_t>{1, 65535, 3, 4}}));
    BOOST_TEST(comes_out(odd::answer{.word = odd::letters{"word"}, .color = odd::color{"DARK-RED"}}));
}

BOOST_AUTO_TEST_CASE(responses_hold_any_string) {
    create_custom_log_source_response r;
    r.source.emplace();
    r.source->source_name = "caf\u00e9 \u202e\U0001f600";
    r.source->source_version = std::string(70'000, '\0');
    r.source->provider.emplace();
    BOOST_TEST(comes_out(r));
    BOOST_TEST(comes_out(create_custom_log_source_response{}));
}

struct pair_constraint { // all 2-character strings of a small alphabet, one character of two bytes
    using pattern = lakeproof::pattern<"^([ab]|\xc3\xa9)*$">;
    static constexpr std::size_t min_length = 1, max_length = 2;
};

BOOST_AUTO_TEST_CASE(every_string_of_a_pattern_comes_out_and_no_other) {
    using small = constrained_string<pair_constraint>;
    std::set<std::string> seen;
    for (int length = 0; length < 2; ++length)
        for (int const a : {0x61, 0x62, 0xc3, 0})
            for (int b = 0; b < 256; ++b) {
                std::string const bytes{static_cast<char>(length), static_cast<char>(a),
                                        static_cast<char>(b)};
                seen.insert(std::string{from<small>(bytes).view()});
            }
    BOOST_TEST(seen.size() == 3u + 9u);
    for (auto const& text : seen) BOOST_TEST(small::from(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(the_request_has_a_function_of_its_own) {
    options const o{.regions = {region{"abcd-regions-of-letters-1"}}};
    for (std::string_view const bytes : {"", "acme", "\xff\xff\xff\xff\xff\xff\xff\xff\xff"}) {
        byte_source one{bytes}, other{bytes};
        BOOST_TEST((arbitrary_request(one, o) == arbitrary<request>(other, o)));
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf_8_are_made_so) {
    std::mt19937 random{4};
    std::set<std::size_t> sizes;
    for (int i = 0; i < 500; ++i) {
        auto const r = from<create_custom_log_source_response>(random_bytes(random, 80) +
                                                               std::string(random() % 9, '\xff'));
        auto const text = json::serialize(r);
        BOOST_TEST_REQUIRE(json::parse_response(text).has_value(), text);
        BOOST_TEST_REQUIRE((*json::parse_response(text) == r), text);
        sizes.insert(text.size());
    }
    BOOST_TEST(sizes.size() > 50u);
}

BOOST_AUTO_TEST_CASE(every_arn_of_the_pattern_becomes_one_that_a_role_can_have) {
    auto const fitted = [](std::string const& arn, region_list const& regions = {}) {
        auto const fit = lakeproof::testing::detail::fitted(role_arn{arn}, regions);
        BOOST_TEST(check(test::crawled_by(fit.view())).ok(), arn);
        BOOST_TEST(lakeproof::testing::detail::fitted(fit, regions) == fit, arn);
        return std::string{fit.view()};
    };
    std::string const start = "arn:aws:iam::123456789012:role";
    for (std::size_t const size : {500u, 509u, 510u, 511u, 512u, 600u, 1900u})
        for (auto const& path :
             {std::string(size, 'p'), std::string(size / 2, 'p') + '/' + std::string(size / 2, 'q')}) {
            auto const arn = fitted(start + '/' + path + "/name");
            BOOST_TEST(arn.ends_with("/name"), arn);
            BOOST_TEST(arn.size() - start.size() - 4 <= 512u, arn);
        }
    for (auto const* const role : {"x", "/", "//", "//x//", "/x/", "x/y"}) fitted(start + role);
    fitted(start + std::string(2048 - start.size(), 'n'));
    fitted("arn:aws" + std::string(2048 - 31, '-') + ":iam::123456789012:rolex");
    BOOST_TEST(fitted("arn::iam::123456789012:role/x") == start + "/x");
    BOOST_TEST(fitted(start + "/x", {regions::us_gov_east_1}) == "arn:aws-us-gov:iam::123456789012:role/x");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace arbitrary_test
