// SPDX-License-Identifier: BSL-1.0
// Any bytes make a valid request in any Region, which its bytes make again, and a nearly valid one
// that breaks what it says it breaks. What a service that embeds Lakeproof would start from.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../support/odd_shapes.hpp"
#include "../support/second_operation.hpp"
#include "support/require.hpp"

#include <cstddef>
#include <cstdint>

namespace lp = lakeproof;
using lp::test::require;
using lp::testing::byte_source;

namespace {

/// A Region that is in no table is an error of its own.
bool harmless(lp::violation v) {
    return v.severity() != lp::severity::error || v.rule() == lp::rule::region_unknown;
}

template <class Shape>
void is_right(byte_source bytes, lp::options const& o) {
    auto const value = lp::testing::arbitrary<Shape>(bytes, o.regions);
    for (auto const v : lp::check(value, o)) require(harmless(v));

    auto const again = lp::testing::bytes_for(value);
    byte_source source{again};
    require(lp::testing::arbitrary<Shape>(source, o.regions) == value);
    require(source.left().empty());

    auto const parsed = lp::json::parse<Shape>(lp::json::serialize(value));
    require(parsed.has_value() && *parsed == value);
}

template <class Shape>
void is_nearly_right(byte_source bytes, lp::options const& o) {
    auto const document = lp::testing::nearly_valid<Shape>(bytes, o.regions);
    auto const report = lp::json::check<Shape>(document.text, o);
    bool found = false;
    for (auto const v : report) {
        bool const there = v.pointer() == document.pointer;
        found = found || (there && v.rule() == document.broken);
        require(there || harmless(v));
    }
    require(found);
}

template <class Shape>
void is_right_or_nearly(byte_source bytes, lp::options const& o) {
    is_right<Shape>(bytes, o);
    is_nearly_right<Shape>(bytes, o);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    byte_source bytes{data, size};
    auto const choice = bytes.byte();
    lp::options o;
    if (choice % 4 != 0) {
        auto const& known = lp::known_regions();
        auto const code = known[bytes.below(std::size(known))].code;
        o.regions.add(choice % 4 == 1 ? lp::testing::arbitrary<lp::region>(bytes)
                                      : lp::region{code});
    }
    switch (choice / 4 % 4) {
    case 0: is_right_or_nearly<lp::create_custom_log_source_request>(bytes, o); break;
    case 1: is_right_or_nearly<second::subscriber>(bytes, o); break;
    case 2: is_right_or_nearly<odd::bounded>(bytes, o); break;
    default: is_right_or_nearly<odd::numbers>(bytes, o);
    }
    return 0;
}
