// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/lakeproof.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/listed.hpp"
#include "../../support/twice.hpp"

#include <type_traits>

namespace delete_custom_log_source_request_test {

using namespace lakeproof;
using test::twice;
using test::twice_in_words;
using request = delete_custom_log_source_request;

static_assert(std::is_aggregate_v<request>);
static_assert(!std::is_default_constructible_v<request>);
static_assert(shape<request> && member_count<request> == 2);

// As long as a name can be, with characters that no role can have: a source that exists must be deletable.
constexpr request longest{.source_name = "a:b/c\\d-of-2023-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                          .source_version = source_version{"1.0"}};
static_assert(longest.source_name.size() == 64);
static_assert(proved(longest, {.regions = {regions::us_east_1, regions::ap_southeast_2}}) == longest);

BOOST_AUTO_TEST_SUITE(delete_requests)

BOOST_AUTO_TEST_CASE(neither_limit_nor_derived_role_is_looked_at) {
    twice([] { return check(longest, {.regions = {regions::us_east_1}}).empty(); });
}

BOOST_AUTO_TEST_CASE(regions_are) {
    twice_in_words([] {
        return test::listed(check(longest, {.regions = {region{"us-east-9"}}})) == "error region-unknown in us-east-9";
    });
}

BOOST_AUTO_TEST_CASE(every_member_counts_in_a_comparison) {
    twice([] {
        return test::all_differ<request>({{.source_name = "a"},
                                          {.source_name = "b"},
                                          {.source_name = "a", .source_version = source_version{"1"}}});
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace delete_custom_log_source_request_test
