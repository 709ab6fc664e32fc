// SPDX-License-Identifier: BSL-1.0
// The boundary documents, held against the checks; and that none is missing.
#include <iomanip> // before all others: std::quoted must not get in the way of any name

#include "../../support/all_differ.hpp"
#include "../../support/odd_shapes.hpp"
#include "../../support/second_operation.hpp"

#include <lakeproof/json.hpp>
#include <lakeproof/testing/boundary.hpp>

#include <boost/json.hpp>
#include <boost/mpl/list.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::testing {

std::ostream& operator<<(std::ostream& out, expected_violation const& v) {
    return out << to_string(v.severity) << ' ' << to_string(v.rule) << " '" << v.pointer << "' "
               << v.region;
}

} // namespace lakeproof::testing

namespace boundary_test {

namespace json = lakeproof::json;
using lakeproof::rule;
using lakeproof::testing::boundaries;
using lakeproof::testing::boundary_case;
using lakeproof::testing::expected_violation;
using request = lakeproof::create_custom_log_source_request;

template <class Shape>
std::vector<boundary_case> const& cases() {
    static auto const all = boundaries<Shape>();
    return all;
}

std::vector<expected_violation> found(lakeproof::report const& report) {
    std::vector<expected_violation> all;
    for (auto const v : report) {
        all.emplace_back(v.rule(), v.pointer(), v.region());
        all.back().severity = v.severity();
    }
    return all;
}

void agrees(lakeproof::report const& report, std::vector<expected_violation> const& expected) {
    auto const all = found(report);
    BOOST_TEST(all == expected, boost::test_tools::per_element());
}

lakeproof::options options_of(boundary_case const& c) {
    lakeproof::options o;
    for (auto const& code : c.regions) o.regions.add(lakeproof::region{code});
    return o;
}

/// Whether a DOM can hold all that a text says: not how a number was written.
bool fits_dom(boundary_case const& c) {
    return !c.breaks(rule::json_malformed) && !c.breaks(rule::json_limit) &&
           !c.breaks(rule::member_duplicate) && c.rule != rule::number_range && c.name.find(": 1e") == std::string::npos &&
           c.name.find(": 1E") == std::string::npos;
}

/// What a model can still break: it has no unknown member.
std::vector<expected_violation> of_model(std::vector<expected_violation> all) {
    std::erase_if(all, [](auto const& v) { return v.rule == rule::member_unknown; });
    return all;
}

template <class Shape>
void each_gives_what_it_must() {
    std::size_t doms = 0;
    std::size_t models = 0;
    for (auto const& c : cases<Shape>()) {
        BOOST_TEST_CONTEXT(c.name << '\n' << c.document.substr(0, 1000)) {
            auto const o = options_of(c);
            agrees(json::check<Shape>(c.document, o), c.violations);
            auto const parsed = json::parse<Shape>(c.document, o);
            agrees(parsed.report(), c.violations);
            BOOST_TEST(parsed.has_value() == c.ok());
            if (parsed) {
                agrees(check(*parsed, o), of_model(c.violations));
                ++models;
            }
            if (!fits_dom(c)) continue;
            auto const dom = boost::json::parse(c.document);
            agrees(json::check_value<Shape>(dom, o), c.violations);
            auto const converted = json::from_value<Shape>(dom, o);
            agrees(converted.report(), c.violations);
            BOOST_TEST(
                (converted.has_value() && parsed.has_value() ? *converted == *parsed : !c.ok()));
            ++doms;
        }
    }
    BOOST_TEST(doms > cases<Shape>().size() / 2);
    BOOST_TEST(models > cases<Shape>().size() / 10);
}

template <class Shape>
void names_tell_cases_apart() {
    std::set<std::string> names;
    for (auto const& c : cases<Shape>()) BOOST_TEST(names.insert(c.name).second, c.name);
}

/// A shape that has the name which an unknown member would get.
struct crossed {
    lakeproof::source_name x;
    std::optional<lakeproof::source_version> xx{};
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"x", &crossed::x},
                                                            lakeproof::member{"xx", &crossed::xx});
    friend bool operator==(crossed const&, crossed const&) = default;
};

BOOST_AUTO_TEST_SUITE(boundary)

BOOST_AUTO_TEST_CASE(each_request_gives_what_it_must) { each_gives_what_it_must<request>(); }

BOOST_AUTO_TEST_CASE(each_document_of_another_operation_gives_what_it_must) {
    each_gives_what_it_must<second::subscriber>();
}

