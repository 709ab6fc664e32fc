// SPDX-License-Identifier: BSL-1.0
// Four operations of the service are held to its model: no document that the model forbids is accepted, and none that
// it allows is refused or changed.
#include "../../support/operations.hpp"
#include "../../support/boost_pattern.hpp"
#include "../../support/listed.hpp"

#include <boost/json.hpp>
#include <boost/regex.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace operations_test {

using namespace lakeproof;
using test::listed;
using boost::json::object;
using boost::json::value;

/// What tests/data/operations.json lacks. Source: the public service model of 2018-05-10.
constexpr std::string_view further_shapes = R"json({
 "AccessType": {"type": "string", "enum": ["LAKEFORMATION", "S3"]},
 "AccessTypeList": {"type": "list", "member": {"shape": "AccessType"}},
 "AwsLogSourceConfiguration": {"type": "structure", "required": ["regions", "sourceName"], "members": {
   "accounts": {"shape": "AccountList"}, "regions": {"shape": "RegionList"},
   "sourceName": {"shape": "AwsLogSourceName"}, "sourceVersion": {"shape": "AwsLogSourceVersion"}}},
 "AwsLogSourceConfigurationList": {"type": "list", "member": {"shape": "AwsLogSourceConfiguration"}, "min": 1, "max": 50},
 "CreateAwsLogSourceRequest": {"type": "structure", "required": ["sources"], "members": {
   "sources": {"shape": "AwsLogSourceConfigurationList"}}},
 "CreateSubscriberRequest": {"type": "structure", "required": ["sources", "subscriberIdentity", "subscriberName"], "members": {
   "accessTypes": {"shape": "AccessTypeList"}, "sources": {"shape": "LogSourceResourceList"},
   "subscriberDescription": {"shape": "DescriptionString"}, "subscriberIdentity": {"shape": "AwsIdentity"},
   "subscriberName": {"shape": "SubscriberName"}, "tags": {"shape": "TagList"}}},
 "DescriptionString": {"type": "string", "pattern": "^[\\\\\\w\\s\\-_:/,.@=+]*$"},
 "SubscriberName": {"type": "string", "min": 0, "max": 64},
 "Tag": {"type": "structure", "required": ["key", "value"], "members": {
   "key": {"shape": "TagKey"}, "value": {"shape": "TagValue"}}},
 "TagKey": {"type": "string", "min": 1, "max": 128},
 "TagValue": {"type": "string", "min": 0, "max": 256},
 "TagList": {"type": "list", "member": {"shape": "Tag"}, "min": 0, "max": 50}
})json";

/// Lakeproof's two exceptions, and the bounds that IAM and DNS have on the strings (role-arn-length, principal-length).
constexpr std::string_view exceptions = R"json({
 "AwsPrincipal": {"type": "string", "max": 255,
   "pattern": "^([0-9]{12}|[a-z0-9\\.\\-]*\\.(amazonaws|amazon)\\.com)$"},
 "RoleArn": {"type": "string", "max": 2048,
   "pattern": "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$"},
 "CustomLogSourceName": {"type": "string", "min": 1, "max": 64, "pattern": "^[\\\\\\w\\-_:/.]*$"},
 "Region": {"type": "string", "max": 25, "pattern": "^[a-z]{2,4}(-[a-z]+)+-\\d+$"}
})json";

/// The service model, read by itself: what it allows, without a word of Lakeproof's.
class service_model {
public:
    service_model() {
        std::ifstream file{"tests/data/operations.json"};
        std::string const text{std::istreambuf_iterator<char>{file}, {}};
        auto const whole = boost::json::parse(text);
        shapes_ = whole.at("shapes").as_object();
        operations_ = whole.at("operations").as_object();
        for (auto const more : {further_shapes, exceptions}) {
            auto const added = boost::json::parse({more.data(), more.size()});
            for (auto const& shape : added.as_object()) shapes_[shape.key()] = shape.value();
        }
    }

    [[nodiscard]] object const& shape(std::string_view name) const {
        return shapes_.at({name.data(), name.size()}).as_object();
    }

    [[nodiscard]] object const& operation(std::string_view name) const {
        return operations_.at({name.data(), name.size()}).as_object();
    }

