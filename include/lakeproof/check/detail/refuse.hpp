// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
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

// Not constexpr, so that a compiler which reaches them prints their names. Templates, and each behind a condition:
// else g++ 12 leaves out the frames around them.
template <rule Broken>
void broken_rule(char const* region) {
    if (region != nullptr) std::abort();
}
template <class Info>
void broken_custom_rule(Info const& info) {
    if (info.fixed) std::abort();
}

template <std::size_t... I>
constexpr void refuse(rule broken, char const* region, std::index_sequence<I...>) {
    constexpr void (*refuse_by_rule[])(char const*) = {broken_rule<static_cast<rule>(I)>...};
    refuse_by_rule[static_cast<std::size_t>(broken)](region);
}

/// A Region's code as a template argument, which g++ prints.
template <std::size_t I>
struct region_code {
    char code[region_table[I].code.size() + 1]{};
    consteval region_code() { region_table[I].code.copy(code, sizeof code - 1); }
};
template <auto Region>
constexpr void refuse_in(rule broken) {
    // clang 16 leaves template arguments out of frames, so the code is an argument as well.
    refuse(broken, Region.code, std::make_index_sequence<rule_count>{});
}
template <std::size_t... I>
constexpr void refuse_in(rule broken, std::size_t region, std::index_sequence<I...>) {
    constexpr void (*by_region[])(rule) = {refuse_in<region_code<I>{}>...};
    by_region[region](broken);
}

/// Does not compile where a constant expression reaches it: the diagnostic names the rule and the Region. A template
/// only so that a unit that proves nothing does not compile it.
template <std::size_t Count = region_count>
constexpr void refuse(rule_info const& info, std::string_view region) {
    if (info.value == rule::custom) return broken_custom_rule(info);
    auto const known = region_names.find(region);
    if (known < region_count) return refuse_in(info.value, known, std::make_index_sequence<Count>{});
    refuse(info.value, "no Region of the table", std::make_index_sequence<rule_count>{});
}

} // namespace lakeproof::detail
