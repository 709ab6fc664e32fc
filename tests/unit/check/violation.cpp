// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/report.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using test::run;
using test::text_buffer;
using test::twice;
using test::twice_in_words;
using test::twice_in_words_for_each;

constexpr auto const& nodes = nodes_of<create_custom_log_source_request>;

constexpr detail::location at(std::initializer_list<std::string_view> path) {
    return {nodes.data(), detail::find_node(nodes.data(), path), 0, {}};
}
constexpr detail::location element(std::uint32_t index) {
    return {nodes.data(), nodes[2].first, 1, {index}};
}

/// A violation, filled by a function.
template <class Fill>
constexpr violation made(rule r, detail::location const& where, Fill fill) {
    report out;
    auto builder = out.add(r, severity::error, where);
    fill(builder);
    return out[0];
}
constexpr violation unknown(std::string_view name, detail::location const& where = at({}),
                            bool cut = false) {
    return made(rule::member_unknown, where, [&](auto& v) { v.name(name, cut); });
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
        auto const nothing = [](auto&) {};
        return made(rule::member_type, at({}), nothing).pointer().empty() &&
               made(rule::member_type, at({"sourceName"}), nothing).pointer() == "/sourceName" &&
               made(rule::member_type, at({"configuration", "providerIdentity", "principal"}),
                    nothing)
                       .pointer() == "/configuration/providerIdentity/principal" &&
               made(rule::member_type, element(0), nothing).pointer() == "/eventClasses/0" &&
               made(rule::member_type, element(1234567890), nothing).pointer() ==
                   "/eventClasses/1234567890";
    });
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_a_reference_token) {
    twice_in_words_for_each<names>([](unknown_name const& row) {
        auto const v = unknown(row.name);
        return v.pointer() == row.pointer && v.text() == row.name && !v.cut();
    });
    twice_in_words([] {
        return unknown("x/", at({"configuration", "crawlerConfiguration"})).pointer() ==
               "/configuration/crawlerConfiguration/x~1";
    });
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_cut_to_64_bytes) {
    twice_in_words([] {
        auto const whole = unknown(run(64, 'x'));
        auto const longer = unknown(run(65, 'x'));
        return whole.pointer() == '/' + std::string(64, 'x') && !whole.cut() &&
               longer.pointer() == '/' + std::string(64, 'x') + "\u2026" && longer.cut() &&
               longer.text() == run(64, 'x').view();
    });
    twice_in_words([] { // the slashes that escapes add do not count
        return unknown(run(64, '/')).pointer().size() == 1 + 2 * 64 &&
               unknown(run(65, '~')).pointer() == unknown(run(66, '~')).pointer();
    });
    twice_in_words([] { // a name of which the reader kept the start
        auto const v = unknown(run(64, 'x'), at({}), true);
        return v.cut() && v.pointer() == '/' + std::string(64, 'x') + "\u2026";
    });
}

BOOST_AUTO_TEST_CASE(a_cut_never_parts_a_character) {
    twice_in_words([] {
        auto const fits = unknown(text_buffer{}.add(62, 'x').add("\u00e9"));
        auto const over = unknown(text_buffer{}.add(63, 'x').add("\u00e9"));
        auto const emoji = unknown(text_buffer{}.add(61, 'x').add("\U0001f600"));
        return !fits.cut() && fits.text().size() == 64 &&
               over.pointer() == '/' + std::string(63, 'x') + "\u2026" &&
               emoji.pointer() == '/' + std::string(61, 'x') + "\u2026";
    });
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_to_256_bytes) {
    auto const text = [](std::string_view whole, bool cut = false) {
        return made(rule::source_name_length, at({"sourceName"}),
                    [&](auto& v) { v.text(whole, 7, cut); });
    };
    BOOST_TEST(text(run(256, 't')).text() == run(256, 't').view());
    BOOST_TEST(!text(run(256, 't')).cut());
    BOOST_TEST(text(run(257, 't')).text() == run(256, 't').view());
    BOOST_TEST(text(run(257, 't')).cut());
    auto const over = text(text_buffer{}.add(255, 't').add("\u00e9"));
    BOOST_TEST(over.text() == run(255, 't').view());
    BOOST_TEST(over.cut());
    // What a reader kept may end inside a character.
    auto const kept = text(text_buffer{}.add(255, 't').add("\xc3"), true);
    BOOST_TEST(kept.text() == run(255, 't').view());
    BOOST_TEST(kept.cut());
    auto const whole = text(text_buffer{}.add(254, 't').add("\u00e9"), true);
    BOOST_TEST(whole.text().size() == 256u);
    BOOST_TEST(whole.length() == 7u);
}

BOOST_AUTO_TEST_CASE(a_detail_is_cut_to_128_bytes) {
    auto const with = [](std::string_view detail) {
        return made(rule::house_rule, at({"sourceName"}), [&](auto& v) { v.detail(detail); });
    };
    BOOST_TEST(with(run(128, 'd')).detail() == run(128, 'd').view());
    BOOST_TEST(with(run(129, 'd')).detail() == run(128, 'd').view());
    BOOST_TEST(with(text_buffer{}.add(127, 'd').add("\u00e9")).detail() == run(127, 'd').view());
}

BOOST_AUTO_TEST_CASE(what_is_not_said_is_empty) {
    twice([] {
        auto const v = made(rule::member_type, at({"sourceName"}), [](auto&) {});
        return v.text().empty() && v.detail().empty() && v.region().empty() && v.bound() == 0 &&
               v.length() == 0 && v.offset() == 0 && v.occurrence() == 1 && !v.cut() &&
               v.severity() == severity::error && v.rule() == rule::member_type;
    });
}

BOOST_AUTO_TEST_CASE(what_is_said_is_kept) {
    twice([] {
        auto const v = made(rule::source_name_conflict, at({"sourceName"}), [](auto& b) {
            b.text("acme", 4).bound(20).region("aaaa-bbbbbbbbbb-cccccc-99").occurrence(3).offset(9);
            b.detail("a.json");
        });
        return v.text() == "acme" && v.length() == 4 && v.bound() == 20 &&
               v.region() == "aaaa-bbbbbbbbbb-cccccc-99" && v.occurrence() == 3 &&
               v.offset() == 9 && v.detail() == "a.json";
    });
}

BOOST_AUTO_TEST_CASE(paths_are_the_services) {
    twice_in_words([] {
        std::string path, first, document;
        at({"configuration", "providerIdentity", "externalId"}).append_path(path);
        element(0).append_path(first); // the service counts from 1
        at({}).append_path(document);
        return path == "configuration.providerIdentity.externalId" &&
               first == "eventClasses.1.member" && document.empty();
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
