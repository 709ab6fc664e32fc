// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/provider_role_name.hpp>

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/create_custom_log_source_rules.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace provider_role_name_test {

using lakeproof::constraint_error;
using lakeproof::max_source_name_length;
using lakeproof::provider_role_name;
using lakeproof::provider_role_name_constraint;
using lakeproof::region;
using lakeproof::region_info;
using lakeproof::rule;
using lakeproof::source_name;
using lakeproof::test::held_to_pattern;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::text_buffer;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

static_assert(std::is_constructible_v<provider_role_name, source_name, region>);
static_assert(!std::is_constructible_v<provider_role_name, region, source_name>);
static_assert(!std::is_convertible_v<source_name, provider_role_name>);
static_assert(noexcept(provider_role_name::from(std::declval<source_name const&>(),
                                                std::declval<region const&>())));

constexpr auto const& regions = lakeproof::known_regions();

constexpr source_name name_of(std::size_t length) {
    return source_name::from(run(length, 'n')).value();
}

BOOST_AUTO_TEST_SUITE(provider_role_names)

BOOST_AUTO_TEST_CASE(a_name_and_a_region_make_a_role) {
    twice([] {
        return provider_role_name(source_name{"acme-edr"}, lakeproof::regions::us_east_1) ==
               "AmazonSecurityLake-Provider-acme-edr-us-east-1";
    });
    twice([] {
        return provider_role_name::from(source_name{"a"}, region{"ab-c-0"}).value() ==
               "AmazonSecurityLake-Provider-a-ab-c-0";
    });
}

BOOST_AUTO_TEST_CASE(the_longest_name_fits_in_every_region) {
    twice_for_each<regions>([](region_info const& r) {
        region const code{r.code};
        auto const name = name_of(max_source_name_length(code));
        provider_role_name const role{name, code};
        return role.size() == 64 && provider_role_name::check(name, code).ok() &&
               provider_role_name::from(name, code) == role &&
               role == text_buffer{"AmazonSecurityLake-Provider-"}
                           .add(name)
                           .add("-")
                           .add(r.code)
                           .view();
    });
}

BOOST_AUTO_TEST_CASE(one_more_character_fits_in_none) {
    twice_for_each<regions>([](region_info const& r) {
        region const code{r.code};
        auto const name = name_of(max_source_name_length(code) + 1);
        auto const s = provider_role_name::check(name, code);
        return !s.ok() && s.pattern_ok && s.length == 65 && s.bound == 64 &&
               s.broken == rule::provider_role_length && !provider_role_name::from(name, code);
    });
    for (auto const& r : regions) {
        region const code{r.code};
        BOOST_CHECK_EXCEPTION((provider_role_name{name_of(max_source_name_length(code) + 1), code}),
                              constraint_error, [](constraint_error const& e) {
                                  return e.rule() == rule::provider_role_length &&
                                         e.bound() == 64 && e.length() == 65;
                              });
    }
}

BOOST_AUTO_TEST_CASE(the_budget_is_35_less_the_region) {
    twice_for_each<regions>([](region_info const& r) {
        return max_source_name_length(region{r.code}) == 35 - r.code.size();
    });
    twice([] { return max_source_name_length(lakeproof::regions::us_east_1) == 26; });
    twice([] { return max_source_name_length(lakeproof::regions::ap_southeast_2) == 21; });
    twice([] { return max_source_name_length(lakeproof::regions::us_isof_south_1) == 20; });
    twice([] { return max_source_name_length(region{"us-abcdefghijklmnopqrst-1"}) == 10; });
}

BOOST_AUTO_TEST_CASE(every_length_of_a_name_in_every_region) {
    for (auto const& r : regions)
        for (std::size_t length = 1; length <= source_name::capacity; ++length) {
            region const code{r.code};
            auto const name = name_of(length);
            auto const expected = "AmazonSecurityLake-Provider-" + std::string(length, 'n') + '-' + std::string{r.code};
            bool const fits = expected.size() <= 64;
            auto const role = provider_role_name::from(name, code);
            auto const s = provider_role_name::check(name, code);
            BOOST_TEST((role.has_value() == fits && (!fits || *role == expected)), expected);
            BOOST_TEST((s.ok() == fits && s.length == expected.size() && s.pattern_ok), expected);
            BOOST_TEST((length <= max_source_name_length(code)) == fits, expected);
            BOOST_TEST(provider_role_name_constraint::length_for(length, r.code) == expected.size());
            lakeproof::create_custom_log_source_request const request{
                .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/a"},
                                  .provider_identity = {.external_id = "ab", .principal = "123456789012"}},
                .source_name = name};
            auto const report = lakeproof::check(request, {.regions = {code}});
            bool reported = false;
            for (auto const& v : report) reported = reported || v.rule() == rule::provider_role_length;
            BOOST_TEST(reported != fits, expected);
        }
}

BOOST_AUTO_TEST_CASE(the_longest_parts_of_all) {
    twice([] {
        auto const s = provider_role_name::check(name_of(64), region{"us-abcdefghijklmnopqrst-1"});
        return s.length == 28 + 64 + 1 + 25 && s.bound == 64 && !s.length_ok;
    });
}

BOOST_AUTO_TEST_CASE(what_iam_refuses) {
    twice([] {
        for (int b = 0; b < 256; ++b) {
            auto const name = source_name::from(one(b));
            if (!name) continue;
            bool const refused = b == '\\' || b == ':' || b == '/';
            auto const s = provider_role_name::check(*name, lakeproof::regions::us_east_1);
            if (s.ok() == refused || !s.length_ok) return false;
            if (refused && s.broken != rule::provider_role_characters) return false;
        }
        return true;
    });
    BOOST_CHECK_EXCEPTION((provider_role_name{source_name{"a:b"}, lakeproof::regions::us_east_1}),
                          constraint_error, [](constraint_error const& e) {
                              return e.rule() == rule::provider_role_characters && e.bound() == 0 &&
                                     e.length() == 41;
                          });
    // Too long and refused: length comes first.
    twice([] {
        auto const name = source_name::from(run(30, 'n').add(":")).value();
        auto const s = provider_role_name::check(name, lakeproof::regions::us_east_1);
        return s.broken == rule::provider_role_length && !s.pattern_ok;
    });
}

BOOST_AUTO_TEST_CASE(a_role_is_a_text_like_any_other) {
    twice([] { return provider_role_name{"AmazonSecurityLake-Provider-x"}.size() == 29; });
    twice([] { return provider_role_name::from(run(64, 'r')) && !provider_role_name::from(""); });
    twice([] {
        return provider_role_name::check(run(65, 'r')).broken == rule::provider_role_length;
    });
    twice([] {
        constexpr std::string_view legal =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz+=,.@-";
        for (int b = 0; b < 256; ++b)
            if (provider_role_name::check(one(b)).ok() !=
                (legal.find(static_cast<char>(b)) != std::string_view::npos))
                return false;
        return true;
    });
    twice([] { return held_to_pattern<provider_role_name>("a+b=c,d.e@f-g"); });
    twice([] { return held_to_pattern<provider_role_name>(run(65, 'r').add(":")); });
}

BOOST_AUTO_TEST_CASE(an_empty_role_is_too_short_and_no_more) {
    twice([] {
        auto const s = provider_role_name::check("");
        return !s.length_ok && s.pattern_ok && s.bound == 1 &&
               s.broken == rule::provider_role_length;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace provider_role_name_test
