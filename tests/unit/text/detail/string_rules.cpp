// SPDX-License-Identifier: BSL-1.0
// The accelerators of every string type of the library, held to its length and pattern by one test.
#include <lakeproof/text/detail/string_rules.hpp>

#include <lakeproof/lakeproof.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include "../../../support/held_to_pattern.hpp"
#include "../../../support/roles.hpp"
#include "../../../support/twice.hpp"

#include <boost/mpl/list.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace string_rules_test {

using namespace lakeproof;
using detail::find_string;
using detail::no_index;
using detail::string_rules_of;
using test::accepted_at_sight;
using test::held_to_pattern;
using test::twice;
using namespace std::string_view_literals;

using hostname = bounded_string<R"(^[a-z]+(\.[a-z]+)*$)", 3, 40>;
using caption = bounded_string<R"(^[^<>]*$)", 2, 12>;
using color = enum_string<"RED", "GREEN", "GREENISH">;

struct careful_constraint {
    using pattern = lakeproof::pattern<"^.*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 5;
    static constexpr rule length_rule = rule::role_arn_length;
    static constexpr rule pattern_rule = rule::role_arn_pattern;
};

/// Valid strings of a type, from which the test goes on.
template <class String>
std::vector<std::string> valid;
template <>
std::vector<std::string> valid<source_name>{"acme-edr", R"(a\b:c/d.e_f)", "x"};
template <>
std::vector<std::string> valid<source_version>{"1.0", "2024-01_rc.1"};
template <>
std::vector<std::string> valid<role_arn>{std::begin(test::resolvable_arns),
                                         std::end(test::resolvable_arns)};
template <>
std::vector<std::string> valid<principal>{std::begin(test::resolvable_principals),
                                          std::end(test::resolvable_principals)};
template <>
std::vector<std::string> valid<external_id>{"acme-2026", "a+=,.@:/-b"};
template <>
std::vector<std::string> valid<provider_role_name>{"AmazonSecurityLake-Provider-acme-edr-us-east-1"};
template <>
std::vector<std::string> valid<region>{"us-east-1", "eusc-de-east-1", "us-gov-west-1"};
template <>
std::vector<std::string> valid<hostname>{"acme.example", "abc"};
template <>
std::vector<std::string> valid<caption>{"caf\u00e9", "\U0001f600\U0001f600", "plain"};
template <>
std::vector<std::string> valid<color>{"RED", "GREEN", "GREENISH"};
template <>
std::vector<std::string> valid<ocsf::event_class_name> = [] {
    std::vector<std::string> names{"NEW_CLASS_9"};
    for (auto const c : ocsf::event_classes()) names.emplace_back(to_string(c));
    return names;
}();

using all_string_types =
    boost::mpl::list<source_name, source_version, role_arn, principal, external_id, provider_role_name,
                     region, ocsf::event_class_name, hostname, caption, color>;

/// Counts the strings that a type does not hold to its pattern, and keeps the first.
template <class String>
struct holder {
    std::size_t tried = 0;
    std::size_t failed = 0;
    std::size_t accepted = 0;
    std::string first{};

    void operator()(std::string_view text) {
        ++tried;
        accepted += accepted_at_sight<String>(text);
        if (held_to_pattern<String>(text)) return;
        if (failed++ == 0) first = text;
    }
};

/// `text` with its byte at `at` repeated or left out, until it has `size` bytes.
std::string stretched(std::string text, std::size_t at, std::size_t size) {
    if (text.size() < size) text.insert(at, size - text.size(), text[at]);
    while (text.size() > size) text.erase(at < text.size() ? at : text.size() - 1, 1);
    return text;
}

BOOST_AUTO_TEST_SUITE(rules_of_strings)

BOOST_AUTO_TEST_CASE(rules_know_their_constraint) {
    twice([] {
        auto const& r = string_rules_of<source_version_constraint>;
        return r.least == 1 && r.most == 32 && r.capacity == 32 &&
               r.length == rule::source_version_length && r.pattern == rule::source_version_pattern &&
               !r.closed_set && r.pattern_text == R"(^[A-Za-z0-9\-\.\_]*$)";
    });
    twice([] {
        auto const& r = string_rules_of<hostname::constraint>;
        return r.length == rule::string_length && r.pattern == rule::string_pattern && r.least == 3;
    });
    twice([] { return string_rules_of<careful_constraint>.capacity == 20; });
    twice([] { return string_rules_of<color::constraint>.closed_set; });
}

BOOST_AUTO_TEST_CASE(rules_check_as_their_constraint_does) {
    twice([] {
        auto const check = [](std::string_view text) { return string_rules_of<careful_constraint>.check(text, false); };
        return check("abc").ok() && check("abc").length == 3 && !check("").length_ok && check("").pattern_ok &&
               check("a\n").length_ok && !check("a\n").pattern_ok && !check("a\nbcde").length_ok;
    });
    // A text that is known to be ASCII is not counted.
    twice([] { return string_rules_of<careful_constraint>.check("a\nbcde", true).length == 6; });
    twice([] {
        auto const& r = string_rules_of<color::constraint>;
        return r.check("RED", false).ok() && r.check("PURPLE", false).length_ok && !r.check("PURPLE", false).pattern_ok;
    });
}

