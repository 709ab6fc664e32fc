// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/event_class_name.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace event_class_name_test {

using lakeproof::rule;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_class_constraint;
using lakeproof::ocsf::event_class_name;
using lakeproof::test::one;
using lakeproof::test::run;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

static_assert(!std::is_default_constructible_v<event_class_name>);
static_assert(std::is_nothrow_convertible_v<event_class, event_class_name>);
static_assert(!std::is_convertible_v<std::string_view, event_class_name>);
static_assert(!std::is_constructible_v<event_class, event_class_name>);

constexpr std::string_view unlisted[] = {
    "",
    "SCRIPT_ACTIVITY",
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
        }
        return true;
    });
}

BOOST_AUTO_TEST_CASE(any_name_of_the_pattern_is_legal) {
    twice([] { return event_class_name{"SCRIPT_ACTIVITY"} == "SCRIPT_ACTIVITY"; });
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

BOOST_AUTO_TEST_CASE(up_to_2048_characters) {
    twice([] { return event_class_name::from(run(2048, 'A')).value().size() == 2048; });
    twice([] {
        auto const s = event_class_name::check(run(2049, 'A'));
        return !s.length_ok && s.length == 2049 && s.bound == 2048 &&
               s.broken == rule::event_classes_limit;
    });
    twice([] { return event_class_name::check("a").broken == rule::event_class_pattern; });
    twice([] {
        auto const s = event_class_name::check("File Activity");
        return !s.pattern_ok && s.length_ok;
    });
}

BOOST_AUTO_TEST_CASE(the_vocabulary_holds_all_event_classes_and_they_are_legal) {
    twice([] {
        for (auto const c : lakeproof::ocsf::event_classes())
            if (event_class_constraint::find(to_string(c)) != static_cast<std::size_t>(c) ||
                !event_class_name::check(to_string(c)))
                return false;
        return true;
    });
    twice_for_each<unlisted>([](std::string_view name) {
        return event_class_constraint::find(name) == std::string_view::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace event_class_name_test
