// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/detail/walk.hpp>

#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace lakeproof;
using test::acme;
using test::twice_in_words;

/// Writes down what it is told.
struct recorder {
    node const* nodes;
    std::string told{};

    constexpr void begin_object() { told += '{'; }
    constexpr void end_object() { told += '}'; }
    constexpr void begin_array() { told += '['; }
    constexpr void end_array() { told += ']'; }
    constexpr void member(std::uint16_t at) { add(nodes[at].name, ':'); }
    constexpr void text(std::string_view s) { add(s, ','); }

private:
    // Byte by byte: under UBSan g++ 12 takes no append of a constant's text as a constant.
    constexpr void add(std::string_view s, char end) {
        for (char const c : s) told += c;
        told += end;
    }
};

template <class T>
constexpr std::string walked(T const& value) {
    recorder sink{nodes_of<T>.data()};
    detail::walk(value, nodes_of<T>.data(), 0, sink);
    return sink.told;
}

BOOST_AUTO_TEST_SUITE(walks)

BOOST_AUTO_TEST_CASE(a_request_is_told_in_the_order_of_its_tables) {
    twice_in_words([] {
        return walked(acme) == "{configuration:{crawlerConfiguration:{roleArn:"
                               "arn:aws:iam::123456789012:role/SecurityLakeCrawler,}"
                               "providerIdentity:{externalId:acme-2026,principal:123456789012,}}"
                               "eventClasses:[FILE_ACTIVITY,PROCESS_ACTIVITY,]"
                               "sourceName:acme-edr,sourceVersion:1.0,}";
    });
}

BOOST_AUTO_TEST_CASE(what_is_absent_is_left_out) {
    twice_in_words([] {
        auto request = acme;
        request.event_classes = {};
        request.source_version.reset();
        return walked(request) == "{configuration:{crawlerConfiguration:{roleArn:"
                                  "arn:aws:iam::123456789012:role/SecurityLakeCrawler,}"
                                  "providerIdentity:{externalId:acme-2026,principal:123456789012,}}"
                                  "sourceName:acme-edr,}";
    });
}

BOOST_AUTO_TEST_CASE(a_response_tells_the_members_that_it_has) {
    BOOST_TEST(walked(create_custom_log_source_response{}) == "{}");
    create_custom_log_source_response response{.source = custom_log_source_resource{}};
    BOOST_TEST(walked(response) == "{source:{}}");
    response.source->provider = custom_log_source_provider{.role_arn = "r"};
    response.source->attributes = custom_log_source_attributes{.table_arn = ""};
    response.source->source_version = "1";
    BOOST_TEST(walked(response) ==
               "{source:{attributes:{tableArn:,}provider:{roleArn:r,}sourceVersion:1,}}");
}

BOOST_AUTO_TEST_CASE(single_values_and_lists_are_told_without_an_object) {
    twice_in_words([] {
        return walked(source_name{"acme-edr"}) == "acme-edr," &&
               walked(acme.event_classes) == "[FILE_ACTIVITY,PROCESS_ACTIVITY,]" &&
               walked(ocsf::event_class_list{}) == "[]";
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
