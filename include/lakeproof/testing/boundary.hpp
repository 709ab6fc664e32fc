// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/testing/boundary_case.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/json_boundaries.hpp>
#include <lakeproof/testing/detail/member_boundaries.hpp>
#include <lakeproof/testing/detail/request_boundaries.hpp>
#include <lakeproof/version.hpp>

#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// Whether the patterns of a shape's strings can be walked.
template <shape Shape>
inline constexpr bool patterns_fit = [] {
    for (auto const& n : nodes_of<Shape>)
        if (n.what == node::kind::constrained_text &&
            n.text->pattern_text.size() > pattern_walker::max_pattern)
            return false;
    return true;
}();

/// Whether it is known of all strings in a type what their constraints judge further.
template <class T>
constexpr bool texts_are_known() noexcept {
    using type = typename lakeproof::detail::without_optional<T>::type;
    if constexpr (shape<type>) {
        bool all = true;
        lakeproof::detail::for_each_member<type>(
            [&]<class M>(M const&) { all = all && texts_are_known<typename M::type>(); });
        return all;
    } else if constexpr (lakeproof::detail::pooled_list<type>) {
        return is_known<typename type::element_constraint>();
    } else if constexpr (lakeproof::detail::is_vector<type>) {
        return texts_are_known<typename type::value_type>();
    } else if constexpr (lakeproof::detail::is_constrained_string<type>) {
        return is_known<typename type::constraint>();
    } else {
        return true;
    }
}

} // namespace detail

/// Every boundary document of a shape: for each rule the valid neighbour and the invalid one, each
/// with all the violations that it must give.
///
/// For each string its least and greatest length and one character less and more, and the
/// characters just inside and just outside each position of its pattern; for each member another
/// type, `null`, no value, two values and another spelling; for each list its bounds; for the text
/// its form and the limits; for a CreateCustomLogSource request also its Regions. All of it follows
/// from the tables of members and constraints, and what a document must give from how it was made:
/// the checks themselves are not asked. A shape with a string type of a user's own that judges
/// texts further (`judge_further`) therefore does not compile.
///
/// Allocates some megabytes, since two documents are as long as the byte limit. May throw
/// `std::bad_alloc`.
/// \code
/// using request = lakeproof::create_custom_log_source_request;
/// for (auto const& c : lakeproof::testing::boundaries<request>())
///     if (c.regions.empty() && lakeproof::json::check_request(c.document).ok() != c.ok())
///         std::cout << c.name << '\n';
/// \endcode
template <shape Shape>
[[nodiscard]] std::vector<boundary_case> boundaries() {
    static_assert(detail::patterns_fit<Shape>, "a pattern is longer than 511 characters");
    static_assert(detail::texts_are_known<Shape>(),
                  "a constraint judges further than by length and pattern, in a way of its own");
    detail::shape_parts const parts{nodes_of<Shape>.data(), nodes_of<Shape>.size()};
    detail::boundary_list list{parts, detail::whole_boundaries<Shape>::broken};
    detail::add_malformed(list);
    detail::add_limits(list);
    detail::add_members(list);
    detail::whole_boundaries<Shape>::add(list);
    return list.take();
}

} // namespace lakeproof::testing
