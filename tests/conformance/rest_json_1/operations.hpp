// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The operations of Smithy's protocol tests, as far as a case that applies needs them. Members have the names of the
// wire; in a URI, where there is nothing but text, floating-point numbers and timestamps are strings.
namespace rest_json_1 {

using lakeproof::bounded_string, lakeproof::enum_string, lakeproof::http_binding, lakeproof::member,
    lakeproof::member_table;
using std::optional, std::string, std::string_view, std::vector;

struct no_input {
    static constexpr auto members = member_table();
};
struct no_output {
    static constexpr auto members = member_table();
};

struct no_input_and_no_output {
    using input = no_input;
    using output = no_output;
    static constexpr string_view name = "NoInputAndNoOutput";
    static constexpr http_binding binding{"POST", "/NoInputAndNoOutput"};
};
struct unit_input_and_output : no_input_and_no_output {
    static constexpr string_view name = "UnitInputAndOutput";
    static constexpr http_binding binding{"POST", "/UnitInputAndOutput"};
};
struct no_input_and_output : no_input_and_no_output {
    static constexpr string_view name = "NoInputAndOutput";
    static constexpr http_binding binding{"POST", "/NoInputAndOutputOutput"};
};
struct empty_input_and_empty_output : no_input_and_no_output {
    static constexpr string_view name = "EmptyInputAndEmptyOutput";
    static constexpr http_binding binding{"POST", "/EmptyInputAndEmptyOutput"};
};
struct accept_header_star_service : no_input_and_no_output {
    static constexpr string_view name = "AcceptHeaderStarService";
    static constexpr http_binding binding{"GET", "/test-accept-header"};
};
struct test_get_no_payload : no_input_and_no_output {
    static constexpr string_view name = "TestGetNoPayload";
    static constexpr http_binding binding{"GET", "/no_payload"};
};
struct test_post_no_payload : no_input_and_no_output {
    static constexpr string_view name = "TestPostNoPayload";
    static constexpr http_binding binding{"POST", "/no_payload"};
};
struct test_get_no_input_no_payload : no_input_and_no_output {
    static constexpr string_view name = "TestGetNoInputNoPayload";
    static constexpr http_binding binding{"GET", "/no_input_no_payload"};
};
struct test_post_no_input_no_payload : no_input_and_no_output {
    static constexpr string_view name = "TestPostNoInputNoPayload";
    static constexpr http_binding binding{"POST", "/no_input_no_payload"};
};
struct response_code_http_fallback : no_input_and_no_output {
    static constexpr string_view name = "ResponseCodeHttpFallback";
    static constexpr http_binding binding{"GET", "/responseCodeHttpFallback", 201};
};
struct malformed_accept_with_body : no_input_and_no_output {
    static constexpr string_view name = "MalformedAcceptWithBody";
    static constexpr http_binding binding{"POST", "/MalformedAcceptWithBody"};
};

struct content_type_parameters {
    struct input {
        optional<std::int32_t> value{};
        static constexpr auto members = member_table(member{"value", &input::value});
    };
    using output = no_output;
    static constexpr string_view name = "ContentTypeParameters";
    static constexpr http_binding binding{"POST", "/ContentTypeParameters"};
};

struct test_body_structure {
    struct test_config {
        optional<std::int32_t> timeout{};
        static constexpr auto members = member_table(member{"timeout", &test_config::timeout});
    };
    struct input {
        optional<test_config> config{};
        static constexpr auto members = member_table(member{"testConfig", &input::config});
    };
    using output = no_output;
    static constexpr string_view name = "TestBodyStructure";
    static constexpr http_binding binding{"POST", "/body"};
};

struct http_request_with_labels {
    struct input {
        std::string string;
        std::int16_t short_;
        std::int32_t integer;
        std::int64_t long_;
        std::string float_, double_;
        bool boolean;
        std::string timestamp;
        static constexpr auto members = member_table(
            member{"string", &input::string}, member{"short", &input::short_}, member{"integer", &input::integer},
            member{"long", &input::long_}, member{"float", &input::float_}, member{"double", &input::double_},
            member{"boolean", &input::boolean}, member{"timestamp", &input::timestamp});
    };
    using output = no_output;
    static constexpr string_view name = "HttpRequestWithLabels";
    static constexpr http_binding binding{
        "GET", "/HttpRequestWithLabels/{string}/{short}/{integer}/{long}/{float}/{double}/{boolean}/{timestamp}"};
};
struct http_request_with_labels_and_timestamp_format {
    struct input {
        string a, b, c, d, e, f, g;
        static constexpr auto members =
            member_table(member{"memberEpochSeconds", &input::a}, member{"memberHttpDate", &input::b},
                         member{"memberDateTime", &input::c}, member{"defaultFormat", &input::d},
                         member{"targetEpochSeconds", &input::e}, member{"targetHttpDate", &input::f},
                         member{"targetDateTime", &input::g});
    };
    using output = no_output;
    static constexpr string_view name = "HttpRequestWithLabelsAndTimestampFormat";
    static constexpr http_binding binding{
        "GET", "/HttpRequestWithLabelsAndTimestampFormat/{memberEpochSeconds}/{memberHttpDate}/{memberDateTime}/"
               "{defaultFormat}/{targetEpochSeconds}/{targetHttpDate}/{targetDateTime}"};
};
struct http_request_with_regex_literal {
    struct input {
        string str;
        static constexpr auto members = member_table(member{"str", &input::str});
    };
    using output = no_output;
    static constexpr string_view name = "HttpRequestWithRegexLiteral";
    static constexpr http_binding binding{"GET", "/ReDosLiteral/{str}/(a+)+"};
};

using foo_enum = enum_string<"Foo", "Baz", "Bar", "1", "0">;

struct all_query_string_types {
    struct input {
        optional<std::string> string{};
        optional<vector<std::string>> string_list{}, string_set{};
        optional<std::int8_t> byte{};
        optional<std::int16_t> short_{};
        optional<std::int32_t> integer{};
        optional<vector<std::int32_t>> integer_list{}, integer_set{};
        optional<std::int64_t> long_{};
        optional<std::string> float_{}, double_{};
        optional<vector<std::string>> double_list{};
        optional<bool> boolean{};
        optional<vector<bool>> boolean_list{};
        optional<std::string> timestamp{};
        optional<vector<std::string>> timestamp_list{};
        optional<foo_enum> enum_{};
        optional<vector<foo_enum>> enum_list{};
        optional<std::int32_t> integer_enum{};
        optional<vector<std::int32_t>> integer_enum_list{};
        static constexpr auto members = member_table(
            member{"String", &input::string}, member{"StringList", &input::string_list},
            member{"StringSet", &input::string_set}, member{"Byte", &input::byte}, member{"Short", &input::short_},
            member{"Integer", &input::integer}, member{"IntegerList", &input::integer_list},
            member{"IntegerSet", &input::integer_set}, member{"Long", &input::long_}, member{"Float", &input::float_},
            member{"Double", &input::double_}, member{"DoubleList", &input::double_list},
            member{"Boolean", &input::boolean}, member{"BooleanList", &input::boolean_list},
            member{"Timestamp", &input::timestamp}, member{"TimestampList", &input::timestamp_list},
            member{"Enum", &input::enum_}, member{"EnumList", &input::enum_list},
            member{"IntegerEnum", &input::integer_enum}, member{"IntegerEnumList", &input::integer_enum_list});
    };
    using output = no_output;
    static constexpr string_view name = "AllQueryStringTypes";
    static constexpr http_binding binding{
        "GET", "/AllQueryStringTypesInput{?String,StringList,StringSet,Byte,Short,Integer,IntegerList,IntegerSet,Long,"
               "Float,Double,DoubleList,Boolean,BooleanList,Timestamp,TimestampList,Enum,EnumList,IntegerEnum,"
               "IntegerEnumList}"};
};
struct omits_null_serializes_empty_string {
    struct input {
        optional<string> null{}, empty{};
        static constexpr auto members = member_table(member{"Null", &input::null}, member{"Empty", &input::empty});
    };
    using output = no_output;
    static constexpr string_view name = "OmitsNullSerializesEmptyString";
    static constexpr http_binding binding{"GET", "/OmitsNullSerializesEmptyString{?Null,Empty}"};
};
struct omits_serializing_empty_lists {
    struct input {
        vector<string> strings{};
        vector<std::int32_t> integers{};
        vector<bool> booleans{};
        vector<foo_enum> enums{};
        vector<std::int32_t> integer_enums{};
        static constexpr auto members =
            member_table(member{"StringList", &input::strings}, member{"IntegerList", &input::integers},
                         member{"BooleanList", &input::booleans}, member{"EnumList", &input::enums},
                         member{"IntegerEnumList", &input::integer_enums});
    };
    using output = no_output;
    static constexpr string_view name = "OmitsSerializingEmptyLists";
    static constexpr http_binding binding{
        "POST", "/OmitsSerializingEmptyLists{?StringList,IntegerList,BooleanList,EnumList,IntegerEnumList}"};
};
struct ignore_query_params_in_response {
    using input = no_input;
    struct output {
        optional<string> baz{};
        static constexpr bool open = true;
        static constexpr auto members = member_table(member{"baz", &output::baz});
    };
    static constexpr string_view name = "IgnoreQueryParamsInResponse";
    static constexpr http_binding binding{"GET", "/IgnoreQueryParamsInResponse"};
};

/// Input and output of the same members: one is read strictly, the other as a client does.
template <bool Open>
struct string_lists {
    optional<vector<string>> list{};
    static constexpr bool open = Open;
    static constexpr auto members = member_table(member{"stringList", &string_lists::list});
};
struct json_lists {
    using input = string_lists<false>;
    using output = string_lists<true>;
    static constexpr string_view name = "JsonLists";
    static constexpr http_binding binding{"PUT", "/JsonLists"};
};

template <bool Open>
struct scalars {
    optional<std::string> string{};
    static constexpr bool open = Open;
    static constexpr auto members = member_table(member{"stringValue", &scalars::string});
};
struct simple_scalar_properties {
    using input = scalars<false>;
    using output = scalars<true>;
    static constexpr string_view name = "SimpleScalarProperties";
    static constexpr http_binding binding{"PUT", "/SimpleScalarProperties"};
};

struct greeting {
    optional<string> hi{};
    static constexpr bool open = true;
    static constexpr auto members = member_table(member{"hi", &greeting::hi});
};
struct renamed_greeting {
    optional<string> salutation{};
    static constexpr bool open = true;
    static constexpr auto members = member_table(member{"salutation", &renamed_greeting::salutation});
};
template <bool Open>
struct my_union {
    optional<std::string> string{};
    optional<bool> boolean{};
    optional<std::int32_t> number{};
    optional<foo_enum> enum_{};
    optional<vector<std::string>> list{};
    optional<greeting> structure{};
    optional<renamed_greeting> renamed{};
    static constexpr bool one_of = true, open = Open;
    static constexpr auto members =
        member_table(member{"stringValue", &my_union::string}, member{"booleanValue", &my_union::boolean},
                     member{"numberValue", &my_union::number}, member{"enumValue", &my_union::enum_},
                     member{"listValue", &my_union::list}, member{"structureValue", &my_union::structure},
                     member{"renamedStructureValue", &my_union::renamed});
};
template <bool Open>
struct union_contents {
    optional<my_union<Open>> contents{};
    static constexpr bool open = Open;
    static constexpr auto members = member_table(member{"contents", &union_contents::contents});
};
struct json_unions {
    using input = union_contents<false>;
    using output = union_contents<true>;
    static constexpr string_view name = "JsonUnions";
    static constexpr http_binding binding{"PUT", "/JsonUnions"};
};

template <bool Open>
struct player_action {
    optional<no_output> quit{};
    static constexpr bool one_of = true, open = Open;
    static constexpr auto members = member_table(member{"quit", &player_action::quit});
};
template <bool Open>
struct post_player_action_members {
    optional<player_action<Open>> action{};
    static constexpr bool open = Open;
    static constexpr auto members = member_table(member{"action", &post_player_action_members::action});
};
struct post_player_action {
    using input = post_player_action_members<false>;
    using output = post_player_action_members<true>;
    static constexpr string_view name = "PostPlayerAction";
    static constexpr http_binding binding{"POST", "/PostPlayerAction"};
};

template <bool Open>
struct union_with_json_name {
    optional<string> foo{}, bar{}, baz{};
    static constexpr bool one_of = true, open = Open;
    static constexpr auto members =
        member_table(member{"FOO", &union_with_json_name::foo}, member{"bar", &union_with_json_name::bar},
                     member{"_baz", &union_with_json_name::baz});
};
template <bool Open>
struct union_with_json_name_value {
    optional<union_with_json_name<Open>> value{};
    static constexpr bool open = Open;
    static constexpr auto members = member_table(member{"value", &union_with_json_name_value::value});
};
struct post_union_with_json_name {
    using input = union_with_json_name_value<false>;
    using output = union_with_json_name_value<true>;
    static constexpr string_view name = "PostUnionWithJsonName";
    static constexpr http_binding binding{"POST", "/PostUnionWithJsonName"};
};

} // namespace rest_json_1
