// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/delete_custom_log_source_response.hpp>

#include <lakeproof/model/detail/schema.hpp>

#include "../../support/twice.hpp"

namespace delete_custom_log_source_response_test {

using namespace lakeproof;
using response = delete_custom_log_source_response;

static_assert(shape<response> && member_count<response> == 0);
static_assert(detail::nodes_of<response>[0].open);

BOOST_AUTO_TEST_CASE(a_delete_response_says_nothing) {
    test::twice([] { return response{} == response{}; });
}

} // namespace delete_custom_log_source_response_test
