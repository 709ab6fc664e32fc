// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json/schema.hpp>

#include <lakeproof/lakeproof.hpp>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schema_test {

using lakeproof::member;
using lakeproof::member_table;
using lakeproof::json::schema;

struct either {
    std::optional<bool> left{};
    std::optional<std::string> right{};
    static constexpr bool one_of = true;
    static constexpr auto members = member_table(member{"left", &either::left}, member{"right", &either::right});
};
struct nothing {
    static constexpr auto members = member_table();
};
struct all_kinds {
    lakeproof::enum_string<"A", "B"> choice;
    std::optional<lakeproof::enum_string<"A", "B">> maybe{};
    lakeproof::bounded_string<R"(^\_*$)", 0, 3> text;
    std::int8_t small;
    std::int64_t large;
    std::vector<std::string> list{};
    std::optional<nothing> empty{};
    either one;

    static constexpr auto members =
        member_table(member{"choice", &all_kinds::choice, {.description = "One of two."}},
                     member{"maybe", &all_kinds::maybe}, member{"text", &all_kinds::text},
                     member{"small", &all_kinds::small, {.most = 10}}, member{"large", &all_kinds::large, {.least = 0}},
                     member{"list", &all_kinds::list, {.required = true, .least = 1, .most = 2}},
                     member{"empty", &all_kinds::empty}, member{"one", &all_kinds::one});
};

struct lenient {
    std::optional<lakeproof::enum_string<"A", "B">> choice{};
    std::optional<either> one{};
    std::vector<lakeproof::source_version> list{};
    std::optional<std::int16_t> number{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"choice", &lenient::choice}, member{"one", &lenient::one},
                     member{"list", &lenient::list, {.most = 1}}, member{"number", &lenient::number, {.most = 1}});
};

boost::json::value parsed(std::string_view text) { return boost::json::parse({text.data(), text.size()}); }

/// A member's schema.
template <class Shape>
boost::json::value of(std::string_view name) {
    return schema<Shape>().at("properties").at({name.data(), name.size()});
}

BOOST_AUTO_TEST_SUITE(json_schema)

BOOST_AUTO_TEST_CASE(every_kind_of_member_has_its_words) {
    constexpr std::string_view members[][2] = {
        {"choice", R"({"description": "One of two.", "type": "string", "anyOf": [{"const": "A"}, {"const": "B"}]})"},
        {"maybe", R"({"type": ["string", "null"], "anyOf": [{"const": "A"}, {"const": "B"}, {"const": null}]})"},
        {"text", R"({"type": "string", "maxLength": 3, "pattern": "^_*$"})"},
        {"small", R"({"type": "integer", "minimum": -128, "maximum": 10})"},
        {"large", R"({"type": "integer", "minimum": 0})"},
        {"list", R"({"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "string"}})"},
        {"empty", R"({"type": ["object", "null"], "properties": {}, "additionalProperties": false})"},
    };
    for (auto const& [name, wanted] : members) BOOST_TEST(of<all_kinds>(name) == parsed(wanted), name);
    auto const all = schema<all_kinds>();
    BOOST_TEST(all.at("required") == parsed(R"(["choice", "text", "small", "large", "list", "one"])"));
    BOOST_TEST(all.at("type") == "object");
    BOOST_TEST(all.at("additionalProperties") == false);
}

BOOST_AUTO_TEST_CASE(a_union_has_one_member_with_a_value) {
    constexpr std::string_view kinds = R"([
        {"type": "object", "required": ["left"], "properties": {"left": {"not": {"type": "null"}}}},
        {"type": "object", "required": ["right"], "properties": {"right": {"not": {"type": "null"}}}}])";
    BOOST_TEST(schema<either>().at("oneOf") == parsed(kinds));
}

BOOST_AUTO_TEST_CASE(an_open_shape_demands_less) {
    auto const all = schema<lenient>();
    BOOST_TEST(!all.contains("additionalProperties"));
    BOOST_TEST(!all.contains("required"));
    BOOST_TEST(of<lenient>("choice") == parsed(R"({"type": ["string", "null"]})"));
    constexpr std::string_view list = R"({"type": ["array", "null"], "items": {
        "type": "string", "minLength": 1, "maxLength": 32, "pattern": "^[A-Za-z0-9\\-._]*$"}})";
    BOOST_TEST(of<lenient>("list") == parsed(list));
    BOOST_TEST(of<lenient>("number") ==
               parsed(R"({"type": ["integer", "null"], "minimum": -32768, "maximum": 32767})"));
    BOOST_TEST(of<lenient>("one").as_object().contains("oneOf")); // it is read strictly itself
}

BOOST_AUTO_TEST_CASE(a_schema_says_what_it_is) {
    auto const named = schema<nothing>({.id = "urn:a", .title = "B", .description = "C"});
    constexpr std::string_view wanted = R"({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:a", "title": "B", "description": "C",
        "type": "object", "properties": {}, "additionalProperties": false})";
    BOOST_TEST(boost::json::value(named) == parsed(wanted));
    BOOST_TEST(!schema<nothing>().contains("$id"));
}

BOOST_AUTO_TEST_CASE(members_stand_in_the_order_of_the_table) {
    auto const all = schema<lakeproof::create_custom_log_source_request>();
    std::string names;
    for (auto const& [name, value] : all.at("properties").as_object())
        names += std::string{name.data(), name.size()} + ' ';
    BOOST_TEST(names == "configuration eventClasses sourceName sourceVersion ");
}

BOOST_AUTO_TEST_CASE(event_classes_have_their_captions) {
    auto const classes = of<lakeproof::create_custom_log_source_request>("eventClasses");
    auto const& offered = classes.at("items").at("anyOf").as_array();
    BOOST_TEST(offered.size() == lakeproof::ocsf::event_class_count);
    BOOST_TEST(offered[0] == parsed(R"_({"const": "ACCESS_ACTIVITY", "description": "Access Activity (audit)"})_"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace schema_test
