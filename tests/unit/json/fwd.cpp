// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/fwd.hpp>
#include <lakeproof/json.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>

namespace {

BOOST_AUTO_TEST_CASE(the_forward_header_agrees_with_the_json_layer) {
    std::optional<lakeproof::json::position> const p = lakeproof::json::locate("{}", "");
    BOOST_REQUIRE(p.has_value());
    BOOST_TEST(p->line == 1);
}

} // namespace
