// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http/find_operation.hpp>

#include <lakeproof/model/operations.hpp>

#include "../../support/twice.hpp"

#include <string_view>
#include <type_traits>
#include <variant>

namespace find_operation_test {

using namespace lakeproof;
using test::twice;
using test::twice_for_each;
using create = operations::create_custom_log_source;
using remove = operations::delete_custom_log_source;
using list = operations::list_log_sources;

struct request {
    std::string_view method;
    std::string_view target;
    int index; ///< of the operation; -1 for none
};
constexpr request requests[] = {
    {"POST", "/v1/datalake/logsources/custom", 0},
    {"POST", "/v1/datalake/logsources/custom?a=b", 0},
    {"DELETE", "/v1/datalake/logsources/custom/acme-edr", 1},
    {"DELETE", "/v1/datalake/logsources/custom/acme-edr?sourceVersion=1", 1},
    {"DELETE", "/v1/datalake/logsources/custom/a%2Fb", 1},
    {"DELETE", "/v1/datalake/logsources/custom/%zz", 1}, // a fault of its value
    {"DELETE", "/v1/datalake/logsources/custom/", 1},    // an empty one
    {"DELETE", "/v1/datalake/logsources/custom/{sourceName}", 1},
    {"DELETE", "https://securitylake.eu-west-1.amazonaws.com/v1/datalake/logsources/custom/a", 1},
    {"POST", "/v1/datalake/logsources/list", 2},
    {"DELETE", "/v1/datalake/logsources/custom", -1},
    {"DELETE", "/v1/datalake/logsources/custom/a/b", -1},
    {"DELETE", "/v1/datalake/logsources/custom/a/", -1},
    {"DELETE", "/v1/datalake/logsources/custo%6D/a", -1},
    {"DELETE", "/v1/datalake/logsources?/custom/a", -1},
    {"POST", "/v1/datalake/logsources/custom/a", -1},
    {"delete", "/v1/datalake/logsources/custom/a", -1},
    {"GET", "/v1/datalake/logsources/list", -1},
    {"POST", "/v1/datalake/logsources/list/", -1},
    {"POST", "/v1/datalake/logsources", -1},
    {"", "", -1},
    {"POST", "*", -1},
};

struct any_source {
    using input = delete_custom_log_source_request;
    using output = delete_custom_log_source_response;
    static constexpr http_binding binding{"POST", "/v1/datalake/logsources/{sourceName}"};
};

BOOST_AUTO_TEST_SUITE(finding_operations)

BOOST_AUTO_TEST_CASE(method_and_path_tell_the_operation) {
    twice_for_each<requests>([](request const& r) {
        auto const found = http::find_operation<create, remove, list>(r.method, r.target);
        return found ? found->index() == static_cast<unsigned>(r.index) : r.index == -1;
    });
}

BOOST_AUTO_TEST_CASE(the_first_that_matches_is_found) {
    twice([] {
        return http::find_operation<any_source, list>("POST", list::binding.uri)->index() == 0 &&
               http::find_operation<list, any_source>("POST", list::binding.uri)->index() == 0;
    });
}

BOOST_AUTO_TEST_CASE(what_is_found_names_its_operation) {
    auto const found = http::find_operation<create, remove, list>("POST", "/v1/datalake/logsources/list");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(std::visit([]<class Op>(Op) { return std::is_same_v<Op, list>; }, *found));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace find_operation_test
