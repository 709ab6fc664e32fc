// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/fault_maker.hpp>
#include <lakeproof/testing/detail/recorded_json.hpp>
#include <lakeproof/version.hpp>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// A valid value with so few violations that one error more is kept in its report, and so short that a value in it
/// may occur twice.
template <class Shape>
recorded_json quiet(byte_source& bytes, region_list const& regions) {
    auto const value = arbitrary<Shape>(bytes, regions);
    recorded_json right{value};
    if (check(value, {.regions = regions}).size() <= report::capacity / 2 && right.json.size() <= limits{}.bytes / 2)
        return right;
    byte_source nothing{""};
    return recorded_json{arbitrary<Shape>(nothing, regions)};
}

} // namespace detail

/// A document of a shape with one known thing wrong, from any bytes.
///
/// Three bytes choose what to spoil, where and how: syntax, depth, types, members, lengths, patterns, lists,
/// integers, unions, or the own rules of a CreateCustomLogSource request. The others make a valid value first, as
/// `arbitrary` does; Regions of two partitions suit no role ARN, so that a check reports that too. Linear in the
/// document. Throws `std::bad_alloc` only.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const bad = lakeproof::testing::nearly_valid_request(bytes);
/// auto const found = lakeproof::json::check_request(bad.text);
/// bool const right = found.count(bad.broken) != 0;
/// \endcode
template <shape Shape>
[[nodiscard]] nearly_valid_document nearly_valid(byte_source& bytes, region_list const& regions = {}) {
    detail::fault_choice const choice{bytes};
    auto const right = detail::quiet<Shape>(bytes, regions);
    return detail::fault_maker{right,  detail::shape_parts::of<Shape>(), detail::own_samples<Shape>(),
                               choice, regions,                         bytes}
        .make();
}

/// A CreateCustomLogSource request with one known thing wrong.
[[nodiscard]] inline nearly_valid_document nearly_valid_request(byte_source& bytes, region_list const& regions = {}) {
    return nearly_valid<create_custom_log_source_request>(bytes, regions);
}

} // namespace lakeproof::testing
