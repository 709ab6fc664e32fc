// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/role_arn.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/roles.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string_view>

namespace role_arn_test {

using lakeproof::role_arn;
using lakeproof::rule;
using lakeproof::test::accepted_at_sight;
using lakeproof::test::held_to_pattern;
using lakeproof::test::one;
using lakeproof::test::resolvable_arns;
using lakeproof::test::run;
using lakeproof::test::text_buffer;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;
using lakeproof::test::unresolvable_arns;

constexpr std::string_view start = "arn:aws:iam::123456789012:role/";

constexpr std::string_view off_pattern[] = {
    "",
    "arn",
    "arn:aws:iam::123456789012:role",
    "arn:aws:iam::12345678901:role/a",
    "arn:aws:iam::1234567890123:role/a",
    "arn:aws:iam::12345678901x:role/a",
    "arn:aws:iam:us-east-1:123456789012:role/a",
    "arn:aws:sts::123456789012:role/a",
    "arn:aws:iam::123456789012:user/a",
    "arn:aws:iam::123456789012:Role/a",
    "ARN:aws:iam::123456789012:role/a",
    "arn:AWS:iam::123456789012:role/a",
    "arn:aws1:iam::123456789012:role/a",
    "arn:xaws:iam::123456789012:role/a",
    "arn:aws:iam::123456789012:role/a:b",
    "arn:aws:iam::123456789012:role/a b",
    "arn:aws:iam::123456789012:role/a\n",
    " arn:aws:iam::123456789012:role/a",
    "arn:aws:iam::123456789012:role/\xc3\xa9",
    "arn:aws:iam::123456789012:role//a//\\",
    "arn::iam::123456789012:role/?",
};

struct partition_case {
    std::string_view arn;
    std::string_view partition;
};

constexpr partition_case partitions[] = {
    {"arn:aws:iam::123456789012:role/a", "aws"},
    {"arn:aws-us-gov:iam::123456789012:role/a", "aws-us-gov"},
    {"arn::iam::123456789012:role/a", ""},
    {"arn:", ""},
    {"", ""},
    {"aws:iam", ""},
};

BOOST_AUTO_TEST_SUITE(role_arns)

BOOST_AUTO_TEST_CASE(role_arns_are_legal) {
    twice_for_each<resolvable_arns>([](std::string_view t) { return role_arn::check(t).ok(); });
    twice([] { return role_arn{"arn:aws:iam::123456789012:role/a"}.size() == 32; });
}

BOOST_AUTO_TEST_CASE(so_is_what_matches_and_no_role_can_have) {
    twice_for_each<unresolvable_arns>([](std::string_view t) { return role_arn::check(t).ok(); });
    twice([] { return role_arn::check(text_buffer{start}.add(65, 'n')).ok(); });
    twice([] { return role_arn::check(text_buffer{start}.add(511, 'p').add("/n")).ok(); });
}

BOOST_AUTO_TEST_CASE(other_texts_are_off_the_pattern_alone) {
    twice_for_each<off_pattern>([](std::string_view t) {
        auto const s = role_arn::check(t);
        return !s.pattern_ok && s.length_ok && s.broken == rule::role_arn_pattern;
    });
}

BOOST_AUTO_TEST_CASE(at_most_2048_characters) {
    twice([] { return role_arn::from(text_buffer{start}.add(2017, 'n')).value().size() == 2048; });
    twice([] {
        auto const s = role_arn::check(text_buffer{start}.add(2018, 'n'));
        return !s.length_ok && s.pattern_ok && s.length == 2049 && s.bound == 2048 &&
               s.broken == rule::role_arn_length;
    });
}

BOOST_AUTO_TEST_CASE(its_characters) {
    twice([] {
        constexpr std::string_view legal =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz+=,.@-/";
        for (int b = 0; b < 256; ++b) {
            bool const expected = legal.find(static_cast<char>(b)) != std::string_view::npos;
            if (role_arn::check(text_buffer{start}.add("x").add(one(b)).add("x")).ok() != expected)
                return false;
        }
        return true;
    });
    twice([] {
        for (int b = 0; b < 256; ++b) {
            bool const expected = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '-';
            auto const text = text_buffer{"arn:aws"}.add(one(b)).add(":iam::123456789012:role/a");
            if (role_arn::check(text).ok() != expected) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(an_arn_is_held_to_its_pattern) {
    twice_for_each<resolvable_arns>([](std::string_view t) { return held_to_pattern<role_arn>(t); });
    twice_for_each<unresolvable_arns>([](std::string_view t) { return held_to_pattern<role_arn>(t); });
    twice_for_each<off_pattern>([](std::string_view t) { return held_to_pattern<role_arn>(t); });
    for (std::size_t n : {63u, 64u, 65u, 509u, 510u, 511u}) {
        BOOST_TEST(held_to_pattern<role_arn>(text_buffer{start}.add(n, 'n')));
        BOOST_TEST(held_to_pattern<role_arn>(text_buffer{start}.add(n, 'p').add("/n")));
    }
    BOOST_TEST(held_to_pattern<role_arn>(text_buffer{start}.add(2017, 'n')));
    BOOST_TEST(held_to_pattern<role_arn>(text_buffer{start}.add(2018, 'n')));
    BOOST_TEST(held_to_pattern<role_arn>(text_buffer{start}.add(2100, 'p').add("//n")));
}

BOOST_AUTO_TEST_CASE(the_partition_in_an_arn) {
    twice_for_each<partitions>(
        [](partition_case const& c) { return lakeproof::arn_partition(c.arn) == c.partition; });
}

BOOST_AUTO_TEST_CASE(an_arn_is_accepted_at_sight) {
    twice([] {
        constexpr std::string_view legal =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz+=,.@-/";
        for (int b = 0; b < 256; ++b) {
            bool const expected = legal.find(static_cast<char>(b)) != std::string_view::npos;
            auto const text = text_buffer{start}.add("x").add(one(b)).add("x");
            if (accepted_at_sight<role_arn>(text) != expected) return false;
        }
        return true;
    });
    twice([] { return accepted_at_sight<role_arn>(text_buffer{start}.add("n")); });
    twice([] { return accepted_at_sight<role_arn>(start) && accepted_at_sight<role_arn>("arn::iam::123456789012:rolex"); });
    twice([] {
        return accepted_at_sight<role_arn>(text_buffer{start}.add(2017, 'n')) &&
               !accepted_at_sight<role_arn>(text_buffer{start}.add(2018, 'n'));
    });
    twice_for_each<off_pattern>([](std::string_view t) { return !accepted_at_sight<role_arn>(t); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace role_arn_test
