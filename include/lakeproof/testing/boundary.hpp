// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/testing/boundary_case.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/json_boundaries.hpp>
#include <lakeproof/testing/detail/request_boundaries.hpp>
#include <lakeproof/testing/detail/structure_boundaries.hpp>
#include <lakeproof/version.hpp>

#include <type_traits>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// Every boundary document of a shape: for each rule the valid neighbour and the invalid one, each with all the
/// violations that it must have.
///
/// For each string its least and greatest length and one character less and more, and the characters just inside
/// and just outside each set of its pattern; for each integer its bounds, those of its type and of 64 bits; for
/// each member another type, `null`, no value, two values and another spelling; for each list its bounds, for
/// each union none, one and two members; for the text its form and the limits; for a CreateCustomLogSource
/// request also its own rules and its Regions. All of it follows from the tables of members and constraints, and
/// what a document must have from how it was made: the checks themselves are not asked.
///
/// What the `check` function of a shape of a user's own reports is left out, since it is known from running it
/// alone: compare with the violations of a report whose rule is not `rule::custom`.
///
/// Allocates some megabytes, since two documents are as long as the byte limit. May throw `std::bad_alloc`.
/// \code
/// using request = lakeproof::create_custom_log_source_request;
/// for (auto const& c : lakeproof::testing::boundaries<request>())
///     if (c.regions.empty() && lakeproof::json::check_request(c.document).ok() != c.ok())
///         std::cout << c.name << '\n';
/// \endcode
template <shape Shape>
[[nodiscard]] std::vector<boundary_case> boundaries() {
    detail::boundary_list list{detail::shape_parts::of<Shape>(), detail::own_rules<Shape>};
    detail::json_boundaries const json{list};
    json.add_around();
    json.add_values();
    json.add_depth();
    json.add_size();
    detail::add_structure(list);
    if constexpr (std::is_same_v<Shape, create_custom_log_source_request>) detail::request_boundaries::add(list);
    return list.take();
}

} // namespace lakeproof::testing
