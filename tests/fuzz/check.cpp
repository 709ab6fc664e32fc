// SPDX-License-Identifier: BSL-1.0
// Whatever the text and the options, there is a report that adds up. The smallest target, and the fastest.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/fuzz_target.hpp>

#include "support/require.hpp"

#include <string_view>

namespace lp = lakeproof;
using lp::test::require;

namespace {

void check(std::string_view text, lp::options const& o) {
    auto const found = lp::json::check_request(text, o);
    require(found.size() + found.omitted() == found.errors() + found.warnings() + found.notes());
    require(found.size() == lp::report::capacity || found.omitted() == 0);
    require(found.ok() == (found.errors() == 0));
    for (auto const& v : found) {
        // What cannot be read as JSON has that one violation.
        bool const unread =
            v.rule() == lp::rule::json_malformed || v.rule() == lp::rule::json_limit;
        require(!unread || (found.errors() == 1 && found.size() == 1 && v.offset() <= text.size()));
    }
}

lp::testing::fuzz_target const target{check};

} // namespace
