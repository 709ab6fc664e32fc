// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/source_version.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>

namespace source_version_test {

using lakeproof::rule;
using lakeproof::source_version;
using lakeproof::test::accepted_at_sight;
using lakeproof::test::held_to_pattern;
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

BOOST_AUTO_TEST_CASE(a_version_is_held_to_its_pattern) {
    twice([] {
        return held_to_pattern<source_version>("") && held_to_pattern<source_version>("1.0-rc_1");
    });
    twice([] {
        return held_to_pattern<source_version>("1:0") && held_to_pattern<source_version>("\xc2\xb2");
    });
    twice([] { return held_to_pattern<source_version>(run(33, '1')); });
    twice([] { return accepted_at_sight<source_version>("1.0"); });
}

BOOST_AUTO_TEST_CASE(an_empty_version_is_too_short_and_no_more) {
    twice([] {
        auto const s = source_version::check("");
        return !s.length_ok && s.pattern_ok && s.bound == 1 &&
               s.broken == rule::source_version_length;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace source_version_test
