// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dom_test {

using namespace lakeproof;
using boost::json::parse;
using boost::json::try_value_to;
using boost::json::value_from;
using boost::json::value_to;
using json::check_value;
using json::from_value;
using test::acme;
using test::listed;
using test::request_json;
using request = create_custom_log_source_request;

static_assert(boost::json::has_value_from<request>::value);
static_assert(boost::json::has_value_to<request>::value);
static_assert(boost::json::has_value_from<source_name>::value);
static_assert(boost::json::has_value_to<std::vector<source_name>>::value);

/// The broken rule that a conversion gives as its error.
template <class T>
rule broken(boost::json::value const& value) {
    auto const result = try_value_to<T>(value);
    BOOST_TEST_REQUIRE(result.has_error());
    BOOST_TEST(result.error().category().name() == std::string{"lakeproof.rule"});
    for (auto const& r : rules())
        if (r.number == result.error().value()) return r.value;
    return rule::custom;
}

BOOST_AUTO_TEST_SUITE(dom)

BOOST_AUTO_TEST_CASE(a_request_becomes_a_value_and_again_a_request) {
    auto const value = value_from(acme);
    BOOST_TEST(value.at("sourceName").as_string() == "acme-edr");
    BOOST_TEST(value.as_object().begin()->key() == "configuration");
    BOOST_TEST((value == parse(request_json({.source_version = R"("1.0")"}))));
    BOOST_TEST((value_to<request>(value) == acme));
    auto const tried = try_value_to<request>(value);
    BOOST_TEST_REQUIRE(tried.has_value());
    BOOST_TEST((*tried == acme));
    auto const read = from_value<request>(value, {.regions = {regions::us_east_1}});
    BOOST_TEST_REQUIRE(read.has_value());
    BOOST_TEST((*read == acme));
    BOOST_TEST(check_value<request>(value).empty());
}

BOOST_AUTO_TEST_CASE(what_is_absent_is_not_in_the_value) {
    auto bare = acme;
    bare.event_classes = {};
    bare.source_version.reset();
    auto const value = value_from(bare);
    BOOST_TEST(value.as_object().size() == 2u);
    BOOST_TEST((value_to<request>(value) == bare));
}

BOOST_AUTO_TEST_CASE(a_wrong_value_gives_the_first_error_as_a_code) {
    BOOST_TEST((broken<request>(parse("{}")) == rule::member_missing));
    BOOST_TEST((broken<request>(parse("[]")) == rule::member_type));
    BOOST_TEST(
        (broken<request>(parse(request_json({.source_name = R"("a b")", .further = R"("x":1)"}))) ==
         rule::source_name_pattern));
    BOOST_TEST((broken<request>(parse(request_json({.event_classes = R"(["NEW"])"}))) ==
                rule::event_class_undocumented));
    auto const result = try_value_to<request>(parse("{}"));
    BOOST_TEST(result.error().message() == "A required member is present [member-missing]");
    BOOST_TEST((result.error() == rule::member_missing));
    BOOST_TEST(result.error().failed());
}

BOOST_AUTO_TEST_CASE(value_to_throws_the_code) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(value_to<request>(parse("{}"))),
                          boost::system::system_error, [](boost::system::system_error const& e) {
                              return e.code() == make_error_code(rule::member_missing);
                          });
    BOOST_CHECK_EXCEPTION(static_cast<void>(value_to<source_name>(parse("\"a b\""))),
                          boost::system::system_error, [](boost::system::system_error const& e) {
                              return e.code() == make_error_code(rule::source_name_pattern);
                          });
}

BOOST_AUTO_TEST_CASE(warnings_do_not_stand_in_the_way) {
    auto const value =
        parse(request_json({.principal = R"(".amazon.com")", .further = R"("x":[1])"}));
    BOOST_TEST(try_value_to<request>(value).has_value());
    auto const read = from_value<request>(value);
    BOOST_TEST(read.has_value());
    BOOST_TEST(listed(read.report()) ==
               "warning member-unknown /x; "
               "warning principal-unresolvable /configuration/providerIdentity/principal");
}

