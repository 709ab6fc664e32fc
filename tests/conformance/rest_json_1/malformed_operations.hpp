// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operations.hpp"

// Those whose cases are requests that a server must refuse.
namespace rest_json_1 {

template <class T, class Names>
struct malformed_number {
    struct input {
        optional<T> body{};
        T path;
        optional<T> query{};
        static constexpr auto members = member_table(
            member{Names::body, &input::body}, member{Names::path, &input::path}, member{Names::query, &input::query});
    };
    using output = no_output;
    static constexpr string_view name = Names::operation;
    static constexpr http_binding binding{"POST", Names::uri};
};
struct boolean_names {
    static constexpr string_view operation = "MalformedBoolean",
                                 uri = "/MalformedBoolean/{booleanInPath}{?booleanInQuery}", body = "booleanInBody",
                                 path = "booleanInPath", query = "booleanInQuery";
};
struct byte_names {
    static constexpr string_view operation = "MalformedByte", uri = "/MalformedByte/{byteInPath}{?byteInQuery}",
                                 body = "byteInBody", path = "byteInPath", query = "byteInQuery";
};
struct short_names {
    static constexpr string_view operation = "MalformedShort", uri = "/MalformedShort/{shortInPath}{?shortInQuery}",
                                 body = "shortInBody", path = "shortInPath", query = "shortInQuery";
};
struct integer_names {
    static constexpr string_view operation = "MalformedInteger",
                                 uri = "/MalformedInteger/{integerInPath}{?integerInQuery}", body = "integerInBody",
                                 path = "integerInPath", query = "integerInQuery";
};
struct long_names {
    static constexpr string_view operation = "MalformedLong", uri = "/MalformedLong/{longInPath}{?longInQuery}",
                                 body = "longInBody", path = "longInPath", query = "longInQuery";
};
using malformed_boolean = malformed_number<bool, boolean_names>;
using malformed_byte = malformed_number<std::int8_t, byte_names>;
using malformed_short = malformed_number<std::int16_t, short_names>;
using malformed_integer = malformed_number<std::int32_t, integer_names>;
using malformed_long = malformed_number<std::int64_t, long_names>;

struct malformed_content_type_with_body {
    struct input {
        optional<string> hi{};
        static constexpr auto members = member_table(member{"hi", &input::hi});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedContentTypeWithBody";
    static constexpr http_binding binding{"POST", "/MalformedContentTypeWithBody"};
};
struct malformed_list {
    struct input {
        optional<vector<string>> list{};
        static constexpr auto members = member_table(member{"bodyList", &input::list});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedList";
    static constexpr http_binding binding{"POST", "/MalformedList"};
};
struct malformed_request_body {
    struct input {
        optional<std::int32_t> number{};
        static constexpr auto members = member_table(member{"int", &input::number});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedRequestBody";
    static constexpr http_binding binding{"POST", "/MalformedRequestBody"};
};
struct malformed_union {
    struct simple_union {
        optional<std::int32_t> number{};
        optional<std::string> string{};
        static constexpr bool one_of = true;
        static constexpr auto members =
            member_table(member{"int", &simple_union::number}, member{"string", &simple_union::string});
    };
    struct input {
        optional<simple_union> value{};
        static constexpr auto members = member_table(member{"union", &input::value});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedUnion";
    static constexpr http_binding binding{"POST", "/MalformedUnion"};
};
struct malformed_required {
    struct input {
        std::string string, in_query;
        static constexpr auto members =
            member_table(member{"string", &input::string}, member{"stringInQuery", &input::in_query});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedRequired";
    static constexpr http_binding binding{"POST", "/MalformedRequired{?stringInQuery}"};
};

/// Two of a string type, one of which has a value.
template <class String>
struct either {
    optional<String> first{}, second{};
    static constexpr bool one_of = true;
    static constexpr auto members = member_table(member{"first", &either::first}, member{"second", &either::second});
};

struct malformed_enum {
    using letters = enum_string<"abc", "def", "jkl">;
    struct input {
        optional<letters> string{};
        optional<enum_string<"abc", "def">> with_trait{};
        optional<vector<letters>> list{};
        optional<either<letters>> value{};
        static constexpr auto members =
            member_table(member{"string", &input::string}, member{"stringWithEnumTrait", &input::with_trait},
                         member{"list", &input::list}, member{"union", &input::value});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedEnum";
    static constexpr http_binding binding{"POST", "/MalformedEnum"};
};

template <std::size_t Least, std::size_t Most>
using any_text = bounded_string<R"(^[\s\S]*$)", Least, Most>;

struct malformed_length {
    struct input {
        optional<any_text<2, 8>> string{};
        optional<any_text<0, 8>> at_most{};
        optional<vector<any_text<2, 8>>> list{};
        static constexpr auto members =
            member_table(member{"string", &input::string}, member{"maxString", &input::at_most},
                         member{"list", &input::list, {.least = 2, .most = 8}});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedLength";
    static constexpr http_binding binding{"POST", "/MalformedLength"};
};
struct malformed_length_override {
    struct input {
        optional<any_text<4, 6>> string{};
        optional<any_text<0, 6>> at_most{};
        optional<vector<any_text<2, 8>>> list{};
        static constexpr auto members =
            member_table(member{"string", &input::string}, member{"maxString", &input::at_most},
                         member{"list", &input::list, {.least = 4, .most = 6}});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedLengthOverride";
    static constexpr http_binding binding{"POST", "/MalformedLengthOverride"};
};
struct malformed_length_query_string {
    struct input {
        optional<any_text<2, 8>> string{};
        static constexpr auto members = member_table(member{"string", &input::string});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedLengthQueryString";
    static constexpr http_binding binding{"POST", "/MalformedLengthQueryString{?string}"};
};

template <lakeproof::pattern_text Pattern>
using text_on = bounded_string<Pattern, 0, 128>;

struct malformed_pattern {
    struct input {
        optional<text_on<"^[a-m]+$">> string{};
        optional<text_on<"^([0-9]+)+$">> evil{};
        optional<vector<text_on<"^[a-m]+$">>> list{};
        optional<either<text_on<"^[a-m]+$">>> value{};
        static constexpr auto members =
            member_table(member{"string", &input::string}, member{"evilString", &input::evil},
                         member{"list", &input::list}, member{"union", &input::value});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedPattern";
    static constexpr http_binding binding{"POST", "/MalformedPattern"};
};
struct malformed_pattern_override {
    struct input {
        optional<text_on<"^[g-m]+$">> string{};
        optional<vector<text_on<"^[g-m]+$">>> list{};
        optional<either<text_on<"^[g-m]+$">>> value{};
        static constexpr auto members = member_table(member{"string", &input::string}, member{"list", &input::list},
                                                     member{"union", &input::value});
    };
    using output = no_output;
    static constexpr string_view name = "MalformedPatternOverride";
    static constexpr http_binding binding{"POST", "/MalformedPatternOverride"};
};
struct sensitive_validation {
    struct input {
        optional<text_on<"^[a-m]+$">> string{};
        static constexpr auto members = member_table(member{"string", &input::string});
    };
    using output = no_output;
    static constexpr string_view name = "SensitiveValidation";
    static constexpr http_binding binding{"POST", "/SensitiveValidation"};
};

template <std::int64_t Least, std::int64_t Most>
struct ranges {
    optional<std::int8_t> byte{}, min_byte{}, max_byte{};
    optional<std::int16_t> short_{}, min_short{}, max_short{};
    optional<std::int32_t> integer{}, min_integer{}, max_integer{};
    optional<std::int64_t> long_{}, min_long{}, max_long{};
    static constexpr auto members = member_table(
        member{"byte", &ranges::byte, {.least = Least, .most = Most}},
        member{"minByte", &ranges::min_byte, {.least = Least}}, member{"maxByte", &ranges::max_byte, {.most = Most}},
        member{"short", &ranges::short_, {.least = Least, .most = Most}},
        member{"minShort", &ranges::min_short, {.least = Least}},
        member{"maxShort", &ranges::max_short, {.most = Most}},
        member{"integer", &ranges::integer, {.least = Least, .most = Most}},
        member{"minInteger", &ranges::min_integer, {.least = Least}},
        member{"maxInteger", &ranges::max_integer, {.most = Most}},
        member{"long", &ranges::long_, {.least = Least, .most = Most}},
        member{"minLong", &ranges::min_long, {.least = Least}}, member{"maxLong", &ranges::max_long, {.most = Most}});
};
struct malformed_range {
    using input = ranges<2, 8>;
    using output = no_output;
    static constexpr string_view name = "MalformedRange";
    static constexpr http_binding binding{"POST", "/MalformedRange"};
};
struct malformed_range_override {
    using input = ranges<4, 6>;
    using output = no_output;
    static constexpr string_view name = "MalformedRangeOverride";
    static constexpr http_binding binding{"POST", "/MalformedRangeOverride"};
};

} // namespace rest_json_1
