// SPDX-License-Identifier: BSL-1.0
// Documents with one thing wrong, of shapes and values that are easily taken amiss.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../../support/odd_shapes.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using lakeproof::testing::byte_source;

/// A shape that has a name which an unknown member would get.
struct taken {
    odd::letters extra;
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"extra", &taken::extra});
};

/// With every fault in a few places: the document breaks what it says. The rules that are broken.
template <class Shape>
std::set<lakeproof::rule> breaks_what_it_says(std::string const& value) {
    std::set<lakeproof::rule> all;
    for (int fault = 0; fault < 13; ++fault)
        for (int place = 0; place < 4; ++place)
            for (int variant = 0; variant < 6; ++variant) {
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

BOOST_AUTO_TEST_SUITE(nearly_valid_documents)

BOOST_AUTO_TEST_CASE(an_unknown_member_has_a_name_that_no_member_has) {
    breaks_what_it_says<taken>("");
    breaks_what_it_says<odd::names>("");
}

BOOST_AUTO_TEST_CASE(a_long_value_does_not_pass_the_byte_limit_when_it_occurs_twice) {
    lakeproof::create_custom_log_source_response r;
    r.source.emplace();
    r.source->source_name = std::string(600'000, 'n');
    breaks_what_it_says<lakeproof::create_custom_log_source_response>(
        lakeproof::testing::bytes_for(r));
}

BOOST_AUTO_TEST_CASE(bounds_closed_sets_and_unions_are_broken) {
    using lakeproof::rule;
    auto const bytes = [](auto const& value) { return lakeproof::testing::bytes_for(value); };
    odd::numbers const numbers{0, 0, 0, std::int16_t{-1}, true, {}, odd::color{"RED"}};
    auto all = breaks_what_it_says<odd::numbers>(bytes(numbers));
    BOOST_TEST((all.contains(rule::number_range) && all.contains(rule::string_enum)));
    odd::bounded b{};
    b.required.emplace_back("a");
    b.choices = {odd::choice{.word = odd::letters{"w"}}, odd::choice{.color = odd::color{"RED"}}};
    all = breaks_what_it_says<odd::bounded>(bytes(b));
    BOOST_TEST((all.contains(rule::list_length) && all.contains(rule::union_members)));
    all = breaks_what_it_says<odd::answer>(bytes(odd::answer{.numbers = std::vector<std::int32_t>{1, 2, 3}}));
    BOOST_TEST((all.contains(rule::number_range) && !all.contains(rule::list_length)));
}

BOOST_AUTO_TEST_CASE(a_request_breaks_its_own_rules) {
    using lakeproof::rule;
    auto r = lakeproof::test::acme;
    r.event_classes = {lakeproof::ocsf::event_class::security_finding};
    lakeproof::region_list const regions{lakeproof::regions::us_east_1};
    std::set<rule> all;
    for (int place = 0; place < 11; ++place)
        for (int variant = 0; variant < 256; ++variant) {
            auto const text = std::string{7, static_cast<char>(place), static_cast<char>(variant)} +
                              lakeproof::testing::bytes_for(r);
            byte_source bytes{text};
            all.insert(lakeproof::testing::nearly_valid_request(bytes, regions).broken);
        }
    for (auto const broken :
         {rule::source_name_documented_limit, rule::event_class_undocumented, rule::event_class_duplicate,
          rule::event_class_retired, rule::event_classes_several, rule::role_arn_unresolvable,
          rule::principal_unresolvable, rule::provider_role_length, rule::provider_role_characters,
          rule::role_arn_partition})
        BOOST_TEST(all.contains(broken), to_string(broken));
}

BOOST_AUTO_TEST_CASE(a_spoilt_string_is_still_made_of_characters) {
    lakeproof::testing::detail::string_automaton const names{
        lakeproof::detail::string_rules_of<lakeproof::source_name_constraint>};
    for (std::string const string : {"\xc2\x80", "x\xc2\x80", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"})
        for (unsigned byte = 0; byte < 256; ++byte)
            for (unsigned start = 0; start < 8; ++start) {
                std::string const choice{static_cast<char>(start), static_cast<char>(byte)};
                byte_source bytes{choice};
                auto const spoilt = lakeproof::testing::detail::off_pattern(names, string, bytes);
                BOOST_TEST(spoilt.has_value() == (string.front() == 'x'));
                if (spoilt) BOOST_TEST(spoilt->ends_with("\xc2\x80"));
            }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
