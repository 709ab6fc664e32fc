// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace limits_test {

using namespace lakeproof;
using json::check_request;
using test::listed;
using test::request_json;

constexpr std::size_t mebibyte = 1024 * 1024;

/// A valid request, padded with white space.
std::string padded(std::size_t size) {
    std::string text = request_json();
    text.insert(1, size - text.size(), ' ');
    return text;
}
/// A valid request with an unknown member that makes it `depth` deep.
std::string deep(std::size_t depth, char open = '[', char close = ']') {
    std::string value;
    for (std::size_t i = 1; i < depth; ++i) value += open == '{' ? "{\"x\":" : "[";
    if (open == '{') value += '0';
    value.append(depth - 1, close);
    return request_json({.further = "\"x\":" + value});
}
/// A list of `n` legal elements of `size` characters.
std::string list(std::size_t n, std::size_t size) {
    std::string text = "[";
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0) text += ',';
        text += test::quoted(std::string(size, 'N'));
    }
    return text + ']';
}
report checked(std::string const& event_classes) {
    return check_request(request_json({.event_classes = event_classes}));
}

BOOST_AUTO_TEST_SUITE(json_limits)

// --- bytes

BOOST_AUTO_TEST_CASE(a_mebibyte_may_be_read_and_no_byte_more) {
    BOOST_TEST(listed(check_request(padded(mebibyte))) == "");
    auto const r = check_request(padded(mebibyte + 1));
    BOOST_TEST(listed(r) == "error json-limit");
    BOOST_TEST(r[0].bound() == mebibyte);
    BOOST_TEST(message(r[0]) == "The text has too many bytes: the limit is 1048576");
    BOOST_TEST(!json::parse_request(padded(mebibyte + 1)).has_value());
    BOOST_TEST(json::parse_request(padded(mebibyte)).has_value());
}

BOOST_AUTO_TEST_CASE(one_long_string_within_the_limit_is_checked) {
    std::string text = request_json({.source_name = "\"\""});
    auto const quote = text.find("\"\"");
    text.insert(quote + 1, mebibyte - text.size(), 'n');
    BOOST_TEST(text.size() == mebibyte);
    auto const r = check_request(text);
    BOOST_TEST(listed(r) == "error source-name-length /sourceName; "
                            "error source-name-documented-limit /sourceName");
    BOOST_TEST(r[0].length() > mebibyte - 1000);
}

BOOST_AUTO_TEST_CASE(the_byte_limit_is_looked_at_first) {
    BOOST_TEST(listed(check_request(std::string(mebibyte + 1, '['))) == "error json-limit");
    BOOST_TEST(check_request(std::string(mebibyte + 1, '['))[0].bound() == mebibyte);
    BOOST_TEST(listed(check_request(std::string(mebibyte + 1, '}'))) == "error json-limit");
    BOOST_TEST(listed(check_request("{}  x", {.limits = {.bytes = 4}})) == "error json-limit");
}

BOOST_AUTO_TEST_CASE(a_byte_limit_of_ones_own) {
    std::string const text = request_json();
    BOOST_TEST(listed(check_request(text, {.limits = {.bytes = text.size()}})) == "");
    auto const r = check_request(text, {.limits = {.bytes = text.size() - 1}});
    BOOST_TEST(listed(r) == "error json-limit");
    BOOST_TEST(r[0].bound() == text.size() - 1);
    BOOST_TEST(listed(check_request(padded(mebibyte + 1), {.limits = {.bytes = mebibyte + 1}})) ==
               "");
    BOOST_TEST(listed(check_request("", {.limits = {.bytes = 0}})) == "error json-malformed");
    BOOST_TEST(listed(check_request("1", {.limits = {.bytes = 0}})) == "error json-limit");
}

// --- depth

BOOST_AUTO_TEST_CASE(objects_and_arrays_may_nest_32_deep) {
    BOOST_TEST(listed(check_request(deep(32))) == "warning member-unknown /x");
    BOOST_TEST(listed(check_request(deep(32, '{', '}'))) == "warning member-unknown /x");
    for (auto const& text : {deep(33), deep(33, '{', '}')}) {
        auto const r = check_request(text, {.regions = {regions::ca_west_1}});
        BOOST_TEST(listed(r) == "error json-limit");
        BOOST_TEST(r[0].bound() == 32u);
        BOOST_TEST(message(r[0]) == "The document nests too deeply: the limit is 32");
        BOOST_TEST(listed(json::parse_request(text).report()) == "error json-limit");
    }
}

