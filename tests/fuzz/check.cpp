// SPDX-License-Identifier: BSL-1.0
// Whatever the text, there is a report that adds up. The smallest target, and the fastest.
#include <lakeproof/json.hpp>

#include "support/require.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lp = lakeproof;
using lp::test::require;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    static lp::options const in_virginia{.regions = {lp::regions::us_east_1}};

    auto const found = lp::json::check_request(text, in_virginia);
    require(found.size() + found.omitted() == found.errors() + found.warnings() + found.notes());
    require(found.size() == lp::report::capacity || found.omitted() == 0);
    require(found.ok() == (found.errors() == 0));
    for (auto const& v : found) {
        // What cannot be read as JSON has that one violation.
        bool const unread =
            v.rule() == lp::rule::json_malformed || v.rule() == lp::rule::json_limit;
        require(!unread || (found.errors() == 1 && found.size() == 1 && v.offset() <= size));
    }
    return 0;
}
