// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/lakeproof.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/listed.hpp"
#include "../../support/twice.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace list_log_sources_request_test {

using namespace lakeproof;
using test::listed;
using test::twice;
using request = list_log_sources_request;

static_assert(std::is_aggregate_v<request> && std::is_default_constructible_v<request>);
static_assert(shape<request> && member_count<request> == 5);

// Compile-time checked, lists of any kind included.
constexpr request first_page{.max_results = 100, .next_token = next_token{"2"}};
static_assert(proved(first_page, {.regions = {regions::eu_west_1}}) == first_page);
static_assert(check(request{.accounts = std::vector<account_id>{"123456789012"},
                            .regions = std::vector{regions::us_east_1, regions::us_gov_west_1},
                            .sources = std::vector<requested_log_source>{
                                {.aws_log_source = requested_aws_log_source{}}}})
                  .empty());
static_assert(!check(request{.sources = std::vector<requested_log_source>{{}}}).ok());

BOOST_AUTO_TEST_SUITE(list_requests)

BOOST_AUTO_TEST_CASE(a_page_has_1_to_100_entries) {
    twice([] { return check(request{.max_results = 1}).ok() && check(request{.max_results = 100}).ok(); });
    for (std::int32_t const n : {0, 101, -1, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()})
        BOOST_TEST(listed(check(request{.max_results = n})) == "error number-range /maxResults");
}

BOOST_AUTO_TEST_CASE(the_element_at_fault_is_named) {
    request const r{.sources = std::vector<requested_log_source>{{.aws_log_source = requested_aws_log_source{}}, {}}};
    BOOST_TEST(listed(check(r)) == "error union-members /sources/1");
}

BOOST_AUTO_TEST_CASE(strings_are_as_the_service_model_has_them) {
    twice([] {
        return account_id::from("000000000000") && !account_id::from("12345678901") && !account_id::from("12345678901x");
    });
    BOOST_TEST(next_token::from("").has_value());
    BOOST_TEST(next_token::from(std::string(2048, 't')).has_value());
    BOOST_TEST(!next_token::from(std::string(2049, 't')).has_value());
}

BOOST_AUTO_TEST_CASE(every_member_counts_in_a_comparison) {
    BOOST_TEST(test::all_differ<request>({{},
                                          {.accounts = std::vector<account_id>{}},
                                          {.accounts = std::vector<account_id>{"123456789012"}},
                                          {.max_results = 1},
                                          {.next_token = next_token{""}},
                                          {.regions = std::vector<region>{}},
                                          {.sources = std::vector<requested_log_source>{}}}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace list_log_sources_request_test
