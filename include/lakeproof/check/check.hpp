// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/create_custom_log_source_rules.hpp>
#include <lakeproof/check/detail/apply_rules.hpp>
#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/detail/model_document.hpp>
#include <lakeproof/check/message.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/version.hpp>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

template <shape Shape>
constexpr void check_model(Shape const& value, options const& o, report& out, sink_mode mode,
                           runtime_rules const* run = nullptr,
                           void (*refuse)(rule_info const&, std::string_view) = nullptr) {
    document_of<Shape> document;
    auto sink = sink_access::make(o, out, mode, refuse);
    model_document{document, sink}.add(value);
    apply_rules<Shape>(document, sink, run);
}

} // namespace detail

/// Checks a request, or any other modelled shape, in its context.
///
/// What the types cannot know: the documented limit of the name, event classes on neither of AWS's lists or
/// repeated, ARNs that no role can have, the derived role in each Region, house rules, bounds of vectors and
/// integers. Finds what `json::check` finds in the same value's JSON text.
///
/// Complexity: linear in the request, times the Regions for the derived role. Allocates, and so throws
/// `std::bad_alloc`, only for house rules and lists of one's own.
/// \code
/// static_assert(lakeproof::check(request, {.regions = {lakeproof::regions::us_east_1}}).ok());
/// \endcode
template <shape Shape>
[[nodiscard]] constexpr report check(Shape const& value, options const& o = default_options) {
    report out;
    detail::check_model(value, o, out, detail::sink_mode::check);
    return out;
}

/// Gives a request (or any other modelled shape) back that breaks no rule in its Regions, or does not compile:
/// the diagnostic shows the line, the rule and the Region.
/// \code
/// constexpr auto sent = lakeproof::proved(request, {.regions = {lakeproof::regions::us_east_1}});
/// \endcode
template <shape Shape>
[[nodiscard]] consteval Shape proved(Shape const& value, options const& o = default_options) {
    report out;
    detail::check_model(value, o, out, detail::sink_mode::prove, nullptr, detail::refuse<>);
    return value;
}

} // namespace lakeproof
