// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/fwd.hpp>

namespace {
lakeproof::runtime_rules const* declared(lakeproof::house_rules const& rules);
}

#include <lakeproof/house_rules.hpp>

#include <boost/test/unit_test.hpp>

namespace {

lakeproof::runtime_rules const* declared(lakeproof::house_rules const& rules) { return &rules; }

BOOST_AUTO_TEST_CASE(the_forward_header_agrees_with_house_rules) {
    lakeproof::house_rules const rules;
    BOOST_TEST(declared(rules) == &rules);
}

} // namespace
