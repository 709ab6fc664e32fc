// SPDX-License-Identifier: BSL-1.0
// Any bytes make a valid request in any Region, which its bytes make again, and a nearly valid one
// that breaks what it says it breaks. What a service that embeds Lakeproof would start from.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../support/second_operation.hpp"
#include "support/require.hpp"

#include <cstddef>
#include <cstdint>

namespace lp = lakeproof;
using lp::test::require;
using lp::testing::byte_source;

namespace {

template <class Shape>
void is_right(byte_source bytes, lp::options const& o) {
    auto const value = lp::testing::arbitrary<Shape>(bytes, o.regions);
    require(lp::check(value, o).ok());

    auto const again = lp::testing::bytes_for(value);
    byte_source source{again};
    require(lp::testing::arbitrary<Shape>(source, o.regions) == value);
    require(source.left().empty());

    auto const parsed = lp::json::parse<Shape>(lp::json::serialize(value), o);
    require(parsed.has_value() && *parsed == value);
}

template <class Shape>
void is_nearly_right(byte_source bytes, lp::options const& o) {
    auto const document = lp::testing::nearly_valid<Shape>(bytes, o.regions);
    auto const report = lp::json::check<Shape>(document.text, o);
    bool found = false;
    for (auto const& v : report) {
        bool const there = v.pointer() == document.pointer;
        found = found || (there && v.rule() == document.broken);
        require(there || v.severity() != lp::severity::error);
    }
    require(found);
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
    if (choice / 4 % 2 == 0) {
        is_right<lp::create_custom_log_source_request>(bytes, o);
        is_nearly_right<lp::create_custom_log_source_request>(bytes, o);
    } else {
        is_right<second::subscriber>(bytes, o);
        is_nearly_right<second::subscriber>(bytes, o);
    }
    return 0;
}
