// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/principal.hpp>

#include "../../support/judged.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>

namespace {

using lakeproof::account_id_in_arn;
using lakeproof::principal;
using lakeproof::rule;
using lakeproof::test::breaks;
using lakeproof::test::clean_at_a_glance;
using lakeproof::test::judged;
using lakeproof::test::judged_alike;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::text_buffer;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

constexpr std::string_view clean[] = {
    "123456789012",          "000000000000",    "firehose.amazonaws.com",   "a.amazon.com",
    "a.b-c.9.amazonaws.com", "-.amazonaws.com", "amazonaws.com.amazon.com",
};

constexpr std::string_view unresolvable[] = {
    ".amazonaws.com", ".amazon.com",          "..amazon.com",
    "a..amazon.com",  "a.b..c.amazonaws.com", ".a.amazonaws.com",
};

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
    twice_for_each<clean>([](std::string_view t) { return principal::check(t).ok(); });
    twice_for_each<clean>([](std::string_view t) { return judged<principal>(t).clean(); });
    twice([] { return principal{"123456789012"} == "123456789012"; });
}

BOOST_AUTO_TEST_CASE(an_empty_label_is_legal_and_cannot_be_resolved) {
    twice_for_each<unresolvable>([](std::string_view t) { return principal::check(t).ok(); });
    twice_for_each<unresolvable>([](std::string_view t) {
        return breaks<principal>(t, rule::principal_unresolvable) &&
               judged<principal>(t).further_count == 1;
    });
}

BOOST_AUTO_TEST_CASE(other_texts_are_off_the_pattern) {
    twice_for_each<off_pattern>([](std::string_view t) {
        auto const s = principal::check(t);
        auto const v = judged<principal>(t);
        return !s.pattern_ok && s.length_ok && s.broken == rule::principal_pattern &&
               !v.pattern_ok && v.further_count == 0;
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
        auto const v = judged<principal>(run(242, 'a').add("..amazonaws.com"));
        return !v.length_ok && v.pattern_ok && v.further_count == 1;
    });
}

BOOST_AUTO_TEST_CASE(a_principal_in_parts_gets_one_verdict) {
    twice_for_each<clean>([](std::string_view t) { return judged_alike<principal>(t); });
    twice_for_each<unresolvable>([](std::string_view t) { return judged_alike<principal>(t); });
    twice_for_each<off_pattern>([](std::string_view t) { return judged_alike<principal>(t); });
    BOOST_TEST(judged_alike<principal>(run(241, 'a').add(".amazonaws.com")));
    BOOST_TEST(judged_alike<principal>(run(300, 'a').add("..amazonaws.com")));
    BOOST_TEST(judged_alike<principal>(run(1, '.').add(300, 'a').add(".amazonaws.com")));
}

BOOST_AUTO_TEST_CASE(the_account_in_an_arn) {
    twice_for_each<arns>([](arn_case const& c) { return account_id_in_arn(c.text) == c.account; });
}

BOOST_AUTO_TEST_CASE(an_account_id_is_clean_at_a_glance) {
    twice([] { return clean_at_a_glance<principal>("012345678901"); });
    twice([] {
        return !clean_at_a_glance<principal>("01234567890") &&
               !clean_at_a_glance<principal>("0123456789012");
    });
    twice_for_each<unresolvable>(
        [](std::string_view t) { return !clean_at_a_glance<principal>(t); });
    twice_for_each<off_pattern>(
        [](std::string_view t) { return !clean_at_a_glance<principal>(t); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
