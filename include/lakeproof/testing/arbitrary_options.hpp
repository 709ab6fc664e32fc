// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <iterator>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// The context of a check from any bytes: up to three Regions, up to three severities, sometimes other limits.
///
/// The Regions are of one partition, since no role suits two; one in fifty is in no table, and alone. No bytes give the
/// default. Throws nothing.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const options = lakeproof::testing::arbitrary_options(bytes);
/// auto const request = lakeproof::testing::arbitrary_request(bytes, options);
/// \endcode
[[nodiscard]] inline options arbitrary_options(byte_source& bytes) {
    options o;
    auto const& known = known_regions();
    auto first = std::size(known);
    for (auto n = bytes.below(4); n > 0; --n) {
        auto const i = bytes.below(std::size(known) + 1);
        if (i == std::size(known)) {
            if (o.regions.empty()) o.regions.add(arbitrary<region>(bytes));
            break;
        }
        if (first == std::size(known) || known[i].partition == known[first].partition) {
            first = i;
            o.regions.add(region{known[i].code});
        }
    }
    for (auto n = bytes.below(4); n > 0; --n) {
        auto const& r = rules()[bytes.below(rule_count)];
        static_cast<void>(o.policy.try_set(r, static_cast<severity>(bytes.below(4))));
    }
    if (bytes.below(16) == 15) o.limits = {.bytes = bytes.below(4096), .depth = bytes.below(40)};
    return o;
}

} // namespace lakeproof::testing
