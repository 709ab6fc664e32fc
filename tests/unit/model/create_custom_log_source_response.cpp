// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <lakeproof/model/detail/schema.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/twice.hpp"

#include <type_traits>

namespace create_custom_log_source_response_test {

using namespace lakeproof;
using test::twice;

static_assert(std::is_aggregate_v<create_custom_log_source_response>);
static_assert(std::is_aggregate_v<custom_log_source_resource>);
static_assert(std::is_default_constructible_v<create_custom_log_source_response>);
static_assert(std::is_default_constructible_v<custom_log_source_attributes>);
static_assert(shape<create_custom_log_source_response>);
static_assert(member_count<create_custom_log_source_response> == 1);

BOOST_AUTO_TEST_SUITE(response_shapes)

BOOST_AUTO_TEST_CASE(every_member_may_be_left_out) {
    create_custom_log_source_response const response{
        .source = custom_log_source_resource{.source_name = "acme-edr"}};
    BOOST_TEST(!response.source->provider.has_value());
    BOOST_TEST(!response.source->attributes.has_value());
}

BOOST_AUTO_TEST_CASE(every_member_of_a_response_counts_in_a_comparison) {
    using attributes = custom_log_source_attributes;
    using provider = custom_log_source_provider;
    using resource = custom_log_source_resource;
    BOOST_TEST(test::all_differ<attributes>({{},
                                             {.crawler_arn = "a"},
                                             {.crawler_arn = "b"},
                                             {.crawler_arn = "a", .database_arn = "a"},
                                             {.database_arn = "a"},
                                             {.table_arn = "a"}}));
    BOOST_TEST(test::all_differ<provider>({{}, {.location = "a"}, {.role_arn = "a"}}));
    BOOST_TEST(test::all_differ<resource>({{},
                                           {.attributes = attributes{}},
                                           {.provider = provider{}},
                                           {.source_name = "a"},
                                           {.source_version = "a"}}));
    BOOST_TEST(test::all_differ<create_custom_log_source_response>(
        {{}, {.source = resource{}}, {.source = resource{.source_name = "a"}}}));
}

BOOST_AUTO_TEST_CASE(a_response_may_have_other_members) {
    twice([] {
        for (auto const& n : detail::nodes_of<create_custom_log_source_response>)
            if (n.what == detail::node::kind::object && !n.open) return false;
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace create_custom_log_source_response_test