template <class Constraint>
constexpr bool finds(std::string_view text, std::size_t length, std::uint32_t index) {
    auto const start = find_string<Constraint>(text);
    return start.length == length && start.index == index && start.valid() == (index <= no_index);
}

BOOST_AUTO_TEST_CASE(a_string_is_found_at_the_start_of_a_text) {
    constexpr auto not_valid = detail::string_start::not_valid;
    static_assert(not_valid > no_index);
    twice([] { return finds<source_name_constraint>("acme", 4, no_index); });
    twice([] { return finds<source_name_constraint>("acme\",\"sourceVersion\"", 4, no_index); });
    // Up to what it cannot have; its end is the reader's business.
    twice([] { return finds<source_name_constraint>("a b", 1, no_index); });
    // Too long, or off a pattern that is more than a set.
    twice([] { return finds<source_version_constraint>("123456789012345678901234567890123", 33, not_valid); });
    twice([] { return finds<hostname::constraint>("acme..example\"", 13, not_valid); });
    twice([] { return finds<hostname::constraint>("acme.example\"", 12, no_index); });
    twice([] {
        for (auto const c : ocsf::event_classes())
            if (!finds<ocsf::event_class_constraint>(to_string(c), to_string(c).size(), static_cast<std::uint32_t>(c)))
                return false;
        return true;
    });
    // Valid, but of no vocabulary.
    twice([] { return finds<ocsf::event_class_constraint>("NEW_CLASS\"]", 9, no_index); });
    // A quote ends it, and an escape does not belong to it, though the pattern of these types may have both.
    twice([] { return finds<bounded_string<"^[a\"]*$", 1, 9>::constraint>("aa\"a", 2, no_index); });
    twice([] { return finds<source_name_constraint>(R"(a\b)", 1, no_index); });
    // Where a type matches its strings by itself, one that it refuses is none.
    twice([] { return finds<principal_constraint>("12345678901", 0, not_valid); });
    twice([] { return finds<role_arn_constraint>("arn:aws-cn:iam::123456789012:role/x\"}", 35, no_index); });
    // Bytes are not characters.
    twice([] { return finds<careful_constraint>("abc", 0, not_valid); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(boundary_strings_are_held_to_their_pattern, String, all_string_types) {
    constexpr std::size_t least = String::constraint::min_length;
    constexpr std::size_t most = String::constraint::max_length;
    holder<String> hold;
    hold("");
    for (auto const& text : valid<String>) {
        BOOST_TEST(String::check(text).ok(), text);
        for (std::size_t const size :
             {std::size_t{0}, least - (least > 0), least, least + 1, most - 1, most, most + 1, most + 2,
              2 * most, std::size_t{31}, std::size_t{32}, std::size_t{33}, std::size_t{255},
              std::size_t{256}, std::size_t{257}, std::size_t{5000}})
            for (std::size_t at = 0; at < text.size(); ++at) hold(stretched(text, at, size));
    }
    BOOST_TEST(hold.failed == 0u, hold.first);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(strings_of_up_to_3_bytes_are_held_to_their_pattern, String,
                              all_string_types) {
    // Both sides of every range that a pattern has, and what starts, continues and ends UTF-8.
    constexpr auto bytes = "\0\t\n\r !\"#$%&'()*+,-./0129:;<=>?@ABYZ[\\]^_`abcorsuyz{|}~\x7f"
                           "\x80\xbf\xc2\xc3\xe2\xf0\xff"sv;
    static_assert(bytes.back() == '\xff');
    holder<String> hold;
    for (int a = 0; a < 256; ++a) {
        std::array const one{static_cast<char>(a)};
        hold({one.data(), 1});
        for (int b = 0; b < 256; ++b) {
            std::array const two{static_cast<char>(a), static_cast<char>(b)};
            hold({two.data(), 2});
        }
    }
    for (char const a : bytes)
        for (char const b : bytes)
            for (char const c : bytes) {
                std::array const three{a, b, c};
                hold({three.data(), 3});
            }
    BOOST_TEST(hold.tried > 256 * 257 + 200'000u);
    BOOST_TEST(hold.failed == 0u, hold.first);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(mutated_strings_are_held_to_their_pattern, String, all_string_types) {
    std::mt19937 random{20180510};
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    auto const& seeds = valid<String>;
    constexpr auto likely = "abz019AZ_-.:/\\+=,@ \n\0\xc3\xa9"sv;
    holder<String> hold;
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
        text = seeds[below(seeds.size())];
        for (auto n = 1 + below(3); n > 0; --n) {
            char const c = below(2) == 0 ? likely[below(likely.size())] : static_cast<char>(below(256));
            auto const at = below(text.size() + 1);
            switch (below(6)) {
            case 0: text.insert(at, 1, c); break;
            case 1: text.erase(at, 1 + below(3)); break;
            case 2: text.append(seeds[below(seeds.size())]); break;
            case 3: text.insert(at, below(1 + below(300)), c); break;
            default:
                if (at < text.size()) text[at] = c;
            }
            if (text.size() > 3000) text.resize(3000);
        }
        hold(text);
    }
    BOOST_TEST(hold.tried == 200'000u);
    BOOST_TEST(hold.failed == 0u, hold.first);
    if constexpr (String::constraint::pattern::ascii)
        BOOST_TEST((hold.accepted > 1'000u && hold.accepted < 199'000u), hold.accepted);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace string_rules_test
