// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/principal.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/roles.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>

namespace principal_test {

using lakeproof::account_id_in_arn;
using lakeproof::principal;
using lakeproof::rule;
using lakeproof::test::accepted_at_sight;
using lakeproof::test::held_to_pattern;
using lakeproof::test::one;
using lakeproof::test::resolvable_principals;
using lakeproof::test::run;
using lakeproof::test::text_buffer;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;
using lakeproof::test::unresolvable_principals;

constexpr std::string_view off_pattern[] = {
    "",
    "12345678901",
    "1234567890123",
    "12345678901a",
    "123456789012\n",
    " 123456789012",
    "amazonaws.com",
    "amazon.com",
    "a.amazonaws.co",
    "a.amazonaws.com.",
    "a.amazonaws.comx",
    "a.amazonawsxcom",
    "a.amazonaws.com.cn",
    "A.amazonaws.com",
    "a_b.amazonaws.com",
    "a b.amazonaws.com",
    "a.Amazon.com",
    "..",
    "*",
    "arn:aws:iam::123456789012:root",
    "a.\xc3\xa9.amazonaws.com",
};

struct arn_case {
    std::string_view text;
    std::string_view account;
};

constexpr arn_case arns[] = {
    {"arn:aws:iam::123456789012:root", "123456789012"},
    {"arn:aws:iam::123456789012:role/path/Name", "123456789012"},
    {"arn:aws-us-gov:sts::000000000000:assumed-role/a/b", "000000000000"},
    {"arn:aws:glue:us-east-1:123456789012:table/db/t", "123456789012"},
    {"arn:aws:iam::123456789012:", "123456789012"},
    {"arn:aws:iam::123456789012:a:b:c", "123456789012"},
    {"arn::::123456789012:", "123456789012"},
    {"arn:aws:iam::123456789012", ""},
    {"arn:aws:iam::12345678901:root", ""},
    {"arn:aws:iam::1234567890123:root", ""},
    {"arn:aws:iam::12345678901x:root", ""},
    {"arn:aws:iam::12345678901-:root", ""},
    {"arn:aws:iam::aws:policy/ReadOnly", ""},
    {"arn:aws:s3:::bucket", ""},
    {"arn:aws:iam::", ""},
    {"arn:aws", ""},
    {"arn:", ""},
    {"arn", ""},
    {"", ""},
    {"ARN:aws:iam::123456789012:root", ""},
    {" arn:aws:iam::123456789012:root", ""},
    {"aws:iam::123456789012:root", ""},
    {"123456789012", ""},
};

BOOST_AUTO_TEST_SUITE(principals)

BOOST_AUTO_TEST_CASE(account_ids_and_service_principals) {
    twice_for_each<resolvable_principals>([](std::string_view t) { return principal::check(t).ok(); });
    twice([] { return principal{"123456789012"} == "123456789012"; });
}

BOOST_AUTO_TEST_CASE(an_empty_label_is_legal) {
    twice_for_each<unresolvable_principals>([](std::string_view t) { return principal::check(t).ok(); });
}

BOOST_AUTO_TEST_CASE(other_texts_are_off_the_pattern) {
    twice_for_each<off_pattern>([](std::string_view t) {
        auto const s = principal::check(t);
        return !s.pattern_ok && s.length_ok && s.broken == rule::principal_pattern;
    });
}

BOOST_AUTO_TEST_CASE(its_characters) {
    twice([] {
        for (int b = 0; b < 256; ++b) {
            bool const digit = b >= '0' && b <= '9';
            if (principal::check(text_buffer{"12345678901"}.add(one(b))).ok() != digit)
                return false;
            bool const legal = digit || (b >= 'a' && b <= 'z') || b == '.' || b == '-';
            if (principal::check(run(1, 'a').add(one(b)).add("a.amazon.com")).ok() != legal)
                return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(at_most_255_characters) {
    twice(
        [] { return principal::from(run(241, 'a').add(".amazonaws.com")).value().size() == 255; });
    twice([] {
        auto const s = principal::check(run(242, 'a').add(".amazonaws.com"));
        return !s.length_ok && s.pattern_ok && s.length == 256 && s.bound == 255 &&
               s.broken == rule::principal_length;
    });
    twice([] {
        auto const s = principal::check(run(242, 'a').add("..amazonaws.com"));
        return !s.length_ok && s.pattern_ok;
    });
}

BOOST_AUTO_TEST_CASE(a_principal_is_held_to_its_pattern) {
    twice_for_each<resolvable_principals>([](std::string_view t) { return held_to_pattern<principal>(t); });
    twice_for_each<unresolvable_principals>([](std::string_view t) { return held_to_pattern<principal>(t); });
    twice_for_each<off_pattern>([](std::string_view t) { return held_to_pattern<principal>(t); });
    BOOST_TEST(held_to_pattern<principal>(run(241, 'a').add(".amazonaws.com")));
    BOOST_TEST(held_to_pattern<principal>(run(300, 'a').add("..amazonaws.com")));
    BOOST_TEST(held_to_pattern<principal>(run(1, '.').add(300, 'a').add(".amazonaws.com")));
}

BOOST_AUTO_TEST_CASE(the_account_in_an_arn) {
    twice_for_each<arns>([](arn_case const& c) { return account_id_in_arn(c.text) == c.account; });
}

BOOST_AUTO_TEST_CASE(an_account_id_and_a_service_are_accepted_at_sight) {
    twice([] { return accepted_at_sight<principal>("012345678901"); });
    twice([] {
        return !accepted_at_sight<principal>("01234567890") &&
               !accepted_at_sight<principal>("0123456789012");
    });
    twice([] { return accepted_at_sight<principal>("firehose.amazonaws.com"); });
    twice([] { return accepted_at_sight<principal>("a-z.09.amazonaws.com"); });
    twice([] { return accepted_at_sight<principal>("123456789012.amazon.com"); });
    twice([] {
        return accepted_at_sight<principal>(run(241, 'a').add(".amazonaws.com")) &&
               !accepted_at_sight<principal>(run(242, 'a').add(".amazonaws.com"));
    });
    twice_for_each<off_pattern>([](std::string_view t) { return !accepted_at_sight<principal>(t); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace principal_test
