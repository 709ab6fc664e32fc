// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/detail/schema.hpp>

#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include "../../../support/everything.hpp"
#include "../../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace schema_test {

using lakeproof::create_custom_log_source_request;
using lakeproof::create_custom_log_source_response;
using lakeproof::rule;
using lakeproof::detail::member_index;
using lakeproof::detail::node;
using lakeproof::detail::nodes_of;
using lakeproof::test::everything;
using lakeproof::test::twice;
using kind = node::kind;

struct expected_node {
    std::string_view name;
    kind what;
    bool required;
    std::uint16_t parent;
    std::uint16_t first;
    std::uint16_t count;
};

constexpr bool same(node const& n, expected_node const& e) {
    return n.name == e.name && n.what == e.what && n.required == e.required && n.parent == e.parent &&
           (n.count == 0 ? 0 : n.first->self) == e.first && n.count == e.count;
}

/// Whether a table that is flattened now is the constant.
template <class Shape>
constexpr bool flattens_alike() {
    lakeproof::detail::node_table<Shape> const nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        node const& a = nodes[i];
        node const& b = nodes_of<Shape>[i];
        auto const alike = [&](node const* in_a, node const* in_b) {
            return in_a == nullptr ? in_b == nullptr : in_a - nodes.data() == in_b - nodes_of<Shape>.data();
        };
        if (a.name != b.name || a.what != b.what || a.required != b.required || a.bit != b.bit ||
            a.parent != b.parent || a.self != i || b.self != i || !alike(a.first, b.first) ||
            a.count != b.count || !alike(a.next, b.next) || a.lists != b.lists || a.element != b.element ||
            a.open != b.open || a.one_of != b.one_of || a.lenient != b.lenient ||
            a.required_members != b.required_members || a.string != b.string || a.least != b.least ||
            a.most != b.most || a.most_characters != b.most_characters || a.limit != b.limit ||
            a.key.size != b.key.size || a.key.first != b.key.first)
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
    {"", kind::object, false, 0, 1, 4},
    {"configuration", kind::object, true, 0, 5, 2},
    {"eventClasses", kind::list, false, 0, 10, 1},
    {"sourceName", kind::string, true, 0, 0, 0},
    {"sourceVersion", kind::string, false, 0, 0, 0},
    {"crawlerConfiguration", kind::object, true, 1, 7, 1},
    {"providerIdentity", kind::object, true, 1, 8, 2},
    {"roleArn", kind::string, true, 5, 0, 0},
    {"externalId", kind::string, true, 6, 0, 0},
    {"principal", kind::string, true, 6, 0, 0},
    {"", kind::string, false, 2, 0, 0},
};

constexpr expected_node response_nodes[] = {
    {"", kind::object, false, 0, 1, 1},
    {"source", kind::object, false, 0, 2, 4},
    {"attributes", kind::object, false, 1, 6, 3},
    {"provider", kind::object, false, 1, 9, 2},
    {"sourceName", kind::plain_string, false, 1, 0, 0},
    {"sourceVersion", kind::plain_string, false, 1, 0, 0},
    {"crawlerArn", kind::plain_string, false, 2, 0, 0},
    {"databaseArn", kind::plain_string, false, 2, 0, 0},
    {"tableArn", kind::plain_string, false, 2, 0, 0},
    {"location", kind::plain_string, false, 3, 0, 0},
    {"roleArn", kind::plain_string, false, 3, 0, 0},
};

struct expected_member {
    std::string_view name;
    kind what;
    bool required;
    std::int64_t least;
    std::int64_t most;
};
constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();
constexpr expected_member members_of_everything[] = {
    {"name", kind::string, true, lowest, highest},
    {"hue", kind::string, false, lowest, highest},
    {"title", kind::string, false, lowest, highest},
    {"text", kind::plain_string, true, lowest, highest},
    {"number", kind::integer, true, lowest, highest},
    {"port", kind::integer, false, 1, 1024},
    {"flag", kind::boolean, true, lowest, highest},
    {"maybe", kind::boolean, false, lowest, highest},
    {"labels", kind::list, true, lowest, 3},
    {"numbers", kind::list, false, 2, 4},
    {"flags", kind::list, false, lowest, highest},
    {"points", kind::list, false, lowest, highest},
    {"none", kind::object, true, lowest, highest},
    {"either", kind::object, false, lowest, highest},
    {"choices", kind::list, false, lowest, highest},
    {"classes", kind::list, false, lowest, 128},
    {"needed", kind::plain_string, true, lowest, highest},
};

/// A member of `everything` by name.
constexpr node const& member_of(std::string_view name) {
    std::size_t i = 1;
    while (nodes_of<everything>[i].name != name) ++i;
    return nodes_of<everything>[i];
}
constexpr node const& child_of(node const& parent, std::size_t i) {
    return parent.first[i];
}

BOOST_AUTO_TEST_SUITE(schemas)