BOOST_AUTO_TEST_CASE(each_response_gives_what_it_must) {
    each_gives_what_it_must<lakeproof::create_custom_log_source_response>();
}

BOOST_AUTO_TEST_CASE(an_unknown_member_has_a_name_of_its_own) {
    each_gives_what_it_must<crossed>();
}

using odd_shapes =
    boost::mpl::list<odd::names, odd::in_size, odd::in_characters, odd::characters_before_size, odd::shorter_than_two,
                     odd::accents, odd::numbers, odd::choice, odd::bounded, odd::answer>;
BOOST_AUTO_TEST_CASE_TEMPLATE(each_document_of_an_odd_shape_gives_what_it_must, Shape, odd_shapes) {
    each_gives_what_it_must<Shape>();
    names_tell_cases_apart<Shape>();
}

BOOST_AUTO_TEST_CASE(a_list_of_any_bound_is_at_it) {
    auto const limits = [](auto const& all) {
        std::set<bool> kept_and_broken;
        for (auto const& c : all)
            if (c.rule == rule::event_classes_limit)
                kept_and_broken.insert(c.breaks(rule::event_classes_limit));
        return kept_and_broken.size();
    };
    BOOST_TEST(limits(cases<odd::in_size>()) == 2u);
    BOOST_TEST(limits(cases<odd::in_characters>()) == 2u);
    BOOST_TEST(limits(cases<odd::characters_before_size>()) == 2u);
}

BOOST_AUTO_TEST_CASE(no_two_cases_share_a_name) {
    names_tell_cases_apart<request>();
    names_tell_cases_apart<second::subscriber>();
    names_tell_cases_apart<lakeproof::create_custom_log_source_response>();
}

BOOST_AUTO_TEST_CASE(every_rule_is_broken_and_kept) {
    // What one document of a request cannot break, and why.
    std::map<rule, std::string_view> const exceptions{
        {rule::source_name_conflict, "needs an earlier request of the run"},
        {rule::source_name_collision, "needs an earlier request of the run"},
        {rule::source_count_limit, "needs earlier requests of the run"},
        {rule::response_source_mismatch, "needs a response and its request"},
        {rule::response_role_mismatch, "needs a response and its request"},
        {rule::response_location_mismatch, "needs a response and its request"},
        {rule::response_arn_mismatch, "needs a response and its request"},
        {rule::house_rule, "needs a team's own pattern"},
    };
    std::map<rule, bool> broken, kept;
    auto const count = [&](std::vector<boundary_case> const& all) {
        for (auto const& c : all) {
            broken[c.rule] |= c.breaks(c.rule);
            kept[c.rule] |= c.ok() && !c.breaks(c.rule);
        }
    };
    count(cases<request>());
    count(cases<second::subscriber>()); // whose strings have the generic rules
    count(cases<odd::numbers>());
    count(cases<odd::choice>());
    count(cases<odd::bounded>());
    for (auto const& r : lakeproof::rules()) {
        bool const possible = !exceptions.contains(r.value);
        BOOST_TEST(broken[r.value] == possible, r.id);
        BOOST_TEST(kept[r.value] == possible, r.id);
    }
}

/// The strings at a place, in the cases of a rule or in all.
template <class Shape>
std::set<std::string> strings_at(std::string const& pointer, std::optional<rule> at = {}) {
    std::set<std::string> all;
    for (auto const& c : cases<Shape>()) {
        if ((at && c.rule != *at) || !fits_dom(c)) continue;
        auto const dom = boost::json::parse(c.document);
        boost::system::error_code none;
        auto const* const value = dom.find_pointer(pointer, none);
        if (value != nullptr && value->is_string())
            all.emplace(value->get_string().data(), value->get_string().size());
    }
    return all;
}

/// Of the least and the greatest length there is a string that breaks neither length nor pattern.
void has_right_strings(lakeproof::detail::string_rules const& rules, std::set<std::string> const& strings) {
    std::set<std::size_t> right;
    for (auto const& string : strings)
        if (auto const status = rules.check(string, false); status.ok()) right.insert(status.length);
    BOOST_TEST((rules.least == 0 || right.contains(rules.least)));
    BOOST_TEST(right.contains(rules.most));
}