BOOST_AUTO_TEST_CASE(string_types_convert) {
    BOOST_TEST(value_from(source_name{"acme"}).as_string() == "acme");
    BOOST_TEST((value_to<source_name>(parse("\"acme\"")) == "acme"));
    BOOST_TEST((broken<source_name>(parse("\"\"")) == rule::source_name_length));
    BOOST_TEST((broken<source_name>(parse("1")) == rule::member_type));
    BOOST_TEST((broken<source_name>(parse("null")) == rule::member_type));
    BOOST_TEST((broken<role_arn>(parse("\"x\"")) == rule::role_arn_pattern));
    BOOST_TEST((broken<region>(parse("\"us east\"")) == rule::string_pattern));
    BOOST_TEST((value_to<region>(parse("\"us-east-1\"")) == regions::us_east_1));
    BOOST_TEST((value_to<ocsf::event_class_name>(parse("\"DNS_ACTIVITY\"")) == "DNS_ACTIVITY"));
    // The rules of a request are not those of its strings.
    BOOST_TEST(try_value_to<source_name>(boost::json::value(std::string(21, 'n'))).has_value());
    BOOST_TEST(listed(check_value<source_name>(parse("\"a b\""))) == "error source-name-pattern");
}

BOOST_AUTO_TEST_CASE(lists_convert) {
    ocsf::event_class_list const classes{ocsf::event_class::dns_activity,
                                         ocsf::event_class::cloud_api};
    auto const value = value_from(classes);
    BOOST_TEST(boost::json::serialize(value) == R"(["DNS_ACTIVITY","CLOUD_API"])");
    BOOST_TEST((value_to<ocsf::event_class_list>(value) == classes));
    BOOST_TEST(boost::json::serialize(value_from(ocsf::event_class_list{})) == "[]");
    BOOST_TEST((value_to<ocsf::event_class_list>(parse("[]")).empty()));
    BOOST_TEST((broken<ocsf::event_class_list>(parse("[1]")) == rule::member_type));
    BOOST_TEST((broken<ocsf::event_class_list>(parse("{}")) == rule::member_type));
    BOOST_TEST(listed(check_value<ocsf::event_class_list>(parse(R"(["a b",null])"))) ==
               "error event-class-pattern /0; error member-type /1");

    auto const names = parse(R"(["acme","other"])");
    auto const vector = value_to<std::vector<source_name>>(names);
    BOOST_TEST(vector.size() == 2u);
    BOOST_TEST((value_from(vector) == names));
    BOOST_TEST((broken<std::vector<source_name>>(parse(R"(["acme","a b"])")) ==
                rule::source_name_pattern));
    auto const identities = value_to<std::vector<aws_identity>>(parse(
        R"([{"externalId":"ab","principal":"123456789012"},{"principal":"x.amazon.com","externalId":"cd"}])"));
    BOOST_TEST(identities.size() == 2u);
    BOOST_TEST(identities[1].external_id == "cd");
    BOOST_TEST(value_to<std::vector<aws_identity>>(parse("[]")).empty());
}

BOOST_AUTO_TEST_CASE(optionals_convert) {
    BOOST_TEST((!value_to<std::optional<source_name>>(parse("null")).has_value()));
    BOOST_TEST((*value_to<std::optional<source_name>>(parse("\"acme\"")) == "acme"));
    BOOST_TEST(try_value_to<std::optional<source_name>>(parse("\"a b\"")).has_error());
    BOOST_TEST((!value_to<std::optional<request>>(parse("null")).has_value()));
    BOOST_TEST((*value_to<std::optional<request>>(value_from(acme)) == acme));
    BOOST_TEST(try_value_to<std::optional<request>>(parse("{}")).has_error());
    BOOST_TEST(value_from(std::optional<source_name>{}).is_null());
    BOOST_TEST(value_from(std::optional<source_name>{source_name{"acme"}}).as_string() == "acme");
    BOOST_TEST((value_from(std::optional<request>{acme}) == value_from(acme)));
}

BOOST_AUTO_TEST_CASE(responses_convert) {
    auto const value = parse(R"({"source":{"provider":{"roleArn":"r"},"sourceName":""},"x":1})");
    auto const response = value_to<create_custom_log_source_response>(value);
    BOOST_TEST(*response.source->provider->role_arn == "r");
    BOOST_TEST(boost::json::serialize(value_from(response)) ==
               R"({"source":{"provider":{"roleArn":"r"},"sourceName":""}})");
}

BOOST_AUTO_TEST_CASE(the_result_lives_where_it_is_put) {
    boost::json::monotonic_resource memory;
    auto const value = value_from(acme, &memory);
    BOOST_TEST((*value.storage() == *boost::json::storage_ptr{&memory}));
    BOOST_TEST((*value.at("configuration").at("providerIdentity").storage() == *value.storage()));
}