BOOST_AUTO_TEST_CASE(the_request_flattens_in_the_order_of_the_api_reference) {
    twice([] {
        return as_expected<create_custom_log_source_request>(request_nodes) == std::size(request_nodes);
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

BOOST_AUTO_TEST_CASE(what_is_in_an_open_shape_is_lenient_and_has_no_bounds) {
    auto const& nodes = nodes_of<lakeproof::test::lenient>;
    for (auto const& n : nodes) BOOST_TEST(n.lenient == (n.self != 0));
    BOOST_TEST(nodes[3].least == 0); // of the C++ type, for it could hold no other
    BOOST_TEST(nodes[3].most == 65535);
    BOOST_TEST(nodes[4].least == lowest);
    BOOST_TEST(nodes[4].most == highest);
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

BOOST_AUTO_TEST_CASE(strings_know_their_rules) {
    twice([] {
        auto const& nodes = nodes_of<create_custom_log_source_request>;
        return nodes[3].string->length == rule::source_name_length && nodes[3].string->most == 64 &&
               nodes[4].string->pattern == rule::source_version_pattern &&
               nodes[7].string->length == rule::role_arn_length && nodes[8].string->least == 2 &&
               nodes[8].string->most == 1224 && nodes[9].string->pattern == rule::principal_pattern &&
               nodes[10].string->pattern == rule::event_class_pattern && nodes[0].string == nullptr;
    });
    twice([] {
        return nodes_of<create_custom_log_source_request>[3].find_string("acme").valid() &&
               nodes_of<create_custom_log_source_request>[3].find_string("a b").length == 1 &&
               !nodes_of<create_custom_log_source_request>[0].find_string("acme").valid();
    });
}

BOOST_AUTO_TEST_CASE(lists_know_their_rules) {
    twice([] {
        auto const& list = nodes_of<create_custom_log_source_request>[2];
        return list.most == 128 && list.most_characters == 2048 &&
               list.limit == rule::event_classes_limit;
    });
}

BOOST_AUTO_TEST_CASE(members_are_what_their_rows_say) {
    twice([] {
        std::size_t i = 1;
        for (auto const& e : members_of_everything) {
            node const& n = nodes_of<everything>[i++];
            if (n.name != e.name || n.what != e.what || n.required != e.required ||
                n.least != e.least || n.most != e.most)
                return false;
        }
        return i == 18;
    });
}

BOOST_AUTO_TEST_CASE(integers_have_the_bounds_of_their_type_within_those_of_their_row) {
    twice([] {
        node const& point = child_of(member_of("points"), 0);
        return child_of(point, 0).least == -90 && child_of(point, 0).most == 90 &&
               child_of(point, 1).least == -128 && child_of(point, 1).most == 127;
    });
    twice([] {
        node const& element = child_of(member_of("numbers"), 0);
        return element.element && element.what == kind::integer && element.lists == 1 &&
               element.least == std::numeric_limits<std::int32_t>::min();
    });
}

BOOST_AUTO_TEST_CASE(unions_and_empty_shapes) {
    twice([] {
        return member_of("either").one_of && member_of("either").count == 3 &&
               member_of("either").required_members == 0 && !member_of("none").one_of &&
               member_of("none").count == 0;
    });
}

BOOST_AUTO_TEST_CASE(members_go_round) {
    twice([] {
        node const& first = member_of("name");
        node const& last = member_of("needed");
        return first.next == &first + 1 && last.next == &first &&
               last.bit == std::uint64_t{1} << 16 && first.bit == 1;
    });
}

BOOST_AUTO_TEST_CASE(a_single_type_or_list_has_nodes_too) {
    twice([] {
        auto const& name = nodes_of<lakeproof::source_name>;
        auto const& optional = nodes_of<std::optional<lakeproof::source_name>>;
        auto const& names = nodes_of<std::vector<lakeproof::source_name>>;
        auto const& texts = nodes_of<std::vector<std::string>>;
        return name.size() == 1 && name[0].what == kind::string && optional.size() == 1 &&
               optional[0].what == kind::string && names.size() == 2 && names[0].what == kind::list &&
               names[0].most == highest && names[0].limit == rule::list_length &&
               names[1].what == kind::string && names[1].parent == 0 &&
               texts[1].what == kind::plain_string;
    });
}

BOOST_AUTO_TEST_CASE(a_table_flattens_at_run_time_as_it_does_for_a_constant) {
    twice([] { return flattens_alike<create_custom_log_source_request>(); });
    twice([] { return flattens_alike<create_custom_log_source_response>(); });
    twice([] { return flattens_alike<everything>(); });
    twice([] { return flattens_alike<std::vector<lakeproof::source_name>>(); });
    twice([] { return lakeproof::detail::extent_of<create_custom_log_source_request>.nodes == 11; });
}

BOOST_AUTO_TEST_CASE(a_shape_has_an_extent) {
    twice([] {
        constexpr auto e = lakeproof::detail::extent_of<everything>;
        return e.nodes == nodes_of<everything>.size() && e.depth == 5 && e.lists == 1;
    });
    twice([] {
        constexpr auto e = lakeproof::detail::extent_of<std::vector<std::vector<int>>>;
        return e.nodes == 3 && e.depth == 3 && e.lists == 2;
    });
    twice([] { return lakeproof::detail::extent_of<int>.nodes == 1; });
}

BOOST_AUTO_TEST_CASE(a_member_has_an_index) {
    twice([] {
        using request = create_custom_log_source_request;
        return member_index<request>(&request::configuration) == 0 &&
               member_index<request>(&request::source_name) == 2 &&
               member_index<request>(&request::source_version) == 3;
    });
    twice([] { // among members of one type too
        using attributes = lakeproof::custom_log_source_attributes;
        return member_index<attributes>(&attributes::crawler_arn) == 0 &&
               member_index<attributes>(&attributes::table_arn) == 2;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace schema_test
