// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/event_class_name.hpp>

#include "../../support/judged.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string_view>
#include <type_traits>

namespace {

using lakeproof::rule;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_class_name;
using lakeproof::test::breaks;
using lakeproof::test::judged;
using lakeproof::test::judged_alike;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

static_assert(!std::is_default_constructible_v<event_class_name>);
static_assert(std::is_nothrow_convertible_v<event_class, event_class_name>);
static_assert(!std::is_convertible_v<std::string_view, event_class_name>);
static_assert(!std::is_constructible_v<event_class, event_class_name>);

constexpr std::string_view texts[] = {
    "",
    "FILE_ACTIVITY",
    "CLOUD_API",
    "SECURITY_FINDING",
    "DETECTION_FINDING",
    "FILE_ACTIVITY_",
    "FILE_ACTIVIT",
    "File Activity",
    "FILE\nACTIVITY",
    "\xc3\x84RGER",
};

BOOST_AUTO_TEST_SUITE(event_class_names)

BOOST_AUTO_TEST_CASE(an_event_class_is_a_name) {
    twice([] {
        for (auto const c : lakeproof::ocsf::event_classes()) {
            event_class_name const name = c;
            if (name != to_string(c) || lakeproof::ocsf::event_class_from(name) != c) return false;
            if (!event_class_name::check(to_string(c))) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(any_name_of_the_pattern_is_legal) {
    twice([] { return event_class_name{"DETECTION_FINDING"} == "DETECTION_FINDING"; });
    twice([] { return event_class_name{""}.empty() && event_class_name{"_"} == "_"; });
    twice([] {
        constexpr std::string_view legal = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
        for (int b = 0; b < 256; ++b) {
            bool const expected = legal.find(static_cast<char>(b)) != std::string_view::npos;
            if (event_class_name::check(one(b)).pattern_ok != expected) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(up_to_1024_characters) {
    twice([] { return event_class_name::from(run(1024, 'A')).value().size() == 1024; });
    twice([] {
        auto const s = event_class_name::check(run(1025, 'A'));
        return !s.length_ok && s.length == 1025 && s.bound == 1024 &&
               s.broken == rule::event_classes_limit;
    });
    twice([] { return event_class_name::check("a").broken == rule::event_class_pattern; });
}

BOOST_AUTO_TEST_CASE(a_listed_name_is_clean) {
    twice([] {
        for (auto const c : lakeproof::ocsf::event_classes()) {
            auto const v = judged<event_class_name>(to_string(c));
            if (v.clean() == retired(c) || v.length != to_string(c).size()) return false;
            if (breaks<event_class_name>(to_string(c), rule::event_class_retired) != retired(c))
                return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(another_legal_name_is_undocumented) {
    twice([] {
        return breaks<event_class_name>("DETECTION_FINDING", rule::event_class_undocumented);
    });
    twice([] { return breaks<event_class_name>("", rule::event_class_undocumented); });
    twice([] { return judged<event_class_name>("DETECTION_FINDING").further_count == 1; });
    twice([] { return judged<event_class_name>("FILE_ACTIVIT").further_count == 1; });
}

BOOST_AUTO_TEST_CASE(a_name_off_the_pattern_breaks_that_rule_alone) {
    twice([] {
        auto const v = judged<event_class_name>("File Activity");
        return !v.pattern_ok && v.length_ok && v.further_count == 0;
    });
}

BOOST_AUTO_TEST_CASE(a_name_in_parts_gets_one_verdict) {
    twice_for_each<texts>([](std::string_view t) { return judged_alike<event_class_name>(t); });
    twice([] {
        for (auto const c : lakeproof::ocsf::event_classes())
            if (!judged_alike<event_class_name>(to_string(c))) return false;
        return true;
    });
    twice([] { return judged_alike<event_class_name>(run(1030, 'A'), 500); });
    // Starts like a listed name, but only its start is kept.
    BOOST_TEST(judged_alike<event_class_name>(run(1024, 'A').add("B")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
