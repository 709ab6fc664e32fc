// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What a sink is for.
enum class sink_mode : std::uint8_t {
    check, ///< report everything
    build, ///< a model is made of the document
    prove, ///< in a constant expression: the first error does not compile
};

// Not constexpr, so that a compiler which reaches them prints their names and arguments. Templates, and each
// behind a condition: else g++ 12 leaves out the frames around them.

template <rule Broken>
void broken_rule(char const* region) {
    if (region != nullptr) std::abort();
}
template <rule... Rules>
constexpr bool refuse_rule(rule broken, char const* region) {
    return ((Rules == broken && (broken_rule<Rules>(region), true)) || ...);
}
template <class Info>
void broken_custom_rule(Info const& info) {
    if (info.fixed) std::abort();
}

/// Does not compile where a constant expression reaches it: the diagnostic names the rule and the Region.
constexpr void refuse(rule_info const& info, std::string_view region) {
    if (info.value == rule::custom) return broken_custom_rule(info);
    // clang 16 leaves template arguments out of frames, so the Region is an argument, of the table's.
    char const* code = "no Region";
    for (auto const& known : known_regions())
        if (known.code == region) code = known.code.data();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        refuse_rule<static_cast<rule>(I)...>(info.value, code);
    }(std::make_index_sequence<rule_count>{});
}

} // namespace lakeproof::detail
