// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/aws/external_id.hpp>

#include "../../support/held_to_pattern.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>

namespace external_id_test {

using lakeproof::external_id;
using lakeproof::rule;
using lakeproof::test::accepted_at_sight;
using lakeproof::test::held_to_pattern;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::twice;

BOOST_AUTO_TEST_SUITE(external_ids)

BOOST_AUTO_TEST_CASE(two_to_1224_characters) {
    twice([] { return external_id{"ab"}.size() == 2 && external_id{"acme-2026"} == "acme-2026"; });
    twice([] { return external_id::from(run(1224, 'a')).value().size() == 1224; });
    twice([] {
        auto const s = external_id::check("a");
        return s.broken == rule::external_id_length && s.bound == 2 && s.too_short();
    });
    twice([] { return external_id::check("").broken == rule::external_id_length; });
    twice([] {
        auto const s = external_id::check(run(1225, 'a'));
        return s.broken == rule::external_id_length && s.bound == 1224 && s.length == 1225;
    });
}

BOOST_AUTO_TEST_CASE(its_characters) {
    twice([] {
        constexpr std::string_view legal =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz+=,.@:/-";
        for (int b = 0; b < 256; ++b) {
            bool const expected = legal.find(static_cast<char>(b)) != std::string_view::npos;
            auto const s = external_id::check(run(1, 'x').add(one(b)).add("x"));
            if (s.ok() != expected) return false;
            if (!expected && s.broken != rule::external_id_pattern) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(an_id_is_held_to_its_pattern) {
    twice(
        [] { return held_to_pattern<external_id>("a") && held_to_pattern<external_id>("acme+=,.@:/-"); });
    twice([] { return held_to_pattern<external_id>("a b") && held_to_pattern<external_id>("a\\b"); });
    twice([] { return held_to_pattern<external_id>(run(1225, 'a')); });
    BOOST_TEST(held_to_pattern<external_id>(run(1224, 'a')));
    BOOST_TEST(held_to_pattern<external_id>(run(1225, 'a').add("?")));
    twice([] { return accepted_at_sight<external_id>("ab") && !accepted_at_sight<external_id>("a"); });
}

BOOST_AUTO_TEST_CASE(an_empty_id_is_too_short_and_no_more) {
    twice([] {
        auto const s = external_id::check("");
        return !s.length_ok && s.pattern_ok && s.bound == 2 && s.length == 0;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace external_id_test
