// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/options.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/twice.hpp"

#include <type_traits>

namespace options_test {

using lakeproof::limits;
using lakeproof::options;
using lakeproof::test::all_differ;
using lakeproof::test::twice;

static_assert(std::is_aggregate_v<options> && std::is_aggregate_v<limits>);

BOOST_AUTO_TEST_SUITE(contexts)

BOOST_AUTO_TEST_CASE(the_default_is_no_region_no_policy_and_a_mebibyte) {
    twice([] {
        options const o{};
        return o.regions.empty() && o.policy == lakeproof::policy{} && o.limits.bytes == 1024 * 1024 &&
               o.limits.depth == 32 && o.house_rules == nullptr;
    });
}

BOOST_AUTO_TEST_CASE(any_member_may_be_left_out) {
    twice([] {
        options const o{.regions = {lakeproof::regions::us_east_1}, .limits = {.depth = 8}};
        return o.regions.size() == 1 && o.limits.depth == 8 && o.limits.bytes == 1024 * 1024;
    });
}

BOOST_AUTO_TEST_CASE(no_text_is_read_deeper_than_1000_levels) {
    twice([] {
        return limits{.depth = 5}.levels() == 5 && limits{.depth = 1000}.levels() == 1000 &&
               limits{.depth = 1001}.levels() == 1000 && limits::most_depth == 1000;
    });
}

BOOST_AUTO_TEST_CASE(limits_compare) {
    twice([] { return all_differ<limits>({{}, {.bytes = 1}, {.depth = 1}}); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace options_test
