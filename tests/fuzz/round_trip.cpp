// SPDX-License-Identifier: BSL-1.0
// What can be read is written as a text that reads as the same value, and is written the same
// again; a model is checked as its text, and comes out of some bytes where `arbitrary` says so.
// Requests, responses, and a shape with lists of shapes.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/fuzz_target.hpp>

#include "../support/second_operation.hpp"
#include "support/require.hpp"
#include "support/same_report.hpp"

#include <string_view>

namespace lp = lakeproof;
using lp::test::require;
using lp::test::same_report;

namespace {

template <class Shape>
void round_trip(std::string_view text) {
    auto const first = lp::json::parse<Shape>(text);
    same_report(first.report(), lp::json::check<Shape>(text));
    require(first.has_value() == first.report().ok());
    if (!first) return;
    auto const written = lp::json::serialize(*first);
    auto const second = lp::json::parse<Shape>(written, {.limits = {.bytes = 16 * 1024 * 1024}});
    require(second.has_value());
    require(*second == *first);
    require(lp::json::serialize(*second) == written);

    auto const bytes = lp::testing::bytes_for(*first);
    lp::testing::byte_source source{bytes};
    require(lp::testing::arbitrary<Shape>(source) == *first);
    require(source.left().empty());

    auto const checked = lp::check(*first);
    require(checked.ok());
    require(checked.warnings() == second.report().warnings());
    require(checked.notes() == second.report().notes());
}

void round_trips(std::string_view text) {
    round_trip<lp::create_custom_log_source_request>(text);
    round_trip<lp::create_custom_log_source_response>(text);
    round_trip<second::subscriber>(text);
}

lp::testing::fuzz_target const target{round_trips};

} // namespace