BOOST_AUTO_TEST_CASE(whichever_the_reader_meets_first_counts) {
    BOOST_TEST(listed(check_request(std::string(33, '['))) == "error json-limit");
    BOOST_TEST(listed(check_request(std::string(32, '['))) == "error json-malformed");
    BOOST_TEST(listed(check_request('}' + std::string(33, '['))) == "error json-malformed");
    BOOST_TEST(listed(check_request(std::string(33, '[') + '}')) == "error json-limit");
}

BOOST_AUTO_TEST_CASE(a_million_brackets_do_no_harm) {
    BOOST_TEST(listed(check_request(std::string(mebibyte, '['))) == "error json-limit");
    std::string objects;
    while (objects.size() < mebibyte - 10) objects += "{\"a\":";
    BOOST_TEST(listed(check_request(objects)) == "error json-limit");
}

BOOST_AUTO_TEST_CASE(a_depth_limit_of_ones_own) {
    BOOST_TEST(listed(check_request(request_json(), {.limits = {.depth = 3}})) == "");
    auto const r = check_request(request_json(), {.limits = {.depth = 2}});
    BOOST_TEST(listed(r) == "error json-limit");
    BOOST_TEST(r[0].bound() == 2u);
    BOOST_TEST(listed(check_request(deep(1000), {.limits = {.depth = 1000}})) ==
               "warning member-unknown /x");
    BOOST_TEST(listed(check_request(deep(1001), {.limits = {.depth = 1000}})) ==
               "error json-limit");
}

BOOST_AUTO_TEST_CASE(no_depth_limit_lets_a_text_use_up_the_stack) {
    constexpr auto most = limits::most_depth;
    for (auto const depth : {most, most + 1, static_cast<std::size_t>(-1)}) {
        options const o{.limits = {.depth = depth}};
        BOOST_TEST(o.limits.levels() == most);
        BOOST_TEST(listed(check_request(deep(most), o)) == "warning member-unknown /x");
        auto const r = check_request(std::string(mebibyte, '['), o);
        BOOST_TEST(listed(r) == "error json-limit");
        BOOST_TEST(r[0].bound() == most);
        BOOST_TEST(r[0].offset() == most); // where reading stopped
    }
    static_assert(limits::most_depth == 1000 && limits{}.levels() == 32);
    static_assert(limits{.depth = limits::most_depth - 1}.levels() == limits::most_depth - 1);
}

// --- eventClasses

constexpr auto most_classes = ocsf::event_class_list::max_size;
constexpr auto most_characters = ocsf::event_class_list::max_characters;
static_assert(most_classes == 128 && most_characters == 2048);

/// A list of `n` times one element and then others.
std::string many(std::size_t n, std::string_view element, std::string_view others = "") {
    std::string text = "[";
    while (n-- > 0) (text += element) += ',';
    if (others.empty()) text.pop_back();
    return (text += others) + ']';
}

BOOST_AUTO_TEST_CASE(there_may_be_128_event_classes) {
    auto const r = checked(list(most_classes, 1));
    BOOST_TEST(r.count(rule::event_classes_limit) == 0u);
    BOOST_TEST(r.errors() == most_classes);       // none is documented
    BOOST_TEST(r.warnings() == most_classes - 1); // all but one repeat
    auto const over = checked(list(most_classes + 1, 1));
    BOOST_TEST(over.errors() == most_classes + 1); // the bound's own violation
    BOOST_TEST(over.warnings() == most_classes - 1);
}

BOOST_AUTO_TEST_CASE(the_129th_and_all_after_it_are_not_checked) {
    for (auto const* const rest :
         {"\"DNS_ACTIVITY\"", "\"a b\",1,null,[{}],\"\\u0000\"", "null", "{\"x\":[]},2", "[[]]"}) {
        auto const r = checked(many(most_classes, "\"DNS_ACTIVITY\"", rest));
        BOOST_TEST(r.errors() == 1u, rest);
        BOOST_TEST(r.warnings() == most_classes - 1, rest); // each repeats the first
        BOOST_TEST(r.notes() == 0u, rest);
        BOOST_TEST(listed(r[0]) == "error event-classes-limit /eventClasses", rest);
        BOOST_TEST(r[0].bound() == most_classes, rest);
        BOOST_TEST(r.size() == 64u, rest);
    }
}

