// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include "../../support/all_differ.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

namespace message_test {

using namespace lakeproof;
using namespace std::chrono_literals;
using test::all_differ;

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(every_member_of_a_message_counts) {
    BOOST_TEST(all_differ<http::header>({{"a", "b"}, {"a", "c"}, {"c", "b"}}));
    BOOST_TEST(all_differ<http::request_message>({{"POST", "/", {{"a", "b"}}, "{}"},
                                                  {"PUT", "/", {{"a", "b"}}, "{}"},
                                                  {"POST", "/v1", {{"a", "b"}}, "{}"},
                                                  {"POST", "/", {}, "{}"},
                                                  {"POST", "/", {{"a", "c"}}, "{}"},
                                                  {"POST", "/", {{"a", "b"}}, ""}}));
    BOOST_TEST(all_differ<http::response_message>({{200, {{"a", "b"}}, "{}"},
                                                   {201, {{"a", "b"}}, "{}"},
                                                   {200, {}, "{}"},
                                                   {200, {{"a", "b"}}, ""}}));
}

BOOST_AUTO_TEST_CASE(every_member_of_an_error_counts) {
    BOOST_TEST(all_differ<http::service_error>({{.status = 409},
                                                {.name = "ConflictException", .status = 409},
                                                {.status = 400},
                                                {.status = 409, .details = {.message = "m"}},
                                                {.status = 409, .retry_after = 0ms},
                                                {.status = 409, .retry_after = 1ms},
                                                {.status = 409, .request_id = "id"},
                                                {.status = 409, .body = "<html>"},
                                                {.status = 409, .content_type = "text/html"}}));
}

BOOST_AUTO_TEST_CASE(an_error_without_a_message_has_an_empty_one) {
    BOOST_TEST(http::service_error{}.message() == "");
    BOOST_TEST(http::service_error{.details = {.message = "m"}}.message() == "m");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace message_test
