// SPDX-License-Identifier: BSL-1.0
// Any bytes make a valid request in any Region, which its bytes make again, and a nearly valid one
// that breaks what it says it breaks. What a service that embeds Lakeproof would start from.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/arbitrary_options.hpp>
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

/// What a Region that is in no table, or has no endpoint, breaks no request can mend.
bool harmless(lp::violation v) {
    return v.severity() != lp::severity::error || v.pointer().empty();
}

template <class Shape>
void is_right(byte_source bytes, lp::options const& o) {
    auto const value = lp::testing::arbitrary<Shape>(bytes, o);
    for (auto const v : lp::check(value, o)) require(harmless(v));

    auto const again = lp::testing::bytes_for(value);
    byte_source source{again};
    require(lp::testing::arbitrary<Shape>(source, o) == value);
    require(source.left().empty());

    auto anywhere = o;
    for (auto const r : {lp::rule::region_unknown, lp::rule::region_unsupported})
        anywhere.policy.set(r, lp::severity::note);
    auto const parsed = lp::json::parse<Shape>(lp::json::serialize(value), anywhere);
    require(parsed.has_value() && *parsed == value);
}

template <class Shape>
void is_nearly_right(byte_source bytes, lp::options const& o) {
    auto const document = lp::testing::nearly_valid<Shape>(bytes, o);
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
    auto o = lp::testing::arbitrary_options(bytes);
    o.limits = {};
    switch (choice % 4) {
    case 0: is_right_or_nearly<lp::create_custom_log_source_request>(bytes, o); break;
    case 1: is_right_or_nearly<second::subscriber>(bytes, o); break;
    case 2: is_right_or_nearly<odd::bounded>(bytes, o); break;
    default: is_right_or_nearly<odd::numbers>(bytes, o);
    }
    return 0;
}
