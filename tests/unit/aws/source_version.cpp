// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/source_version.hpp>

#include "../../support/judged.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>

namespace {

using lakeproof::rule;
using lakeproof::source_version;
using lakeproof::test::judged;
using lakeproof::test::judged_alike;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::twice;

BOOST_AUTO_TEST_SUITE(source_versions)

BOOST_AUTO_TEST_CASE(one_to_32_characters) {
    twice([] { return source_version{"1"}.size() == 1 && source_version{"1.0"} == "1.0"; });
    twice([] { return source_version::from(run(32, '1')).value().size() == 32; });
    twice([] {
        auto const s = source_version::check("");
        return s.broken == rule::source_version_length && s.bound == 1 && s.too_short();
    });
    twice([] {
        auto const s = source_version::check(run(33, '1'));
        return s.broken == rule::source_version_length && s.bound == 32 && s.length == 33;
    });
}

BOOST_AUTO_TEST_CASE(its_characters) {
    twice([] {
        constexpr std::string_view legal =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._";
        for (int b = 0; b < 256; ++b) {
            bool const expected = legal.find(static_cast<char>(b)) != std::string_view::npos;
            auto const s = source_version::check(run(1, 'x').add(one(b)).add("x"));
            if (s.ok() != expected) return false;
            if (!expected && s.broken != rule::source_version_pattern) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(a_version_in_parts_gets_one_verdict) {
    twice([] {
        return judged_alike<source_version>("") && judged_alike<source_version>("1.0-rc_1");
    });
    twice([] {
        return judged_alike<source_version>("1:0") && judged_alike<source_version>("\xc2\xb2");
    });
    twice([] { return judged_alike<source_version>(run(33, '1')); });
    twice([] { return judged<source_version>("1.0").clean(); });
}

BOOST_AUTO_TEST_CASE(an_empty_version_is_too_short_and_no_more) {
    twice([] {
        auto const s = source_version::check("");
        return !s.length_ok && s.pattern_ok && s.bound == 1 &&
               s.broken == rule::source_version_length;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
