// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/detail/schema.hpp>

#include "../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using lakeproof::create_custom_log_source_request;
using lakeproof::create_custom_log_source_response;
using lakeproof::node;
using lakeproof::node_at;
using lakeproof::nodes_of;
using lakeproof::rule;
using lakeproof::test::twice;
using kind = lakeproof::node::kind;

struct expected_node {
    std::string_view name;
    kind what;
    bool required;
    std::uint16_t parent;
    std::uint16_t first;
    std::uint16_t count;
    std::uint16_t subtree;
};

constexpr bool same(node const& n, expected_node const& e) {
    return n.name == e.name && n.what == e.what && n.required == e.required &&
           n.parent == e.parent && n.first == e.first && n.count == e.count &&
           n.subtree == e.subtree;
}

/// Whether a table that is flattened now is the constant.
template <class Shape>
constexpr bool flattens_alike() {
    auto const nodes = lakeproof::detail::flatten<Shape>();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        node const& a = nodes[i];
        node const& b = nodes_of<Shape>[i];
        if (a.name != b.name || a.what != b.what || a.required != b.required || a.bit != b.bit ||
            a.parent != b.parent || a.self != i || a.first != b.first || a.count != b.count ||
            a.next != b.next || a.place != b.place || a.subtree != b.subtree ||
            a.lists != b.lists || a.element != b.element || a.open != b.open ||
            a.required_members != b.required_members || a.text != b.text || a.list != b.list ||
            !(a.words == b.words || a.name.empty()))
            return false;
    }
    return true;
}

/// The index of the first node that is not as expected, or the number of nodes.
template <class Shape, std::size_t N>
constexpr std::size_t as_expected(expected_node const (&rows)[N]) {
    static_assert(nodes_of<Shape>.size() == N);
    std::size_t i = 0;
    while (i < N && same(nodes_of<Shape>[i], rows[i])) ++i;
    return i;
}

constexpr expected_node request_nodes[] = {
    {"", kind::object, false, 0, 1, 4, 11},
    {"configuration", kind::object, true, 0, 5, 2, 6},
    {"eventClasses", kind::list, false, 0, 10, 1, 2},
    {"sourceName", kind::constrained_text, true, 0, 0, 0, 1},
    {"sourceVersion", kind::constrained_text, false, 0, 0, 0, 1},
    {"crawlerConfiguration", kind::object, true, 1, 7, 1, 2},
    {"providerIdentity", kind::object, true, 1, 8, 2, 3},
    {"roleArn", kind::constrained_text, true, 5, 0, 0, 1},
    {"externalId", kind::constrained_text, true, 6, 0, 0, 1},
    {"principal", kind::constrained_text, true, 6, 0, 0, 1},
    {"", kind::constrained_text, false, 2, 0, 0, 1},
};

constexpr expected_node response_nodes[] = {
    {"", kind::object, false, 0, 1, 1, 11},
    {"source", kind::object, false, 0, 2, 4, 10},
    {"attributes", kind::object, false, 1, 6, 3, 4},
    {"provider", kind::object, false, 1, 9, 2, 3},
    {"sourceName", kind::plain_text, false, 1, 0, 0, 1},
    {"sourceVersion", kind::plain_text, false, 1, 0, 0, 1},
    {"crawlerArn", kind::plain_text, false, 2, 0, 0, 1},
    {"databaseArn", kind::plain_text, false, 2, 0, 0, 1},
    {"tableArn", kind::plain_text, false, 2, 0, 0, 1},
    {"location", kind::plain_text, false, 3, 0, 0, 1},
    {"roleArn", kind::plain_text, false, 3, 0, 0, 1},
};

BOOST_AUTO_TEST_SUITE(schemas)

BOOST_AUTO_TEST_CASE(the_request_flattens_in_the_order_of_the_api_reference) {
    twice([] {
        return as_expected<create_custom_log_source_request>(request_nodes) ==
               std::size(request_nodes);
    });
}

BOOST_AUTO_TEST_CASE(the_response_flattens_in_the_order_of_the_api_reference) {
    twice([] {
        return as_expected<create_custom_log_source_response>(response_nodes) ==
               std::size(response_nodes);
    });
}

