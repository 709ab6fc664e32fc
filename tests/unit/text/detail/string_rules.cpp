// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/text_rules.hpp>

#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>

#include "../../support/judged.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string_view>

namespace {

using lakeproof::rule;
using lakeproof::text_facts;
using lakeproof::text_marks;
using lakeproof::text_rules_of;
using lakeproof::text_verdict;
using lakeproof::test::clean_at_a_glance;
using lakeproof::test::judged;
using lakeproof::test::judged_alike;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct plain_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 5;
};
using plain = lakeproof::constrained_string<plain_constraint>;

/// Judged further by where its separators stand.
struct path_constraint {
    using pattern = lakeproof::pattern<"^[a-z:/]*$">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 300;
    static constexpr rule length_rule = rule::role_arn_length;
    static constexpr rule pattern_rule = rule::role_arn_pattern;
    static constexpr char separator = '/';

    static constexpr void judge_further(text_facts const& text, text_verdict& v) noexcept {
        if (text.marks.empty_segment) v.add(rule::role_arn_unresolvable);
        if (text.length > 3) v.add(rule::source_name_documented_limit);
    }
};
using path = lakeproof::constrained_string<path_constraint>;

/// Refuses characters that what is derived from it cannot hold.
struct careful_constraint {
    using pattern = lakeproof::pattern<"^.*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 5;
    static constexpr std::string_view refused = "!?";
};
using careful = lakeproof::constrained_string<careful_constraint>;

constexpr auto npos = text_marks::npos;

struct marked {
    std::string_view text;
    std::size_t first_separator;
    std::size_t last_separator;
    std::size_t last_colon;
    bool empty_segment;
    bool refused;
};

constexpr marked marks_of[] = {
    {"", npos, npos, npos, false, false},
    {"abc", npos, npos, npos, false, false},
    {"a/b", 1, 1, npos, false, false},
    {"a/b/c", 1, 3, npos, false, false},
    {"/a", 0, 0, npos, true, false},
    {"a//b", 1, 2, npos, true, false},
    // What is missing at the end is for the rule to see.
    {"a/", 1, 1, npos, false, false},
    {"a:b:c/d", 5, 5, 3, false, false},
    {"a/b:c", 1, 1, 3, false, false},
    {"a!", npos, npos, npos, false, true},
    {"//", 0, 1, npos, true, false},
    {"a/b//", 1, 4, npos, true, false},
};

constexpr std::string_view path_texts[] = {
    "", "a", "a/b", "/", "//", "a//b", "a/b/c/d/e", "a/", "A/b", "a:b/c", "\xc3\xa9/", "a\n",
};

constexpr bool marks_are(text_marks const& m, marked const& c) {
    return m.size == c.text.size() && m.first_separator == c.first_separator &&
           m.last_separator == c.last_separator && m.last_colon == c.last_colon &&
           m.empty_segment == c.empty_segment && m.refused == c.refused;
}

BOOST_AUTO_TEST_SUITE(rules_of_texts)

BOOST_AUTO_TEST_CASE(marks_stand_where_the_separators_are) {
    twice_for_each<marks_of>([](marked const& c) {
        text_marks m;
        m.add(c.text, '/', "!?");
        return marks_are(m, c);
    });
}

BOOST_AUTO_TEST_CASE(marks_are_the_same_in_parts) {
    twice_for_each<marks_of>([](marked const& c) {
        for (std::size_t split = 0; split <= c.text.size(); ++split) {
            text_marks m;
            m.add(c.text.substr(0, split), '/', "!?");
            m.add(c.text.substr(split), '/', "!?");
            if (!marks_are(m, c)) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(rules_know_their_constraint) {
    twice([] {
        auto const& r = text_rules_of<plain_constraint>;
        return r.min_length == 1 && r.max_length == 5 && r.capacity == 5 &&
               r.length == rule::string_length && r.pattern == rule::string_pattern &&
               r.pattern_text == "^[a-z]*$";
    });
    twice([] {
        auto const& r = text_rules_of<path_constraint>;
        return r.length == rule::role_arn_length && r.pattern == rule::role_arn_pattern &&
               r.capacity == 300;
    });
    twice([] { return text_rules_of<careful_constraint>.capacity == 20; });
}

BOOST_AUTO_TEST_CASE(verdicts) {
    twice([] { return judged<plain>("abc").clean() && judged<plain>("abc").length == 3; });
    twice([] { return !judged<plain>("").length_ok && judged<plain>("").pattern_ok; });
    twice([] { return judged<plain>("A").length_ok && !judged<plain>("A").pattern_ok; });
    twice([] { return !judged<plain>("ABCDEF").length_ok && !judged<plain>("ABCDEF").pattern_ok; });
    twice([] {
        auto const v = judged<path>("a//b");
        return !v.clean() && v.length_ok && v.pattern_ok && v.further_count == 2 &&
               v.further[0] == rule::role_arn_unresolvable &&
               v.further[1] == rule::source_name_documented_limit;
    });
}

BOOST_AUTO_TEST_CASE(a_refused_character_is_noted_where_the_text_is_legal) {
    twice([] { return judged<careful>("a!").refused && judged<careful>("a!").clean(); });
    twice([] { return !judged<careful>("a.").refused; });
    twice([] { return !judged<careful>("!\n").refused; });
    twice([] { return judged<careful>("\xc3\xa9?").refused; });
    twice([] { return !judged<plain>("abc").refused; });
}

BOOST_AUTO_TEST_CASE(a_text_in_parts_gets_the_verdict_of_the_whole) {
    twice_for_each<path_texts>([](std::string_view t) { return judged_alike<path>(t); });
    twice_for_each<path_texts>([](std::string_view t) { return judged_alike<plain>(t); });
    twice_for_each<path_texts>([](std::string_view t) { return judged_alike<careful>(t); });
    twice([] { return judged_alike<careful>("a!\xc3\xa9") && judged_alike<careful>("!\n?"); });
}

BOOST_AUTO_TEST_CASE(a_split_character_counts_once) {
    twice([] { return judged_alike<careful>("\xf0\x9f\x98\x80\xf0\x9f\x98\x80"); });
    twice([] { return judged<careful>("\xf0\x9f\x98\x80\xf0\x9f\x98\x80").length == 2; });
}

BOOST_AUTO_TEST_CASE(a_text_that_is_not_kept_whole_is_judged_whole) {
    twice([] {
        auto const text = run(400, 'a').add("/").add(400, 'b').add("/c");
        return judged_alike<path>(text, 101) && !judged<path>(text).length_ok &&
               judged<path>(text).length == 803;
    });
    twice([] { return judged_alike<path>(run(400, 'a').add("//b"), 101); });
    twice([] { return judged_alike<path>(run(400, 'a').add("B"), 101); });
}

BOOST_AUTO_TEST_CASE(what_is_judged_further_is_not_clean_at_a_glance) {
    twice([] { return clean_at_a_glance<plain>("abcde") && !clean_at_a_glance<plain>("abcdef"); });
    twice([] { return !clean_at_a_glance<plain>("") && !clean_at_a_glance<plain>("a-b"); });
    twice([] { return !clean_at_a_glance<path>("a//b") && !clean_at_a_glance<path>("abcd"); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