/// At each state of the pattern's automaton there are the characters on both sides of every edge of what may come.
void has_edges(lakeproof::testing::detail::string_automaton const& automaton, std::set<std::string> const& strings) {
    std::set<std::pair<std::uint16_t, unsigned char>> seen;
    for (auto const& string : strings) {
        std::uint16_t at = 0;
        for (char const c : string) {
            auto const byte = static_cast<unsigned char>(c);
            seen.emplace(at, byte);
            at = automaton.states()[at].next[byte];
            if (at == automaton.dead) break;
        }
    }
    for (std::uint16_t at = 0; at < automaton.states().size(); ++at)
        for (unsigned char b = 0; b < 127; ++b) {
            auto const above = static_cast<unsigned char>(b + 1);
            auto const& s = automaton.states()[at];
            if (s.owed != 0 || s.next[b] == s.next[above]) continue;
            BOOST_TEST(seen.contains({at, b}), at << ' ' << int{b});
            BOOST_TEST(seen.contains({at, above}), at << ' ' << int{above});
        }
}

template <class Shape>
void every_node_is_at_its_boundary() {
    constexpr auto& nodes = lakeproof::detail::nodes_of<Shape>;
    auto const& parts = lakeproof::testing::detail::shape_parts::of<Shape>();
    for (auto const& n : nodes) {
        auto const where = parts.pointer(n);
        auto const broken = [&](rule r) {
            for (auto const& c : cases<Shape>())
                for (auto const& v : c.violations)
                    if (v.rule == r && v.pointer == where) return true;
            return false;
        };
        BOOST_TEST_CONTEXT(where) {
            BOOST_TEST(broken(rule::member_type));
            BOOST_TEST(broken(rule::member_missing) == n.required);
            BOOST_TEST(broken(rule::member_duplicate) == !n.name.empty());
            if (n.what != lakeproof::detail::node::kind::string) continue;
            std::set<std::size_t> lengths;
            for (auto const& string : strings_at<Shape>(where, n.string->length))
                lengths.insert(lakeproof::detail::count_scalar_values(string));
            for (auto const length :
                 {n.string->least - (n.string->least > 0 ? 1u : 0u), n.string->least,
                  n.string->most, n.string->most + 1})
                BOOST_TEST(lengths.contains(length), length);
            has_edges(parts.strings(n).automaton, strings_at<Shape>(where));
            has_right_strings(*n.string, strings_at<Shape>(where, n.string->length));
            BOOST_TEST(broken(n.string->pattern));
            std::set<char> ends;
            for (auto const& string : strings_at<Shape>(where, n.string->pattern))
                if (!string.empty()) ends.insert(string.back());
            BOOST_TEST(ends.contains('\n')); // what `$` matches before, in many engines
        }
    }
}

BOOST_AUTO_TEST_CASE(every_node_of_a_request_is_at_its_boundary) {
    every_node_is_at_its_boundary<request>();
}

BOOST_AUTO_TEST_CASE(every_node_of_another_operation_is_at_its_boundary) {
    every_node_is_at_its_boundary<second::subscriber>();
}

BOOST_AUTO_TEST_CASE(every_node_of_odd_names_and_strings_is_at_its_boundary) {
    every_node_is_at_its_boundary<odd::names>();
    every_node_is_at_its_boundary<odd::accents>();
}

BOOST_AUTO_TEST_CASE(every_event_class_stands_alone) {
    auto const strings = strings_at<request>("/eventClasses/0");
    for (auto const c : lakeproof::ocsf::event_classes())
        BOOST_TEST(strings.contains(std::string{to_string(c)}), to_string(c));
    for (std::string const other : {"FILE_HOSTING", "SOFTWARE_INFO", "KERNEL_EXTENSION_ACTIVITY"})
        BOOST_TEST(strings.contains(other), other);
}

BOOST_AUTO_TEST_CASE(what_a_full_report_drops_is_not_expected) {
    std::vector<expected_violation> const notes(60, expected_violation{rule::event_class_retired});
    std::vector<expected_violation> const warnings(10, expected_violation{rule::event_class_duplicate});
    std::vector<expected_violation> const errors(70, expected_violation{rule::event_class_pattern});
    auto all = notes;
    auto const add = [&](auto const& more) { all.insert(all.end(), more.begin(), more.end()); };
    auto const count = [&](rule r) {
        auto const kept = lakeproof::testing::detail::kept(all);
        BOOST_TEST(kept.size() == 64u);
        return std::count_if(kept.begin(), kept.end(), [r](auto const& v) { return v.rule == r; });
    };
    add(warnings);
    BOOST_TEST(count(rule::event_class_retired) == 54);
    add(errors);
    BOOST_TEST(count(rule::event_class_pattern) == 64);
}