    [[nodiscard]] bool allows(std::string_view name, value const& v) const {
        object const& s = shape(name);
        auto const type = s.at("type").as_string();
        if (type == "structure") return v.is_object() && allows_members(s, v.get_object());
        if (type == "list") {
            if (!v.is_array() || !in_bounds(s, static_cast<std::int64_t>(v.get_array().size()))) return false;
            auto const element = member_shape(s.at("member"));
            return std::ranges::all_of(v.get_array(), [&](value const& e) { return allows(element, e); });
        }
        if (type == "integer") return v.is_int64() && in_bounds(s, v.get_int64());
        return v.is_string() && allows_string(s, std::string_view{v.get_string().data(), v.get_string().size()});
    }

    /// A value without what the service does not see: null and unknown members.
    [[nodiscard]] value seen(std::string_view name, value const& v) const {
        object const& s = shape(name);
        if (v.is_array()) {
            boost::json::array all;
            for (value const& e : v.get_array()) all.push_back(seen(member_shape(s.at("member")), e));
            return all;
        }
        if (!v.is_object()) return v;
        object all;
        for (auto const& m : v.get_object()) {
            auto const* const member = s.at("members").as_object().if_contains(m.key());
            if (member != nullptr && !m.value().is_null()) all[m.key()] = seen(member_shape(*member), m.value());
        }
        return all;
    }

    static std::string_view member_shape(value const& reference) {
        auto const& name = reference.at("shape").as_string();
        return {name.data(), name.size()};
    }

private:
    bool allows_members(object const& s, object const& v) const {
        std::size_t given = 0;
        for (auto const& member : s.at("members").as_object()) {
            auto const* const found = v.if_contains(member.key());
            if (found == nullptr || found->is_null()) continue;
            ++given;
            if (!allows(member_shape(member.value()), *found)) return false;
        }
        if (auto const* const required = s.if_contains("required"))
            for (value const& member : required->as_array()) {
                auto const* const found = v.if_contains(member.as_string());
                if (found == nullptr || found->is_null()) return false;
            }
        return !s.contains("union") || given == 1;
    }

    static bool in_bounds(object const& s, std::int64_t n) {
        if (auto const* const least = s.if_contains("min"); least != nullptr && n < least->as_int64()) return false;
        auto const* const most = s.if_contains("max");
        return most == nullptr || n <= most->as_int64();
    }

    bool allows_string(object const& s, std::string_view text) const {
        auto const characters = std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; });
        if (!in_bounds(s, characters)) return false;
        if (auto const* const values = s.if_contains("enum"))
            return std::ranges::any_of(values->as_array(), [&](value const& v) {
                return std::string_view{v.get_string().data(), v.get_string().size()} == text;
            });
        auto const* const pattern = s.if_contains("pattern");
        if (pattern == nullptr) return true;
        auto& regex = compiled_[pattern->as_string().c_str()];
        if (regex.empty()) regex.assign(test::spelt_for_boost(pattern->as_string().c_str()));
        return boost::regex_match(text.begin(), text.end(), regex);
    }

    object shapes_;
    object operations_;
    mutable std::map<std::string, boost::regex> compiled_;
};

service_model const model;

