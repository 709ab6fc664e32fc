// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/violation.hpp>

#include <lakeproof/check/report.hpp>

#include "../../support/findings.hpp"
#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string>
#include <string_view>

namespace violation_test {

using namespace lakeproof;
using test::add;
using test::at;
using test::element;
using test::finding_of;
using test::run;
using test::text_buffer;
using test::twice;
using test::twice_in_words;
using test::twice_in_words_for_each;

/// A report of one violation.
constexpr report made(detail::finding const& f) {
    report out;
    add(out, f);
    return out;
}
constexpr report unknown(std::string_view name, detail::place const& where = {}, bool cut = false) {
    auto f = finding_of(rule::member_unknown, where);
    f.excerpt = name;
    f.cut = cut;
    return made(f);
}
constexpr std::string pointer_to(detail::place const& where) {
    return made(finding_of(rule::member_type, where))[0].pointer();
}

struct unknown_name {
    std::string_view name;
    std::string_view pointer;
};
constexpr unknown_name names[] = {
    {"x", "/x"},
    {"", "/"},
    {"~", "/~0"},
    {"/", "/~1"},
    {"a/b~c", "/a~1b~0c"},
    {"~1", "/~01"},
    {"~0/~1", "/~00~1~01"},
    {" \"\\", "/ \"\\"},
    {"caf\u00e9", "/caf\u00e9"},
};

BOOST_AUTO_TEST_SUITE(violations)

BOOST_AUTO_TEST_CASE(pointers_lead_to_members_and_elements) {
    twice_in_words([] {
        return pointer_to({}).empty() && pointer_to(at({"sourceName"})) == "/sourceName" &&
               pointer_to(at({"configuration", "providerIdentity", "principal"})) ==
                   "/configuration/providerIdentity/principal" &&
               pointer_to(element(0)) == "/eventClasses/0" &&
               pointer_to(element(1234567890)) == "/eventClasses/1234567890";
    });
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_a_reference_token) {
    twice_in_words_for_each<names>([](unknown_name const& row) {
        auto const r = unknown(row.name);
        return r[0].pointer() == row.pointer && r[0].text() == row.name && !r[0].cut();
    });
    twice_in_words([] {
        return unknown("x/", at({"configuration", "crawlerConfiguration"}))[0].pointer() ==
               "/configuration/crawlerConfiguration/x~1";
    });
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_cut_to_64_bytes) {
    twice_in_words([] {
        auto const whole = unknown(run(64, 'x'));
        auto const longer = unknown(run(65, 'x'));
        return whole[0].pointer() == '/' + std::string(64, 'x') && !whole[0].cut() &&
               longer[0].pointer() == '/' + std::string(64, 'x') + "\u2026" && longer[0].cut() &&
               longer[0].text() == run(64, 'x').view();
    });
    twice_in_words([] { // the slashes that escapes add do not count
        return unknown(run(64, '/'))[0].pointer().size() == 1 + 2 * 64 &&
               unknown(run(65, '~'))[0].pointer() == unknown(run(66, '~'))[0].pointer();
    });
    twice_in_words([] { // a name of which the reader kept the start
        auto const r = unknown(run(64, 'x'), {}, true);
        return r[0].cut() && r[0].pointer() == '/' + std::string(64, 'x') + "\u2026";
    });
}

BOOST_AUTO_TEST_CASE(a_cut_never_parts_a_character) {
    twice_in_words([] {
        auto const fits = unknown(text_buffer{}.add(62, 'x').add("\u00e9"));
        auto const over = unknown(text_buffer{}.add(63, 'x').add("\u00e9"));
        auto const emoji = unknown(text_buffer{}.add(61, 'x').add("\U0001f600"));
        return !fits[0].cut() && fits[0].text().size() == 64 &&
               over[0].pointer() == '/' + std::string(63, 'x') + "\u2026" &&
               emoji[0].pointer() == '/' + std::string(61, 'x') + "\u2026";
    });
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_to_256_bytes) {
    auto const text = [](std::string_view whole, bool cut = false) {
        auto f = finding_of(rule::source_name_length, at({"sourceName"}));
        f.excerpt = whole;
        f.length = 7;
        f.cut = cut;
        return made(f);
    };
    BOOST_TEST(text(run(256, 't'))[0].text() == run(256, 't').view());
    BOOST_TEST(!text(run(256, 't'))[0].cut());
    BOOST_TEST(text(run(257, 't'))[0].text() == run(256, 't').view());
    BOOST_TEST(text(run(257, 't'))[0].cut());
    auto const over = text(text_buffer{}.add(255, 't').add("\u00e9"));
    BOOST_TEST(over[0].text() == run(255, 't').view());
    BOOST_TEST(over[0].cut());
    auto const whole = text(text_buffer{}.add(254, 't').add("\u00e9"), true);
    BOOST_TEST(whole[0].text().size() == 256u);
    BOOST_TEST(whole[0].length() == 7u);
    BOOST_TEST(whole[0].cut());
}

BOOST_AUTO_TEST_CASE(a_detail_is_cut_to_128_bytes) {
    auto const with = [](std::string_view detail) {
        auto f = finding_of(rule::house_rule, at({"sourceName"}));
        f.detail = detail;
        return made(f);
    };
    BOOST_TEST(with(run(128, 'd'))[0].detail() == run(128, 'd').view());
    BOOST_TEST(with(run(129, 'd'))[0].detail() == run(128, 'd').view());
    BOOST_TEST(with(text_buffer{}.add(127, 'd').add("\u00e9"))[0].detail() == run(127, 'd').view());
}

BOOST_AUTO_TEST_CASE(what_is_not_said_is_empty) {
    twice([] {
        auto const r = made(finding_of(rule::member_type, at({"sourceName"})));
        auto const v = r[0];
        return v.text().empty() && v.detail().empty() && v.region().empty() && v.bound() == 0 &&
               v.length() == 0 && v.offset() == 0 && v.occurrence() == 1 && !v.cut() &&
               v.severity() == severity::error && v.rule() == rule::member_type &&
               &v.info() == &info(rule::member_type);
    });
}

BOOST_AUTO_TEST_CASE(what_is_said_is_kept) {
    twice([] {
        auto f = finding_of(rule::source_name_conflict, at({"sourceName"}));
        f.excerpt = "acme";
        f.length = 4;
        f.bound = 20;
        f.region = "aaaa-bbbbbbbbbb-cccccc-99";
        f.detail = "a.json";
        auto const r = made(f);
        auto const v = r[0];
        return v.text() == "acme" && v.length() == 4 && v.bound() == 20 &&
               v.region() == "aaaa-bbbbbbbbbb-cccccc-99" && v.detail() == "a.json" && v.occurrence() == 1;
    });
}

BOOST_AUTO_TEST_CASE(numbers_are_kept_whole) {
    twice([] {
        auto f = finding_of(rule::number_range);
        f.bound = static_cast<std::size_t>(-9'000'000'000);
        f.length = static_cast<std::size_t>(-1);
        auto const r = made(f);
        return r[0].bound() == static_cast<std::size_t>(-9'000'000'000) && r[0].length() == 0xffffffff;
    });
}

BOOST_AUTO_TEST_CASE(an_occurrence_is_no_length) {
    twice([] {
        auto f = finding_of(rule::member_duplicate, at({"sourceName"}));
        f.length = 3;
        f.bound = 9; // its position
        auto const r = made(f);
        return r[0].occurrence() == 3 && r[0].length() == 0 && r[0].bound() == 0 &&
               detail::violation_access::member_position(r[0]) == 9;
    });
}

BOOST_AUTO_TEST_CASE(an_offset_is_of_a_text_that_could_not_be_read) {
    twice([] {
        auto const where = detail::place::of_offset(0x123456789a);
        auto const malformed = made(finding_of(rule::json_malformed, where));
        auto const limit = made(finding_of(rule::json_limit, where));
        auto const type = made(finding_of(rule::member_type, where));
        return malformed[0].offset() == 0x123456789a && limit[0].offset() == 0x123456789a &&
               type[0].offset() == 0;
    });
    twice_in_words([] {
        return made(finding_of(rule::json_malformed, detail::place::of_offset(7)))[0].pointer().empty();
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace violation_test
