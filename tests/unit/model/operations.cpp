// SPDX-License-Identifier: BSL-1.0
// That the bindings are the service model's is tested beside its shapes, in tests/unit/json/operations.cpp.
#include <lakeproof/model/operations.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace operations_of_the_service_test {

namespace ops = lakeproof::operations;

static_assert(lakeproof::operation<ops::create_custom_log_source>);
static_assert(lakeproof::operation<ops::delete_custom_log_source>);
static_assert(lakeproof::operation<ops::list_log_sources>);
static_assert(std::is_empty_v<ops::delete_custom_log_source>); // a name, to be a template's argument or a variant's

BOOST_AUTO_TEST_CASE(each_operation_has_its_own_method_and_path) {
    constexpr auto create = ops::create_custom_log_source::binding, remove = ops::delete_custom_log_source::binding,
                   list = ops::list_log_sources::binding;
    BOOST_TEST((create != remove && remove != list && create != list));
}

} // namespace operations_of_the_service_test
