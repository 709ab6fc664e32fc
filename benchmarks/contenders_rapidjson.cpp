// SPDX-License-Identifier: BSL-1.0
#include "by_hand.hpp"

#ifdef __SSE2__
#define RAPIDJSON_SSE2 // as its manual advises
#endif
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include <cstddef>
#include <string>

namespace benchmarks {

namespace {

using document = rapidjson::Document;
using schema_document = rapidjson::SchemaDocument;
using validator = rapidjson::SchemaValidator;

struct dom {
    using value = document::ValueType;

    static std::string_view view(value const& v) { return {v.GetString(), v.GetStringLength()}; }
    template <class F>
    static bool for_members(value const& v, F f) {
        if (!v.IsObject()) return false;
        for (auto const& m : v.GetObject()) f(view(m.name), m.value);
        return true;
    }
    template <class F>
    static bool for_elements(value const& v, F f) {
        if (!v.IsArray()) return false;
        for (auto const& e : v.GetArray()) f(e);
        return true;
    }
    static std::optional<std::string_view> text(value const& v) {
        if (!v.IsString()) return std::nullopt;
        return view(v);
    }
    static bool is_null(value const& v) { return v.IsNull(); }
};

// The patterns without \w and \d, which RapidJSON's expressions lack.
template <class Constraint>
constexpr char const* pattern = nullptr;
template <>
constexpr char const* pattern<lakeproof::source_name_constraint> = R"(^[\\\\A-Za-z0-9_:/.-]*$)";
template <>
constexpr char const* pattern<lakeproof::source_version_constraint> = R"(^[A-Za-z0-9._-]*$)";
template <>
constexpr char const* pattern<lakeproof::ocsf::event_class_constraint> = R"(^[A-Z_0-9]*$)";
template <>
constexpr char const* pattern<lakeproof::role_arn_constraint> =
    R"(^arn:(aws[a-zA-Z-]*)?:iam::[0-9]{12}:role/?[a-zA-Z_0-9+=,.@/-]+$)";
template <>
constexpr char const* pattern<lakeproof::principal_constraint> =
    R"(^([0-9]{12}|[a-z0-9.-]*[.](amazonaws|amazon)[.]com)$)";
template <>
constexpr char const* pattern<lakeproof::external_id_constraint> = R"(^[A-Za-z0-9_+=,.@:/-]*$)";

schema_document compile(std::string const& schema) {
    rapidjson::Document parsed;
    parsed.Parse(schema.c_str());
    return schema_document{parsed};
}

template <class Constraint>
std::string text_schema(std::size_t max_length = Constraint::max_length,
                        char const* type = R"("string")") {
    return std::string{R"({"type":)"} + type + R"(,"minLength":)" +
           std::to_string(Constraint::min_length) + R"(,"maxLength":)" +
           std::to_string(max_length) + R"(,"pattern":")" + pattern<Constraint> + R"("})";
}

/// The whole document, as far as a schema tells errors from the rest.
std::string request_schema() {
    std::string classes;
    for (std::size_t i = 0; i < lakeproof::ocsf::event_class_count; ++i) {
        classes += classes.empty() ? "\"" : ",\"";
        classes += to_string(static_cast<lakeproof::ocsf::event_class>(i));
        classes += '"';
    }
    auto const object = [](std::string const& required, std::string const& properties) {
        return R"({"type":"object","required":[)" + required + R"(],"properties":{)" + properties +
               "}}";
    };
    using namespace lakeproof;
    return object(
        R"("configuration","sourceName")",
        R"("configuration":)" +
            object(R"("crawlerConfiguration","providerIdentity")",
                   R"("crawlerConfiguration":)" +
                       object(R"("roleArn")",
                              R"("roleArn":)" + text_schema<role_arn_constraint>()) +
                       R"(,"providerIdentity":)" +
                       object(R"("externalId","principal")",
                              R"("externalId":)" + text_schema<external_id_constraint>() +
                                  R"(,"principal":)" + text_schema<principal_constraint>())) +
            R"(,"eventClasses":{"type":["array","null"],"maxItems":)" + std::to_string(ocsf::event_class_list::max_size) + R"(,"items":{"enum":[)" +
            classes + R"(]}},"sourceName":)" +
            text_schema<source_name_constraint>(source_name_documented_limit) +
            R"(,"sourceVersion":)" +
            text_schema<source_version_constraint>(source_version_constraint::max_length,
                                                   R"(["string","null"])"));
}

/// A schema has just said that every text matches.
struct matched {
    template <class Constraint>
    static bool matches(std::string_view) {
        return true;
    }
};

/// A schema a text: this validator stops at the first fault, and all are to be collected.
struct text_by_text {
    template <class Constraint>
    static bool matches(std::string_view text) {
        static schema_document const schema =
            compile(std::string{R"({"pattern":")"} + pattern<Constraint> + R"("})");
        static validator validate{schema};
        validate.Reset();
        return validate.String(text.data(), static_cast<rapidjson::SizeType>(text.size()), false);
    }
};

} // namespace

verdict rapidjson_schema(std::string_view text) {
    static schema_document const schema = compile(request_schema());
    static validator validate{schema};

    document parsed;
    parsed.Parse<rapidjson::kParseValidateEncodingFlag>(text.data()); // ends in a null character
    if (parsed.HasParseError()) return by_hand::malformed;
    validate.Reset();
    dom::value const& value = parsed;
    return value.Accept(validate) ? by_hand::examine<dom, matched>(value)
                               : by_hand::examine<dom, text_by_text>(value);
}

} // namespace benchmarks
