// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/detail/walk.hpp>

#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/text/detail/fixed_text.hpp>

#include "../../../support/everything.hpp"
#include "../../../support/requests.hpp"
#include "../../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace walk_test {

using namespace lakeproof;
using test::acme;
using test::twice_in_words;

/// Writes down what it is told.
struct recorder {
    std::string told{};

    constexpr void begin_object() { told += '{'; }
    constexpr void end_object() { told += '}'; }
    constexpr void begin_array() { told += '['; }
    constexpr void end_array() { told += ']'; }
    constexpr void member(detail::node const& n) { add(n.name, ':'); }
    constexpr void string(std::string_view s) { add(s, ','); }
    constexpr void integer(std::int64_t n) { add(detail::fixed_text<20>{}.append(n).view(), ','); }
    constexpr void boolean(bool b) { add(b ? "true" : "false", ','); }

private:
    // Byte by byte: under UBSan g++ 12 takes no append of a constant's text as a constant.
    constexpr void add(std::string_view s, char end) {
        for (char const c : s) told += c;
        told += end;
    }
};

template <class T>
constexpr std::string walked(T const& value) {
    recorder sink;
    detail::walk(value, detail::nodes_of<T>[0], sink);
    return sink.told;
}

BOOST_AUTO_TEST_SUITE(walks)

BOOST_AUTO_TEST_CASE(a_request_is_told_in_the_order_of_its_tables) {
    twice_in_words([] {
        return walked(acme) == "{configuration:{crawlerConfiguration:{roleArn:"
                               "arn:aws:iam::123456789012:role/SecurityLakeCrawler,}"
                               "providerIdentity:{externalId:acme-2026,principal:123456789012,}}"
                               "eventClasses:[PROCESS_ACTIVITY,]"
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
               walked(acme.event_classes) == "[PROCESS_ACTIVITY,]" &&
               walked(ocsf::event_class_list{}) == "[]";
    });
}

BOOST_AUTO_TEST_CASE(a_required_list_is_written_even_if_it_is_empty) {
    BOOST_TEST(walked(test::least_of_everything()) ==
               "{name:a,text:,number:0,flag:false,labels:[]numbers:[1,2,]none:{}needed:here,}");
}

BOOST_AUTO_TEST_CASE(every_kind_of_member_is_told) {
    auto value = test::least_of_everything();
    value.hue = test::color{"RED"};
    value.title = test::caption{"\u00e9"};
    value.text = "<any>";
    value.number = std::numeric_limits<std::int64_t>::min();
    value.port = std::uint16_t{65535};
    value.flag = true;
    value.maybe = false;
    value.labels = {"x", "y"};
    value.flags = {true, false};
    value.points = {{.x = -1, .y = 127}};
    value.either = test::choice{.flag = true};
    value.choices = {{.name = test::label{"n"}}, {}};
    value.classes = {ocsf::event_class::dns_activity};
    BOOST_TEST(walked(value) ==
               "{name:a,hue:RED,title:\u00e9,text:<any>,number:-9223372036854775808,port:65535,flag:true,"
               "maybe:false,labels:[x,y,]numbers:[1,2,]flags:[true,false,]points:[{x:-1,y:127,}]none:{}"
               "either:{flag:true,}choices:[{name:n,}{}]classes:[DNS_ACTIVITY,]needed:here,}");
}

/// A sink that asks for constraints gets them.
struct counter : recorder {
    std::size_t closed_sets = 0;
    template <class Constraint>
    constexpr void string_of(std::string_view) {
        closed_sets += detail::is_closed_set<Constraint>;
    }
};

BOOST_AUTO_TEST_CASE(a_sink_may_ask_for_the_constraint_of_a_string) {
    auto value = test::least_of_everything();
    value.hue = test::color{"RED"};
    counter sink;
    detail::walk(value, detail::nodes_of<test::everything>[0], sink);
    BOOST_TEST(sink.closed_sets == 1u);
    BOOST_TEST(sink.told == "{name:hue:text:,number:0,flag:false,labels:[]numbers:[1,2,]none:{}needed:here,}");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace walk_test