BOOST_AUTO_TEST_CASE(only_responses_are_open) {
    for (auto const& n : nodes_of<create_custom_log_source_request>) BOOST_TEST(!n.open);
    for (auto const& n : nodes_of<create_custom_log_source_response>)
        BOOST_TEST(n.open == (n.what == kind::object));
}

BOOST_AUTO_TEST_CASE(a_bit_stands_for_each_required_member) {
    twice([] {
        auto const& nodes = nodes_of<create_custom_log_source_request>;
        return nodes[0].required_members == 0b0101 && nodes[1].required_members == 0b11 &&
               nodes[5].required_members == 0b1 && nodes[6].required_members == 0b11 &&
               nodes[2].required_members == 0 && nodes[3].required_members == 0;
    });
    for (auto const& n : nodes_of<create_custom_log_source_response>)
        BOOST_TEST(n.required_members == 0u);
}

BOOST_AUTO_TEST_CASE(texts_know_their_rules) {
    twice([] {
        auto const& nodes = nodes_of<create_custom_log_source_request>;
        return nodes[3].text->length == rule::source_name_length &&
               nodes[3].text->max_length == 64 &&
               nodes[4].text->pattern == rule::source_version_pattern &&
               nodes[7].text->length == rule::role_arn_length && nodes[8].text->min_length == 2 &&
               nodes[8].text->max_length == 1224 &&
               nodes[9].text->pattern == rule::principal_pattern &&
               nodes[10].text->pattern == rule::event_class_pattern && nodes[0].text == nullptr;
    });
}

BOOST_AUTO_TEST_CASE(lists_know_their_rules) {
    twice([] {
        auto const& nodes = nodes_of<create_custom_log_source_request>;
        auto const& list = *nodes[2].list;
        return list.max_size == 64 && list.max_characters == 1024 &&
               list.limit == rule::event_classes_limit &&
               list.duplicate == rule::event_class_duplicate && nodes[1].list == nullptr;
    });
}

BOOST_AUTO_TEST_CASE(a_single_type_or_list_has_nodes_too) {
    twice([] {
        auto const& name = nodes_of<lakeproof::source_name>;
        auto const& optional = nodes_of<std::optional<lakeproof::source_name>>;
        auto const& names = nodes_of<std::vector<lakeproof::source_name>>;
        auto const& texts = nodes_of<std::vector<std::string>>;
        return name.size() == 1 && name[0].what == kind::constrained_text && optional.size() == 1 &&
               optional[0].what == kind::constrained_text && names.size() == 2 &&
               names[0].what == kind::list && names[0].list->max_size == 0 &&
               !names[0].list->limit && names[1].what == kind::constrained_text &&
               names[1].parent == 0 && texts[1].what == kind::plain_text;
    });
}

BOOST_AUTO_TEST_CASE(a_table_flattens_at_run_time_as_it_does_for_a_constant) {
    twice([] { return flattens_alike<create_custom_log_source_request>(); });
    twice([] { return flattens_alike<create_custom_log_source_response>(); });
    twice([] { return flattens_alike<std::vector<lakeproof::source_name>>(); });
    twice([] { return lakeproof::detail::count_nodes<create_custom_log_source_request>() == 11; });
}

struct two_numbers {
    int first;
    std::string_view second;
};

BOOST_AUTO_TEST_CASE(a_row_is_a_name_and_a_member) {
    twice([] {
        auto const table = lakeproof::member_table(lakeproof::member{"one", &two_numbers::first},
                                                   lakeproof::member{"two", &two_numbers::second});
        two_numbers const value{1, "2"};
        return std::get<0>(table).name == "one" && value.*std::get<0>(table).pointer == 1 &&
               std::get<1>(table).name == "two" && value.*std::get<1>(table).pointer == "2";
    });
}

BOOST_AUTO_TEST_CASE(a_path_of_wire_names_leads_to_a_node) {
    static_assert(node_at<create_custom_log_source_request>({}) == 0);
    static_assert(node_at<create_custom_log_source_request>({"sourceName"}) == 3);
    static_assert(node_at<create_custom_log_source_request>(
                      {"configuration", "providerIdentity", "principal"}) == 9);
    static_assert(node_at<create_custom_log_source_response>({"source", "provider", "roleArn"}) ==
                  10);
    auto const& nodes = nodes_of<create_custom_log_source_request>;
    BOOST_TEST(lakeproof::detail::find_node(nodes.data(), {"configuration"}) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
