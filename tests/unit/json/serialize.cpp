// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/requests.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace serialize_test {

using namespace lakeproof;
using json::serialize;
using test::acme;

std::string by_boost(auto const& value) {
    return boost::json::serialize(boost::json::value_from(value));
}

BOOST_AUTO_TEST_SUITE(writing)

BOOST_AUTO_TEST_CASE(members_come_in_the_order_of_the_api_reference) {
    BOOST_TEST(serialize(acme) ==
               R"({"configuration":{"crawlerConfiguration":{"roleArn":)"
               R"("arn:aws:iam::123456789012:role/SecurityLakeCrawler"},"providerIdentity":)"
               R"({"externalId":"acme-2026","principal":"123456789012"}},)"
               R"("eventClasses":["PROCESS_ACTIVITY"],)"
               R"("sourceName":"acme-edr","sourceVersion":"1.0"})");
    BOOST_TEST(serialize(acme) == by_boost(acme));
}

BOOST_AUTO_TEST_CASE(optional_members_are_left_out_when_empty) {
    auto request = acme;
    request.event_classes = {};
    request.source_version.reset();
    BOOST_TEST(serialize(request) == test::request_json({.event_classes = ""}));
    BOOST_TEST(serialize(request) == by_boost(request));
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_again) {
    auto request = acme;
    for (int i = 0; i < 127; ++i) request.event_classes.push_back(ocsf::event_class::dns_activity);
    request.source_name = R"(a\b:c/d)";
    request.configuration.provider_identity.external_id = external_id{std::string(1224, '/')};
    auto const text = serialize(request);
    auto const parsed = json::parse_request(
        text, {.policy = policy{}.set(rule::provider_role_characters, severity::note)});
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST((*parsed == request));
    BOOST_TEST(serialize(*parsed) == text);
    BOOST_TEST(text == by_boost(request));
}

BOOST_AUTO_TEST_CASE(a_backslash_is_escaped_and_a_solidus_is_not) {
    BOOST_TEST(serialize(test::named(R"(\/\\:)")).find(R"("sourceName":"\\/\\\\:")") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_byte_is_written_as_boost_writes_it) {
    std::string all;
    for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
    all += "\u00e9\u2028\U0001f600";
    custom_log_source_resource const resource{.source_name = all};
    BOOST_TEST(serialize(resource) == by_boost(resource));
    auto const back = json::parse<custom_log_source_resource>(serialize(resource));
    BOOST_TEST_REQUIRE(back.has_value());
    BOOST_TEST((*back == resource));
    for (int c = 0; c < 128; ++c) {
        custom_log_source_resource const one{.source_name = std::string(3, static_cast<char>(c))};
        BOOST_TEST(serialize(one) == by_boost(one));
    }
}

BOOST_AUTO_TEST_CASE(empty_objects_and_strings_are_written) {
    BOOST_TEST(serialize(create_custom_log_source_response{}) == "{}");
    create_custom_log_source_response response{.source = custom_log_source_resource{}};
    BOOST_TEST(serialize(response) == R"({"source":{}})");
    response.source->provider.emplace();
    response.source->source_version = "";
    BOOST_TEST(serialize(response) == R"({"source":{"provider":{},"sourceVersion":""}})");
    BOOST_TEST(serialize(response) == by_boost(response));
    response.source->attributes = custom_log_source_attributes{.table_arn = "t"};
    BOOST_TEST(serialize(response) ==
               R"({"source":{"attributes":{"tableArn":"t"},"provider":{},"sourceVersion":""}})");
}

using choice = enum_string<"A", "B\"B">;
struct inner {
    std::vector<std::int64_t> numbers{};
    std::vector<bool> flags{};
    std::optional<writing::choice> choice{};

    static constexpr auto members = member_table(member{"numbers", &inner::numbers, {.required = true}},
                                                 member{"flags", &inner::flags}, member{"choice", &inner::choice});
    friend bool operator==(inner const&, inner const&) = default;
};
struct outer {
    std::vector<inner> inners{};
    std::int8_t small;
    bool flag;

    static constexpr auto members =
        member_table(member{"inners", &outer::inners, {.required = true}}, member{"small", &outer::small},
                     member{"flag", &outer::flag});
    friend bool operator==(outer const&, outer const&) = default;
};
struct nothing {
    static constexpr auto members = member_table();
    friend bool operator==(nothing const&, nothing const&) = default;
};
using json::tag_invoke;

void survives(auto const& value, std::string_view written) {
    BOOST_TEST(serialize(value) == written);
    BOOST_TEST(by_boost(value) == written);
    auto const again = json::parse<std::remove_cvref_t<decltype(value)>>(written);
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST((*again == value));
}

BOOST_AUTO_TEST_CASE(numbers_booleans_and_required_lists_are_written) {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    // A required list is written even if it is empty, an optional one is not.
    survives(outer{.inners = {}, .small = -128, .flag = false}, R"({"inners":[],"small":-128,"flag":false})");
    survives(outer{.inners = {{}}, .small = 0, .flag = true},
             R"({"inners":[{"numbers":[]}],"small":0,"flag":true})");
    outer full{.inners = {{.numbers = {least, -1, 0, most}, .flags = {true, false}}, {.numbers = {7}}},
               .small = 127,
               .flag = true};
    full.inners[1].choice = choice{"B\"B"};
    survives(full, R"({"inners":[{"numbers":[-9223372036854775808,-1,0,9223372036854775807],"flags":[true,false]},)"
                   R"({"numbers":[7],"choice":"B\"B"}],"small":127,"flag":true})");
}

BOOST_AUTO_TEST_CASE(a_shape_without_members_is_an_empty_object) { survives(nothing{}, "{}"); }

BOOST_AUTO_TEST_CASE(parts_of_a_request_can_be_written) {
    BOOST_TEST(serialize(acme.configuration.provider_identity) ==
               R"({"externalId":"acme-2026","principal":"123456789012"})");
}

BOOST_AUTO_TEST_CASE(a_string_takes_the_room_that_was_measured) {
    for (int b = 0; b < 256; ++b) {
        std::string const text{'x', static_cast<char>(b), 'x'};
        detail::size_writer measure;
        measure.string(text);
        char room[16];
        detail::text_writer writer{room};
        writer.string(text);
        BOOST_TEST(measure.size == static_cast<std::size_t>(writer.at - room));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace serialize_test
