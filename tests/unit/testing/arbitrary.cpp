// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using namespace lakeproof::testing;
using request = create_custom_log_source_request;

std::string random_bytes(std::mt19937& random, std::size_t most) {
    std::string bytes(random() % (most + 1), '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    return bytes;
}

template <class T>
T from(std::string_view bytes, region_list const& regions = {}) {
    byte_source source{bytes};
    return arbitrary<T>(source, regions);
}

/// Whether a value comes out of some bytes, and of them alone.
template <class T>
bool comes_out(T const& value, region_list const& regions = {}) {
    auto const bytes = bytes_for(value);
    byte_source source{bytes};
    return arbitrary<T>(source, regions) == value && source.left().empty();
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
        region_list const regions{region{in.code}};
        for (int i = 0; i < 40; ++i) {
            auto const r = from<request>(random_bytes(random, 300), regions);
            BOOST_TEST_REQUIRE(check(r, {.regions = regions}).ok());
            BOOST_TEST_REQUIRE(comes_out(r, regions));
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
    region_list const regions{longest};
    bool reached = false;
    std::mt19937 random{2};
    for (int i = 0; i < 300; ++i) {
        auto const r = from<request>(random_bytes(random, 200), regions);
        BOOST_TEST_REQUIRE(r.source_name.size() <= max_source_name_length(longest));
        reached |= r.source_name.size() == max_source_name_length(longest);
    }
    BOOST_TEST(reached);
}

BOOST_AUTO_TEST_CASE(string_types_come_out_alone) {
    for (auto const& in : known_regions()) BOOST_TEST(comes_out(region{in.code}), in.code);
    for (auto const* const text : {"123456789012", ".amazonaws.com", "a..b.amazon.com"})
        BOOST_TEST(comes_out(principal{text}), text);
}

BOOST_AUTO_TEST_CASE(responses_hold_any_text) {
    create_custom_log_source_response r;
    r.source.emplace();
    r.source->source_name = "caf\u00e9 \u202e\U0001f600";
    r.source->source_version = std::string(70'000, '\0');
    r.source->provider.emplace();
    BOOST_TEST(comes_out(r));
    BOOST_TEST(comes_out(create_custom_log_source_response{}));
}

struct pair_constraint { // all 2-character texts of a small alphabet, one character of two bytes
    using pattern = lakeproof::pattern<"^([ab]|\xc3\xa9)*$">;
    static constexpr std::size_t min_length = 1, max_length = 2;
};

BOOST_AUTO_TEST_CASE(every_text_of_a_pattern_comes_out_and_no_other) {
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

BOOST_AUTO_TEST_CASE(a_pattern_may_accept_no_text_of_a_length) {
    accepted_texts const none{text_rules_of<role_arn_constraint>, 0, 20};
    BOOST_TEST(!none.any());
    accepted_texts const some{text_rules_of<principal_constraint>, 12, 12};
    BOOST_TEST(some.any());
}

BOOST_AUTO_TEST_CASE(the_request_has_functions_of_its_own) {
    region_list const regions{region{"abcd-regions-of-letters-1"}};
    for (std::string_view const bytes : {"", "acme", "\xff\xff\xff\xff\xff\xff\xff\xff\xff"}) {
        byte_source one{bytes}, other{bytes};
        BOOST_TEST((arbitrary_request(one, regions) == arbitrary<request>(other, regions)));
        byte_source bad{bytes}, other_bad{bytes};
        auto const document = nearly_valid_request(bad, regions);
        BOOST_TEST(document.text == nearly_valid<request>(other_bad, regions).text);
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_made_one) {
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

BOOST_AUTO_TEST_CASE(a_path_that_is_too_long_is_cut_behind_a_segment) {
    using arns = arbitrary_text<role_arn_constraint>;
    std::string const start = "arn:aws:iam::123456789012:role";
    for (std::size_t const size : {500u, 509u, 510u, 511u, 512u, 600u, 1900u})
        for (auto const& path : {std::string(size, 'p'),
                                 std::string(size / 2, 'p') + '/' + std::string(size / 2, 'q')}) {
            byte_sink sink;
            arns::put(start + '/' + path + "/name", sink);
            auto const bytes = sink.bytes();
            byte_source source{bytes};
            auto const arn = arns::make(source);
            BOOST_TEST(check(test::crawled_by(arn)).ok(), arn);
            BOOST_TEST(arn.ends_with("/name"), arn);
            BOOST_TEST(arn.size() - start.size() - 4 <= 512u, arn);
        }
}

BOOST_AUTO_TEST_CASE(a_spoilt_text_is_still_made_of_characters) {
    auto const& rules = text_rules_of<source_name::constraint>;
    for (std::string const text : {"\xc2\x80", "\xc2\x80x", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"})
        for (unsigned byte = 0; byte < 256; ++byte)
            for (unsigned start = 0; start < 8; ++start) {
                std::string const choice{static_cast<char>(start), static_cast<char>(byte)};
                byte_source bytes{choice};
                auto const spoilt = lakeproof::testing::detail::off_pattern(rules, text, bytes);
                BOOST_TEST(spoilt.has_value() == (text.back() == 'x'));
                if (spoilt) BOOST_TEST(spoilt->starts_with("\xc2\x80"));
            }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