/// Makes documents of the model's shapes, the same ones on every platform; mostly allowed, some with faults.
class document_maker {
public:
    value make(std::string_view name) {
        fault_in_ = one_in(3) ? 0 : 3 + below(40);
        return of(name);
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    bool fault() { return fault_in_ != 0 && one_in(fault_in_); }

    value of(std::string_view name) {
        if (fault()) return any_value();
        object const& s = model.shape(name);
        auto const type = s.at("type").as_string();
        if (type == "structure") return structure(s);
        if (type == "list") {
            boost::json::array all;
            std::size_t const least = s.contains("min") ? static_cast<std::size_t>(s.at("min").as_int64()) : 0;
            std::size_t count = least + below(4);
            if (s.contains("max") && one_in(8)) count = static_cast<std::size_t>(s.at("max").as_int64()) + below(2);
            if (fault() && count > 0) count = 0;
            while (all.size() < count) all.push_back(of(model.member_shape(s.at("member"))));
            return all;
        }
        if (type == "integer") {
            constexpr std::int64_t some[] = {1, 2, 50, 99, 100, 0, 101, -1, 2147483648, INT64_MAX, INT64_MIN};
            return some[below(fault() ? std::size(some) : 5)];
        }
        return string(name, s);
    }

    value structure(object const& s) {
        object all;
        auto const& members = s.at("members").as_object();
        auto const only = below(std::max<std::size_t>(members.size(), 1));
        std::size_t i = 0;
        for (auto const& m : members) {
            bool const in_union = s.contains("union");
            bool const wanted = in_union ? i == only : is_required(s, m.key()) || one_in(2);
            ++i;
            if (wanted != fault())
                all[m.key()] = of(model.member_shape(m.value()));
            else if (one_in(4))
                all[m.key()] = nullptr;
        }
        if (one_in(20)) all["unknown" + std::to_string(below(3))] = any_value();
        return all;
    }
    static bool is_required(object const& s, boost::json::string_view name) {
        auto const* const required = s.if_contains("required");
        return required != nullptr &&
               std::ranges::any_of(required->as_array(), [&](value const& r) { return r.as_string() == name; });
    }

    value string(std::string_view name, object const& s) {
        static std::map<std::string, std::vector<std::string>, std::less<>> const some{
            {"AmazonResourceName",
             {"arn:aws:securitylake:::x", "arn:aws-cn:securitylake:us-east-1:123456789012:crawler/a",
              "arn:aws:securitylake:" + std::string(63, 'r') + ':' + std::string(63, 'a') + ":0" + std::string(127, '-')}},
            {"AwsAccountId", {"123456789012", "000000000000"}},
            {"AwsLogSourceVersion", {"latest", "1.0", "2.0"}},
            {"AwsPrincipal", {"123456789012", "firehose.amazonaws.com", ".amazon.com"}},
            {"CustomLogSourceName", {"a", "acme-edr", "a\\b:c/d.e_f", std::string(64, 'n')}},
            {"CustomLogSourceVersion", {"1", "1.0", std::string(32, 'v')}},
            {"DescriptionString", {"", "what it is for, and\nwhom", std::string(20'000, 'd')}},
            {"ExternalId", {"ab", "acme-2026", std::string(1224, 'x')}},
            {"NextToken", {"", "t\u00f6ken \"\n", std::string(2048, 't')}},
            {"Region", {"us-east-1", "us-gov-west-1", "me-central-1", "eusc-de-east-1"}},
            {"RoleArn", {"arn:aws:iam::123456789012:role/x", "arn::iam::123456789012:rolex"}},
            {"S3URI", {"s3://abc/x", "s3a://b-1.c/ext/acme/", "s3n://abc" + std::string(60, 'd') + "e/\u00e9"}},
            {"SubscriberName", {"", "any \u00e9 name", std::string(64, 's')}},
            {"TagKey", {"k", "\U0001f600", std::string(128, 'k')}},
            {"TagValue", {"", "v", std::string(256, 'v')}},
        };
        std::string text;
        if (auto const* const values = s.if_contains("enum"))
            text = values->as_array()[below(values->as_array().size())].as_string().c_str();
        else if (auto const found = some.find(name); found != some.end())
            text = found->second[below(found->second.size())];
        if (fault()) spoil(text);
        return value(text);
    }
    void spoil(std::string& text) {
        switch (below(7)) {
        case 0: text.clear(); break;
        case 1: text += text + "x"; break;
        case 2: text += ' '; break;
        case 3: text.insert(0, "\u00e9"); break;
        case 4: text.resize(text.size() / 8 * 4); break; // between characters of four bytes as well
        case 5: text += "//"; break;
        default: text.append(2100, '0'); break;
        }
    }
    value any_value() {
        switch (below(10)) {
        case 0: return nullptr;
        case 1: return true;
        case 2: return 7;
        case 3: return 1.5;
        case 4: return "";
        case 5: return "x";
        case 6: return boost::json::array{};
        case 7: return boost::json::array{1, "us-east-1", nullptr};
        case 8: return object{};
        default: return object{{"sourceName", "WAF"}, {"customLogSource", object{}}};
        }
    }

    std::mt19937 random_{20180510};
    std::size_t fault_in_ = 0; ///< one in so many; 0 for none
};

/// How many documents of a shape the model allows and forbids, each found alike by Lakeproof.
template <class Shape>
void is_held_to_the_model(std::string_view name) {
    document_maker maker;
    std::size_t allowed = 0;
    constexpr std::size_t count = 3000;
    for (std::size_t i = 0; i < count; ++i) {
        auto const document = maker.make(name);
        auto const text = boost::json::serialize(document);
        bool const allows = model.allows(name, document);
        allowed += allows;
        auto const r = json::check<Shape>(text);
        BOOST_TEST_REQUIRE(r.ok() == allows, text << ": " << listed(r));
        BOOST_TEST_REQUIRE(listed(json::check_value<Shape>(document)) == listed(r), text);
        auto const parsed = json::parse<Shape>(text);
        BOOST_TEST_REQUIRE(parsed.has_value() == allows, text);
        if (!allows) continue;
        // Nothing that the service sees is changed, in text and DOM.
        auto const seen = model.seen(name, document);
        BOOST_TEST_REQUIRE((boost::json::parse(json::serialize(*parsed)) == seen), text);
        BOOST_TEST_REQUIRE((boost::json::value_from(*parsed) == seen), text);
        BOOST_TEST_REQUIRE((boost::json::value_to<Shape>(seen) == *parsed), text);
        BOOST_TEST_REQUIRE(check(*parsed).ok(), text);
    }
    BOOST_TEST(allowed > count / 4, name << ": " << allowed);
    BOOST_TEST(allowed < count * 9 / 10, name << ": " << allowed);
}

BOOST_AUTO_TEST_SUITE(service_operations)

/// The members of an operation's input that the model puts in a part of the request, in the model's order.
std::vector<std::string> placed(std::string_view input, std::string_view location) {
    std::vector<std::string> names;
    for (auto const& m : model.shape(input).at("members").as_object())
        if (auto const* const where = m.value().as_object().if_contains("location"))
            if (where->as_string() == boost::json::string_view{location.data(), location.size()})
                names.emplace_back(m.value().at("locationName").as_string().c_str());
    return names;
}

template <class Op>
void is_bound_as_in_the_model(std::string_view name) {
    object const& o = model.operation(name);
    auto const& http = o.at("http").as_object();
    auto const input = model.member_shape(o.at("input"));
    BOOST_TEST(Op::binding.method == http.at("method").as_string().c_str());
    BOOST_TEST(Op::binding.path() == http.at("requestUri").as_string().c_str());
    BOOST_TEST(Op::binding.status == http.at("responseCode").as_int64());
    std::vector<std::string> labels, query;
    detail::for_each_label(Op::binding.uri, [&](std::string_view label) { labels.emplace_back(label); });
    detail::for_each_query_name(Op::binding.uri, [&](std::string_view member) { query.emplace_back(member); });
    BOOST_TEST(labels == placed(input, "uri"), boost::test_tools::per_element());
    BOOST_TEST(query == placed(input, "querystring"), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bindings_are_those_of_the_service_model) {
    is_bound_as_in_the_model<lakeproof::operations::create_custom_log_source>("CreateCustomLogSource");
    is_bound_as_in_the_model<lakeproof::operations::delete_custom_log_source>("DeleteCustomLogSource");
    is_bound_as_in_the_model<lakeproof::operations::list_log_sources>("ListLogSources");
}

BOOST_AUTO_TEST_CASE(requests_are_held_to_the_service_model) {
    is_held_to_the_model<delete_custom_log_source_request>("DeleteCustomLogSourceRequest");
    is_held_to_the_model<list_log_sources_request>("ListLogSourcesRequest");
    is_held_to_the_model<service::create_aws_log_source_request>("CreateAwsLogSourceRequest");
    is_held_to_the_model<service::create_subscriber_request>("CreateSubscriberRequest");
}

template <class Shape>
std::string reported(std::string_view text) {
    auto const checked = listed(json::check<Shape>(text));
    BOOST_TEST(listed(json::parse<Shape>(text).report()) == checked);
    return checked;
}

BOOST_AUTO_TEST_CASE(a_source_that_exists_can_be_deleted) {
    using request = delete_custom_log_source_request;
    // Neither the documented 20 characters nor the derived role matter.
    for (std::string const& name : {std::string(64, 'n'), std::string{"a/b:c"}}) {
        auto const text = R"({"sourceName":")" + name + "\"}";
        BOOST_TEST(listed(json::check<request>(text, {.regions = {regions::us_east_1}})) == "");
    }
    BOOST_TEST(reported<request>(R"({"sourceName":"","sourceVersion":"1 0"})") ==
               "error source-name-length /sourceName; error source-version-pattern /sourceVersion");
    BOOST_TEST(reported<request>("{}") == "error member-missing /sourceName");
}

BOOST_AUTO_TEST_CASE(bounds_of_numbers_and_lists_are_the_models) {
    using request = list_log_sources_request;
    BOOST_TEST(reported<request>(R"({"maxResults":1})") == "");
    BOOST_TEST(reported<request>(R"({"maxResults":100})") == "");
    BOOST_TEST(*json::parse<request>(R"({"maxResults":100})")->max_results == 100);
    for (auto const* const number : {"0", "101", "-1", "2147483648", "9223372036854775808", "-9223372036854775809",
                                     "123456789012345678901234567890", "-123456789012345678901234567890"})
        BOOST_TEST(reported<request>("{\"maxResults\":" + std::string{number} + '}') == "error number-range /maxResults",
                   number);
    for (auto const* const number : {"1.0", "1e2", "1E0", "50.5", "-1e-1", "0e0", "1e400"})
        BOOST_TEST(reported<request>("{\"maxResults\":" + std::string{number} + '}') == "error member-type /maxResults",
                   number);
    BOOST_TEST(reported<request>(R"({"maxResults":-0})") == "error number-range /maxResults");
    BOOST_TEST(reported<request>(R"({"maxResults":1e99999999999})") == "error json-limit");
    auto const r = json::check<request>(R"({"maxResults":123456789012345678901234567890})");
    BOOST_TEST(message(r[0]) == "Value '123456789012345678901234567890' at 'maxResults' failed to satisfy constraint: "
                                "Member must have value less than or equal to 100");
    auto const below = json::check<request>(R"({"maxResults":-5})");
    BOOST_TEST(message(below[0]) == "Value '-5' at 'maxResults' failed to satisfy constraint: Member must have value "
                                    "greater than or equal to 1");
    auto const other = json::check<request>(R"({"maxResults":1.0})");
    BOOST_TEST(other[0].detail() == "a number with a fraction or an exponent");
}

BOOST_AUTO_TEST_CASE(a_required_list_is_written_even_if_it_is_empty) {
    using request = service::create_subscriber_request;
    constexpr std::string_view text = R"({"sources":[],"subscriberIdentity":{"externalId":"ab","principal":)"
                                      R"("123456789012"},"subscriberName":""})";
    auto const parsed = json::parse<request>(text);
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(json::serialize(*parsed) == text);
    BOOST_TEST(reported<request>("{}") == "error member-missing /sources; error member-missing /subscriberIdentity; "
                                          "error member-missing /subscriberName");
    // One with a bound must have an element.
    using create = service::create_aws_log_source_request;
    auto const r = json::check<create>(R"({"sources":[]})");
    BOOST_TEST(listed(r) == "error list-length /sources");
    BOOST_TEST(message(r[0]) == "Value at 'sources' failed to satisfy constraint: Member must have length greater than "
                                "or equal to 1");
    std::string const one = R"({"regions":[],"sourceName":"WAF"})";
    std::string many = one;
    for (int i = 1; i < 50; ++i) many += ',' + one;
    BOOST_TEST(reported<create>(R"({"sources":[)" + many + "]}") == "");
    // The element that passes the bound and all behind it are not checked.
    BOOST_TEST(reported<create>(R"({"sources":[)" + many + ",1,{}]}") == "error list-length /sources");
}

BOOST_AUTO_TEST_CASE(a_union_has_one_member) {
    using request = list_log_sources_request;
    auto const one = [](std::string_view source) {
        return reported<request>(R"({"sources":[)" + std::string{source} + "]}");
    };
    BOOST_TEST(one(R"({"awsLogSource":{}})") == "");
    BOOST_TEST(one(R"({"awsLogSource":{"sourceName":"WAF"},"customLogSource":null})") == "");
    BOOST_TEST(one("{}") == "error union-members /sources/0");
    BOOST_TEST(one(R"({"awsLogSource":null})") == "error union-members /sources/0");
    BOOST_TEST(one(R"({"awsLogSource":{},"customLogSource":{}})") == "error union-members /sources/0");
    BOOST_TEST(one(R"({"newLogSource":{}})") == "warning member-unknown /sources/0/newLogSource; "
                                                "error union-members /sources/0");
    BOOST_TEST(one(R"({"awsLogSource":1})") == "error member-type /sources/0/awsLogSource");
}

BOOST_AUTO_TEST_CASE(a_closed_set_says_what_is_in_it) {
    auto const r = json::check<service::create_aws_log_source_request>(
        R"({"sources":[{"regions":["us-east-1"],"sourceName":"waf"}]})");
    BOOST_TEST(listed(r) == "error string-enum /sources/0/sourceName");
    BOOST_TEST(message(r[0]) == "Value 'waf' at 'sources.1.member.sourceName' failed to satisfy constraint: Member must "
                                "satisfy enum value set: [ROUTE53, VPC_FLOW, SH_FINDINGS, CLOUD_TRAIL_MGMT, "
                                "LAMBDA_EXECUTION, S3_DATA, EKS_AUDIT, WAF]");
}

// --- responses, which are read leniently

BOOST_AUTO_TEST_CASE(an_empty_response_may_have_anything) {
    using response = delete_custom_log_source_response;
    BOOST_TEST(reported<response>("{}") == "");
    BOOST_TEST(reported<response>(R"({"requestId":[1],"x":{}})") == "");
    BOOST_TEST(reported<response>("[]") == "error member-type");
    BOOST_TEST(json::serialize(*json::parse<response>(R"({"x":1})")) == "{}");
}

BOOST_AUTO_TEST_CASE(what_is_newer_than_the_model_breaks_no_client) {
    using response = list_log_sources_response;
    auto const parsed = json::parse<response>(
        R"({"nextToken":")" + std::string(5000, 't') +
        R"(","sources":[{"account":"1","region":"nowhere","sources":[{"newLogSource":{"x":1}},)"
        R"({"awsLogSource":{"sourceName":"NEW_KIND","sourceVersion":"9.99"}},{},)"
        R"({"customLogSource":{"provider":{"location":"not a URI"},"sourceName":""}}]},{"sources":null}],"more":0})");
    BOOST_TEST(listed(parsed.report()) == "");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->next_token->size() == 5000u);
    BOOST_TEST_REQUIRE(parsed->sources.size() == 2u);
    auto const& sources = parsed->sources[0].sources;
    BOOST_TEST_REQUIRE(sources.size() == 4u);
    BOOST_TEST((sources[0] == log_source_resource{})); // of a kind that the table lacks
    BOOST_TEST(*sources[1].aws_log_source->source_name == "NEW_KIND");
    BOOST_TEST(*sources[3].custom_log_source->provider->location == "not a URI");
    BOOST_TEST(parsed->sources[1].sources.empty());
    auto const again = json::parse<response>(json::serialize(*parsed));
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST((*again == *parsed));
}

struct lenient {
    std::optional<enum_string<"A", "B">> choice{};
    std::vector<enum_string<"A", "B">> choices{};
    std::optional<std::int32_t> number{};

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"choice", &lenient::choice}, member{"choices", &lenient::choices, {.least = 1, .most = 2}},
                     member{"number", &lenient::number, {.least = 1, .most = 9}});
};

BOOST_AUTO_TEST_CASE(an_open_shape_enforces_no_closed_set_and_no_bound) {
    auto const parsed = json::parse<lenient>(
        R"({"choice":"a string that is longer than any of the set","choices":["B","C","","A","\u0041"],"number":77})");
    BOOST_TEST(listed(parsed.report()) == "");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(!parsed->choice.has_value()); // it could not hold it
    BOOST_TEST(parsed->choices.size() == 3u);
    BOOST_TEST(*parsed->number == 77);
    BOOST_TEST(reported<lenient>(R"({"choices":[]})") == "");
    // But a number must fit its type, and a type is a type.
    BOOST_TEST(reported<lenient>(R"({"number":2147483648})") == "error number-range /number");
    BOOST_TEST(reported<lenient>(R"({"choice":1,"choices":[null]})") == "error member-type /choice; "
                                                                       "error member-type /choices/0");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace operations_test