BOOST_AUTO_TEST_CASE(elements_of_a_wrong_type_count_as_elements) {
    auto const full = checked(many(most_classes, "0"));
    BOOST_TEST(full.count(rule::member_type) == 64u); // as many as a report keeps
    BOOST_TEST(full.errors() == most_classes);
    BOOST_TEST(checked(many(most_classes, "0", "0")).errors() == most_classes + 1); // the bound's own violation
    BOOST_TEST(checked(many(most_classes, "0", "0,0,0")).errors() == most_classes + 1);
}

BOOST_AUTO_TEST_CASE(there_may_be_2048_characters) {
    auto const full = checked(list(most_classes, 16));
    BOOST_TEST(full.errors() == most_classes);
    BOOST_TEST(full.count(rule::event_classes_limit) == 0u);

    BOOST_TEST(listed(checked(list(1, most_characters))) ==
               "error event-class-undocumented /eventClasses/0");
    auto const over = checked(list(1, most_characters + 1));
    BOOST_TEST(listed(over) == "error event-classes-limit /eventClasses");
    BOOST_TEST(over[0].bound() == most_characters);
    BOOST_TEST(listed(checked(list(2, most_characters / 2 + 1))) ==
               "error event-classes-limit /eventClasses; error event-class-undocumented /eventClasses/0");
    BOOST_TEST(listed(checked(list(2, most_characters / 2))) ==
               "error event-class-undocumented /eventClasses/0; "
               "error event-class-undocumented /eventClasses/1; "
               "warning event-class-duplicate /eventClasses/1");
}

BOOST_AUTO_TEST_CASE(characters_are_counted_not_bytes) {
    for (std::string_view const accent : {"\u00e9", "\\u00e9", "\U0001f600", "\\ud83d\\ude00"}) {
        std::string text = "[\"";
        for (std::size_t i = 0; i < most_characters; ++i) text += accent;
        BOOST_TEST(listed(checked(text + "\"]")) == "error event-class-pattern /eventClasses/0", accent);
        BOOST_TEST(listed(checked(text + "n\"]")) == "error event-classes-limit /eventClasses", accent);
        BOOST_TEST(listed(checked(text + "\",\"\",\"\"]")) ==
                       "error event-class-pattern /eventClasses/0; "
                       "error event-class-undocumented /eventClasses/1; "
                       "error event-class-undocumented /eventClasses/2; "
                       "warning event-class-duplicate /eventClasses/2",
                   accent);
    }
}

BOOST_AUTO_TEST_CASE(invalid_elements_count_their_characters_too) {
    std::string const half(most_characters / 2, ' ');
    BOOST_TEST(listed(checked("[\"" + half + "\",\"" + half + "x\",\"a b\"]")) ==
               "error event-class-pattern /eventClasses/0; "
               "error event-classes-limit /eventClasses");
}

BOOST_AUTO_TEST_CASE(an_element_over_the_bound_is_not_checked) {
    // Neither its pattern nor what repeats nor what comes after it.
    BOOST_TEST(listed(checked("[\"DNS_ACTIVITY\",\"" + std::string(most_characters - 11, ' ') +
                              "\",\"DNS_ACTIVITY\",\"a b\",1]")) ==
               "error event-classes-limit /eventClasses");
    BOOST_TEST(listed(checked("[\"\\u0041" + std::string(most_characters, ' ') + "\",\"a b\",1]")) ==
               "error event-classes-limit /eventClasses");
}

BOOST_AUTO_TEST_CASE(a_list_over_a_bound_gives_no_value) {
    auto const lax = policy{}
                         .set(rule::event_class_undocumented, severity::off)
                         .set(rule::event_class_duplicate, severity::off);
    BOOST_CHECK_THROW(policy{}.set(rule::event_classes_limit, severity::off), std::invalid_argument);
    std::string const text = request_json({.event_classes = list(most_classes + 1, 1)});
    auto const parsed = json::parse_request(text, {.policy = lax});
    BOOST_TEST(!parsed.has_value());
    BOOST_TEST(listed(parsed.report()) == "error event-classes-limit /eventClasses");
    auto const full =
        json::parse_request(request_json({.event_classes = list(most_classes, 16)}), {.policy = lax});
    BOOST_TEST_REQUIRE(full.has_value());
    BOOST_TEST(full->event_classes.size() == most_classes);
    BOOST_TEST(full->event_classes.characters() == most_characters);
    BOOST_TEST(full->event_classes[most_classes - 1] == std::string(16, 'N'));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace limits_test
