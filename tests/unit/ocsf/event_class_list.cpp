// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/ocsf/event_class_list.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <vector>

namespace event_class_list_test {

using lakeproof::constraint_error;
using lakeproof::rule;
using lakeproof::ocsf::event_class;
using lakeproof::ocsf::event_class_list;
using lakeproof::ocsf::event_class_name;
using lakeproof::test::run;
using lakeproof::test::twice;

static_assert(std::regular<event_class_list>);
static_assert(std::is_nothrow_default_constructible_v<event_class_list>);
static_assert(std::is_nothrow_copy_constructible_v<event_class_list>);
static_assert(std::is_nothrow_copy_assignable_v<event_class_list>);
static_assert(std::is_trivially_destructible_v<event_class_list>);
static_assert(std::ranges::forward_range<event_class_list const>);
static_assert(std::forward_iterator<event_class_list::iterator>);
static_assert(std::same_as<std::ranges::range_value_t<event_class_list>, std::string_view>);

// A text is no list, and no element without a check.
template <class Text>
concept can_be_pushed = requires(event_class_list& list, Text text) {
    list.push_back(text);
};
static_assert(can_be_pushed<event_class> && can_be_pushed<event_class_name>);
static_assert(!can_be_pushed<std::string_view> && !can_be_pushed<char const*>);
static_assert(!std::is_constructible_v<event_class_list, std::string_view>);
static_assert(!std::is_constructible_v<event_class_list, int>);

// A request of the longest strings stays under 8 KiB.
static_assert(sizeof(event_class_list) <= 2048 + 2 * 128 + 8);

constexpr event_class_list dns_and_http{event_class::dns_activity, event_class::http_activity};

/// A list of `n` names of `size` characters.
constexpr event_class_list list_of(std::size_t n, std::size_t size) {
    auto const name = event_class_name::from(run(size, 'N')).value();
    event_class_list list;
    for (std::size_t i = 0; i < n; ++i) list.push_back(name);
    return list;
}

BOOST_AUTO_TEST_SUITE(event_class_lists)

BOOST_AUTO_TEST_CASE(a_new_list_is_empty) {
    twice([] {
        event_class_list const list;
        return list.empty() && list.size() == 0 && list.characters() == 0 &&
               list.begin() == list.end() && list == event_class_list{};
    });
}

BOOST_AUTO_TEST_CASE(a_list_of_enumerators) {
    twice([] { return dns_and_http.size() == 2 && !dns_and_http.empty(); });
    twice([] { return dns_and_http[0] == "DNS_ACTIVITY" && dns_and_http[1] == "HTTP_ACTIVITY"; });
    twice([] { return dns_and_http.characters() == 25; });
    twice([] { return dns_and_http.contains(event_class::http_activity); });
    twice([] { return dns_and_http.contains("DNS_ACTIVITY") && !dns_and_http.contains("DNS"); });
    twice([] { return !dns_and_http.contains(event_class::cloud_api); });
}

BOOST_AUTO_TEST_CASE(a_list_of_enumerators_that_are_known_at_run_time_alone) {
    event_class volatile last = event_class::dns_activity;
    event_class_list const list{last, event_class::http_activity};
    BOOST_TEST((list == dns_and_http));
}

BOOST_AUTO_TEST_CASE(a_list_of_literals) {
    struct request {
        event_class_list event_classes{};
        int after = 0;
    };
    twice([] { return event_class_list{"DNS_ACTIVITY", "HTTP_ACTIVITY"} == dns_and_http; });
    twice([] {
        return event_class_list{"DNS_ACTIVITY", event_class::http_activity} == dns_and_http;
    });
    twice([] {
        request const r{.event_classes = {"DNS_ACTIVITY", "HTTP_ACTIVITY"}};
        return r.event_classes == dns_and_http;
    });
    twice([] {
        request r{.event_classes = {"DNS_ACTIVITY"}};
        if (r.event_classes.size() != 1) return false;
        r.event_classes = {};
        if (!r.event_classes.empty()) return false;
        r.event_classes = {"DNS_ACTIVITY", "HTTP_ACTIVITY"};
        if (r.event_classes != dns_and_http) return false;
        r.event_classes = {event_class::cloud_api};
        return r.event_classes[0] == "CLOUD_API" && r.event_classes.size() == 1;
    });
    twice([] {
        event_class_list const copy{dns_and_http};
        return request{.event_classes = {copy}}.event_classes == dns_and_http;
    });
}

BOOST_AUTO_TEST_CASE(names_are_appended) {
    twice([] {
        event_class_list list = dns_and_http;
        list.push_back("SCRIPT_ACTIVITY");
        list.push_back(event_class::cloud_api);
        return list.try_push_back(event_class_name{""}) && list.size() == 5 &&
               list[2] == "SCRIPT_ACTIVITY" && list[3] == "CLOUD_API" && list[4].empty() &&
               list[0] == "DNS_ACTIVITY";
    });
    twice([] {
        event_class_list list;
        list.push_back(event_class::dns_activity);
        list.push_back(event_class::dns_activity); // a repetition is for a rule to see
        return list.size() == 2 && list[0] == list[1];
    });
}

BOOST_AUTO_TEST_CASE(iteration) {
    twice([] {
        std::size_t characters = 0;
        for (auto const name : dns_and_http) characters += name.size();
        return characters == dns_and_http.characters();
    });
    twice([] {
        auto it = dns_and_http.begin();
        auto const first = it++;
        return *first == "DNS_ACTIVITY" && *it == "HTTP_ACTIVITY" && ++it == dns_and_http.end();
    });
    std::vector<std::string_view> const names(dns_and_http.begin(), dns_and_http.end());
    BOOST_TEST(names.size() == 2u);
    BOOST_TEST(std::ranges::count(dns_and_http, "DNS_ACTIVITY") == 1);
    BOOST_TEST((std::ranges::find(dns_and_http, "CLOUD_API") == dns_and_http.end()));
}

BOOST_AUTO_TEST_CASE(iterators_of_two_lists_differ) {
    twice([] {
        event_class_list const a{event_class::dns_activity}, b{a};
        return a.begin() == a.begin() && a.begin() != a.end() && !(a.begin() == b.begin()) &&
               event_class_list::iterator{} == event_class_list::iterator{};
    });
}

BOOST_AUTO_TEST_CASE(a_hundred_and_twenty_eight_elements) {
    twice([] { return list_of(128, 3).size() == 128 && list_of(128, 3)[127] == "NNN"; });
    twice([] {
        auto list = list_of(128, 3);
        return !list.try_push_back(event_class_name{"X"}) && list == list_of(128, 3);
    });
    twice([] {
        auto list = list_of(128, 0);
        return list.characters() == 0 && !list.try_push_back(event_class_name{""});
    });
    auto list = list_of(128, 3);
    BOOST_CHECK_EXCEPTION(
        list.push_back(event_class::cloud_api), constraint_error, [](constraint_error const& e) {
            return e.rule() == rule::event_classes_limit && e.bound() == 128 && e.length() == 129;
        });
    BOOST_TEST(list.size() == 128u);
}

BOOST_AUTO_TEST_CASE(two_thousand_and_forty_eight_characters) {
    twice([] { return list_of(1, 2048).characters() == 2048; });
    twice([] { return list_of(128, 16).characters() == 2048 && list_of(128, 16).size() == 128; });
    twice([] {
        auto list = list_of(1, 2024);
        return list.try_push_back(event_class_name::from(run(24, 'Z')).value()) &&
               list.characters() == 2048 && list[1] == run(24, 'Z').view() &&
               !list.try_push_back(event_class_name{"Z"}) && list.size() == 2 &&
               list.try_push_back(event_class_name{""}) && list.size() == 3;
    });
    twice([] {
        auto list = list_of(1, 2024);
        return !list.try_push_back(event_class_name::from(run(25, 'Z')).value()) &&
               list == list_of(1, 2024);
    });
    auto list = list_of(1, 2044);
    BOOST_CHECK_EXCEPTION(
        list.push_back(event_class::cloud_api), constraint_error, [](constraint_error const& e) {
            return e.rule() == rule::event_classes_limit && e.bound() == 2048 && e.length() == 2053;
        });
    BOOST_TEST(list.size() == 1u);
    BOOST_TEST(list.characters() == 2044u);
}

BOOST_AUTO_TEST_CASE(a_long_initializer_list_throws_at_run_time) {
    auto const c = event_class::web_resource_access_activity; // 28 characters: 74 are too many
    BOOST_CHECK_THROW(
        (event_class_list{c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                          c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                          c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c}),
        constraint_error);
}

BOOST_AUTO_TEST_CASE(all_event_classes_fit) {
    twice([] {
        event_class_list list;
        for (auto const c : lakeproof::ocsf::event_classes()) list.push_back(c);
        for (auto const c : lakeproof::ocsf::event_classes())
            if (!list.contains(c) || list[static_cast<std::size_t>(c)] != to_string(c))
                return false;
        return list.size() == lakeproof::ocsf::event_class_count && list.characters() == 1341;
    });
}

BOOST_AUTO_TEST_CASE(a_reader_appends_checked_strings) {
    twice([] {
        event_class_list list;
        lakeproof::detail::trusted_access::append(list, "DNS_ACTIVITY");
        lakeproof::detail::trusted_access::append(list, "HTTP_ACTIVITY");
        return list == dns_and_http;
    });
}

BOOST_AUTO_TEST_CASE(copies) {
    twice([] {
        event_class_list const a = dns_and_http;
        event_class_list b = a;
        b.push_back(event_class::cloud_api);
        event_class_list c{event_class::file_activity};
        c = b;
        b = event_class_list{};
        return a == dns_and_http && b.empty() && c.size() == 3 && c[2] == "CLOUD_API";
    });
    twice([] {
        event_class_list a = dns_and_http;
        auto& same = a;
        a = same;
        return a == dns_and_http;
    });
    twice([] {
        event_class_list a = list_of(128, 16);
        a = dns_and_http;
        a.push_back(event_class::cloud_api);
        return a.size() == 3 && a[2] == "CLOUD_API" && a.characters() == 34;
    });
}

BOOST_AUTO_TEST_CASE(equality_is_of_names_in_order) {
    twice([] { return dns_and_http != event_class_list{event_class::dns_activity}; });
    twice([] {
        return dns_and_http !=
               event_class_list{event_class::http_activity, event_class::dns_activity};
    });
    twice([] {
        event_class_list joined;
        joined.push_back("AB");
        joined.push_back("C");
        event_class_list split;
        split.push_back("A");
        split.push_back("BC");
        return joined != split && joined.characters() == split.characters();
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace event_class_list_test
