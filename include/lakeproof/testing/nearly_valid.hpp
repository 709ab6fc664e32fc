// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/fault_chooser.hpp>
#include <lakeproof/testing/detail/model_parts.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// A JSON text with one thing wrong: a check must report `broken` at `pointer`, and no error elsewhere but about the
/// Regions themselves. Some rules entail others: a name too long for IAM is also over the documented limit.
struct nearly_valid_document {
    std::string text;
    rule broken;
    std::string pointer;
};

/// A document of a shape with one known thing wrong, from any bytes.
///
/// Three bytes choose what to spoil, where and how, among the boundary cases with one fault: of JSON, depth, types,
/// members, strings, integers, lists, unions, or the own rules of a CreateCustomLogSource request. The others make
/// the valid value around it first, as `arbitrary` does; Regions of two partitions suit no role ARN, so that a check
/// reports that too. What the policy turns off is not chosen, and what is broken has the severity that it gives.
/// Linear in the document. Throws `std::bad_alloc` only.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const bad = lakeproof::testing::nearly_valid_request(bytes);
/// auto const found = lakeproof::json::check_request(bad.text);
/// bool const right = found.count(bad.broken) != 0;
/// \endcode
template <shape Shape>
[[nodiscard]] nearly_valid_document nearly_valid(byte_source& bytes, options const& o = default_options) {
    detail::fault_choice const choice{bytes};
    auto value = arbitrary<Shape>(bytes, o);
    detail::model_parts model{value};
    // A violation more must fit in the report, and a value three times in the text.
    if (check(value, o).size() > report::capacity / 2 || model.size() > limits{}.bytes / 4) {
        byte_source nothing{""};
        model = detail::model_parts{arbitrary<Shape>(nothing, o)};
    }
    constexpr bool is_request = std::is_same_v<Shape, create_custom_log_source_request>;
    detail::fault_chooser const chooser{detail::shape_parts::of<Shape>(), detail::own_rules<Shape>, model, choice,
                                        o.policy, is_request ? &o.regions : nullptr};
    auto const chosen = chooser.chosen();
    auto const& fault = *detail::only_fault(chosen.violations, chosen.rule);
    return {chosen.document, fault.rule, fault.pointer};
}

/// A CreateCustomLogSource request with one known thing wrong.
[[nodiscard]] inline nearly_valid_document nearly_valid_request(byte_source& bytes,
                                                                 options const& o = default_options) {
    return nearly_valid<create_custom_log_source_request>(bytes, o);
}

} // namespace lakeproof::testing