BOOST_AUTO_TEST_CASE(no_two_cases_of_a_request_are_the_same_at_a_region_rule) {
    std::set<std::pair<std::vector<std::string>, std::string>> seen;
    for (auto const& c : cases<request>())
        if (c.rule == rule::region_unknown || c.rule == rule::region_unsupported)
            BOOST_TEST(seen.emplace(c.regions, c.document).second, c.name);
}

BOOST_AUTO_TEST_CASE(every_region_has_its_longest_name_and_one_more) {
    for (auto const& known : lakeproof::known_regions()) {
        auto const most = lakeproof::max_source_name_length(lakeproof::region{known.code});
        std::map<std::size_t, bool> too_long;
        for (auto const& c : cases<request>()) {
            if (c.rule != rule::provider_role_length || c.regions.size() != 1 ||
                c.regions.front() != known.code)
                continue;
            auto const document = boost::json::parse(c.document);
            auto const& name = document.at("sourceName").as_string();
            too_long[lakeproof::detail::count_scalar_values({name.data(), name.size()})] =
                c.breaks(rule::provider_role_length);
        }
        BOOST_TEST_CONTEXT(known.code) {
            BOOST_TEST((too_long == std::map<std::size_t, bool>{{most, false}, {most + 1, true}}));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_role_has_the_longest_name_and_path_and_one_more) {
    auto const arns = strings_at<request>("/configuration/crawlerConfiguration/roleArn", rule::role_arn_unresolvable);
    std::string const role = "arn:aws:iam::123456789012:role/";
    for (std::size_t const size : {64u, 65u}) BOOST_TEST(arns.contains(role + std::string(size, 'n')), size);
    for (std::size_t const size : {510u, 511u}) { // between the first / of a path and its last
        auto const has_path = [&](std::string const& arn) { return arn.rfind('/') == role.size() + size; };
        BOOST_TEST(std::any_of(arns.begin(), arns.end(), has_path), size);
    }
}

BOOST_AUTO_TEST_CASE(every_member_of_an_expected_violation_counts) {
    auto lower = expected_violation{rule::member_type, "/a"};
    lower.severity = lakeproof::severity::note;
    BOOST_TEST(lakeproof::test::all_differ<expected_violation>(
        {expected_violation{rule::member_type, "/a"},
         expected_violation{rule::member_missing, "/a"}, lower,
         expected_violation{rule::member_type, "/b"},
         expected_violation{rule::member_type, "/a", "us-east-1"}}));
}

BOOST_AUTO_TEST_CASE(every_way_to_the_limits_has_both_sides) {
    std::set<std::string> names;
    for (auto const& c : cases<request>())
        if (c.name.starts_with("limit: ")) names.insert(c.name);
    std::set<std::string> expected{"limit: 1048576 bytes", "limit: 1048577 bytes",
                                   "limit: 1048577 bytes that are no JSON",
                                   "limit: no JSON before what is too deep"};
    for (std::string const levels : {"limit: 32 levels ", "limit: 33 levels "})
        for (auto const* const way : {"of arrays in a member", "of objects in a member",
                                      "of arrays alone", "that nothing closes"})
            expected.insert(levels + way);
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_length_has_both_sides) {
    std::set<std::string> names;
    for (auto const& c : cases<request>()) names.insert(c.name);
    for (std::string const name :
         {"/sourceName: source-name-length, 0", "/sourceName: source-name-length, 1",
          "/sourceName: source-name-length, 64", "/sourceName: source-name-length, 65",
          "/sourceVersion: source-version-length, 0", "/sourceVersion: source-version-length, 1",
          "/sourceVersion: source-version-length, 32", "/sourceVersion: source-version-length, 33",
          "/configuration/crawlerConfiguration/roleArn: role-arn-length, 2048",
          "/configuration/crawlerConfiguration/roleArn: role-arn-length, 2049",
          "/configuration/providerIdentity/externalId: external-id-length, 1",
          "/configuration/providerIdentity/externalId: external-id-length, 2",
          "/configuration/providerIdentity/externalId: external-id-length, 1224",
          "/configuration/providerIdentity/externalId: external-id-length, 1225",
          "/configuration/providerIdentity/principal: principal-length, 255",
          "/configuration/providerIdentity/principal: principal-length, 256"})
        BOOST_TEST(names.contains(name + " characters"), name);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace boundary_test
