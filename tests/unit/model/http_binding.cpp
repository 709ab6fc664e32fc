// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/http_binding.hpp>

#include "../../support/twice.hpp"

#include <string_view>

namespace http_binding_test {

using namespace lakeproof;
using test::twice;

BOOST_AUTO_TEST_SUITE(http_bindings)

BOOST_AUTO_TEST_CASE(a_binding_is_one_line) {
    twice([] {
        http_binding const b{"DELETE", "/v1/things/{id}{?force,tag}"};
        return b.method == "DELETE" && b.uri == "/v1/things/{id}{?force,tag}" && b.path() == "/v1/things/{id}" &&
               b.status == 200;
    });
    twice([] { return http_binding{"POST", "/", 201}.status == 201 && http_binding{"POST", "/"}.path() == "/"; });
}

BOOST_AUTO_TEST_CASE(every_member_counts_in_a_comparison) {
    twice([] {
        http_binding const b{"GET", "/a"};
        return b == http_binding{"GET", "/a", 200} && b != http_binding{"PUT", "/a"} && b != http_binding{"GET", "/b"} &&
               b != http_binding{"GET", "/a", 204};
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace http_binding_test
