// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/list_log_sources_response.hpp>

#include <lakeproof/model/detail/schema.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/twice.hpp"

#include <type_traits>

namespace list_log_sources_response_test {

using namespace lakeproof;
using test::twice;
using response = list_log_sources_response;

static_assert(std::is_aggregate_v<response> && std::is_default_constructible_v<response>);
static_assert(shape<response> && member_count<response> == 2);

BOOST_AUTO_TEST_SUITE(list_responses)

BOOST_AUTO_TEST_CASE(a_response_may_have_other_members) {
    twice([] {
        for (auto const& n : detail::nodes_of<response>)
            if (n.what == detail::node::kind::object && !n.open) return false;
        return true;
    });
}

BOOST_AUTO_TEST_CASE(every_member_counts_in_a_comparison) {
    using native = aws_log_source_resource;
    BOOST_TEST(test::all_differ<native>({{}, {.source_name = "a"}, {.source_version = "a"}}));
    BOOST_TEST(test::all_differ<log_source_resource>(
        {{}, {.aws_log_source = native{}}, {.custom_log_source = custom_log_source_resource{}}}));
    BOOST_TEST(test::all_differ<log_source>({{}, {.account = "a"}, {.region = "a"}, {.sources = {{}}}}));
    BOOST_TEST(test::all_differ<response>({{}, {.next_token = "a"}, {.sources = {{}}}}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace list_log_sources_response_test