BOOST_AUTO_TEST_CASE(a_deep_or_wide_value_does_no_harm) {
    boost::json::value deep = 1;
    for (int i = 0; i < 1000; ++i) {
        boost::json::array around;
        around.emplace_back(std::move(deep));
        deep = std::move(around);
    }
    boost::json::object document;
    document["x"] = deep;
    document["configuration"] = deep;
    document["eventClasses"] = boost::json::array(1000, boost::json::array(3));
    auto const r = check_value<request>(document);
    BOOST_TEST(listed(r).starts_with("error member-type /configuration; error member-type /eventClasses/0; "));
    BOOST_TEST(r.warnings() == 1u); // the unknown member's, which made room for an error
    // 128 elements, the bound, the configuration and the name.
    BOOST_TEST(r.errors() == 128u + 1u + 1u + 1u);
}

BOOST_AUTO_TEST_CASE(an_error_behind_more_warnings_than_are_kept_is_one) {
    boost::json::object document;
    for (std::size_t i = 0; i < report::capacity; ++i) document["x" + std::to_string(i)] = 1;
    document["configuration"] = 2;
    BOOST_TEST((broken<request>(document) == rule::member_type));
    document["configuration"] = value_from(acme.configuration);
    BOOST_TEST((broken<request>(document) == rule::member_missing));
}

BOOST_AUTO_TEST_CASE(of_warnings_and_errors_the_first_error_is_given) {
    auto const value = parse(R"({"x":1,"sourceName":2})");
    BOOST_TEST((broken<request>(value) == rule::member_type));
}

// --- numbers and booleans

struct counted {
    int count;
    std::int64_t most;
    bool exact;
    std::vector<std::uint8_t> bytes{};

    static constexpr auto members = member_table(
        member{"count", &counted::count, {.least = -5, .most = 100}}, member{"most", &counted::most},
        member{"exact", &counted::exact}, member{"bytes", &counted::bytes});
    friend bool operator==(counted const&, counted const&) = default;
};
using json::tag_invoke;

/// What a DOM value has to report, which is what its text has.
std::string reported(boost::json::object const& o) {
    auto const checked = listed(check_value<counted>(o));
    BOOST_TEST(listed(json::check<counted>(boost::json::serialize(o))) == checked);
    return checked;
}

BOOST_AUTO_TEST_CASE(numbers_and_booleans_convert) {
    counted const c{.count = -5, .most = std::numeric_limits<std::int64_t>::min(), .exact = true, .bytes = {0, 255}};
    auto const value = value_from(c);
    BOOST_TEST(boost::json::serialize(value) ==
               R"({"count":-5,"most":-9223372036854775808,"exact":true,"bytes":[0,255]})");
    BOOST_TEST(json::serialize(c) == boost::json::serialize(value));
    BOOST_TEST((value_to<counted>(value) == c));
}

BOOST_AUTO_TEST_CASE(an_integer_is_one_whatever_kind_the_dom_has_for_it) {
    boost::json::object o{{"count", std::uint64_t{7}},
                          {"most", std::uint64_t{std::numeric_limits<std::int64_t>::max()}},
                          {"exact", false}};
    BOOST_TEST(reported(o) == "");
    BOOST_TEST((value_to<counted>(boost::json::value(o)) ==
                counted{.count = 7, .most = std::numeric_limits<std::int64_t>::max(), .exact = false}));
    o["most"] = std::uint64_t{std::numeric_limits<std::int64_t>::max()} + 1;
    BOOST_TEST(reported(o) == "error number-range /most");
    auto const r = check_value<counted>(o);
    BOOST_TEST(message(r[0]) == "Value '9223372036854775808' at 'most' failed to satisfy constraint: Member must have "
                                "value less than or equal to 9223372036854775807");
    o["most"] = 1.0; // which Boost.JSON writes as 1E0
    BOOST_TEST(reported(o) == "error member-type /most");
    o["most"] = 0;
    o["count"] = 101;
    o["bytes"] = {256, -1, "1", nullptr, true, 0};
    o["exact"] = 1;
    BOOST_TEST(reported(o) == "error number-range /count; error member-type /exact; error number-range /bytes/0; "
                              "error number-range /bytes/1; error member-type /bytes/2; error member-type /bytes/3; "
                              "error member-type /bytes/4");
}

BOOST_AUTO_TEST_CASE(a_value_that_is_written_to_is_replaced) {
    boost::json::value v = boost::json::array{1, 2};
    boost::json::value_from(lakeproof::test::acme, v);
    BOOST_TEST(v == boost::json::value_from(lakeproof::test::acme));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace dom_test
