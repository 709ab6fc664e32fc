// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/service_error.hpp>

#include <lakeproof/model/detail/complete.hpp>
#include <lakeproof/model/detail/schema.hpp>

#include "../../support/all_differ.hpp"
#include "../../support/twice.hpp"

#include <string_view>
#include <type_traits>

namespace service_error_test {

using namespace lakeproof;
using test::twice;
using test::twice_for_each;

struct documented_error {
    service_error_code code;
    std::string_view name;
    int status;
    service_fault fault;
};

/// The section "Errors" of the API reference.
constexpr documented_error page[] = {
    {service_error_code::access_denied, "AccessDeniedException", 403, service_fault::client},
    {service_error_code::bad_request, "BadRequestException", 400, service_fault::client},
    {service_error_code::conflict, "ConflictException", 409, service_fault::client},
    {service_error_code::internal_server, "InternalServerException", 500, service_fault::server},
    {service_error_code::resource_not_found, "ResourceNotFoundException", 404,
     service_fault::client},
    {service_error_code::throttling, "ThrottlingException", 429, service_fault::client},
};

static_assert(std::is_aggregate_v<service_error_details>);
static_assert(detail::table_is_complete<service_error_details>());

BOOST_AUTO_TEST_SUITE(service_errors)

BOOST_AUTO_TEST_CASE(the_six_are_the_pages) {
    twice_for_each<page>([](documented_error const& e) {
        return info(e.code).name == e.name && info(e.code).status == e.status &&
               info(e.code).fault == e.fault && to_string(e.code) == e.name &&
               service_error_code_from(e.name) == e.code;
    });
}

BOOST_AUTO_TEST_CASE(a_fault_is_the_hundred_of_its_status) {
    twice_for_each<page>([](documented_error const& e) {
        return (e.fault == service_fault::server) == (info(e.code).status / 100 == 5);
    });
}

BOOST_AUTO_TEST_CASE(other_names_are_none_of_the_six) {
    twice([] {
        for (std::string_view const name :
             {"", "conflictexception", "ConflictException ", "ns#ConflictException", "Conflict",
              "UnauthorizedException", "ValidationException", "ConflictExceptionX"})
            if (service_error_code_from(name)) return false;
        return true;
    });
}

BOOST_AUTO_TEST_CASE(every_detail_counts_in_a_comparison) {
    BOOST_TEST(
        lakeproof::test::all_differ<lakeproof::service_error_details>({{},
                                                                       {.message = "a"},
                                                                       {.message = "b"},
                                                                       {.error_code = "a"},
                                                                       {.resource_name = "a"},
                                                                       {.resource_type = "a"},
                                                                       {.service_code = "a"},
                                                                       {.quota_code = "a"}}));
}

BOOST_AUTO_TEST_CASE(an_error_may_have_other_members) {
    twice([] { return detail::nodes_of<service_error_details>[0].open; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace service_error_test
