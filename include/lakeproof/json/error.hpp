// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <boost/system/error_category.hpp>
#include <boost/system/error_code.hpp>

#include <string>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// The category of broken rules, for Boost.JSON's conversions, which report by error code.
class rule_category final : public boost::system::error_category {
public:
    rule_category() noexcept : error_category{0x6c616b6570726f66} {}
    char const* name() const noexcept override { return "lakeproof.rule"; }
    std::string message(int value) const override {
        // 0 would mean success, so rules count from 1.
        auto const& r = info(static_cast<rule>(value - 1));
        return std::string{r.title} + " [" + std::string{r.id} + ']';
    }
};

} // namespace detail

/// A broken rule as an error code, whose category names itself `lakeproof.rule`.
inline boost::system::error_code make_error_code(rule broken) noexcept {
    static detail::rule_category const category;
    return {static_cast<int>(broken) + 1, category};
}

} // namespace lakeproof

template <>
struct boost::system::is_error_code_enum<lakeproof::rule> : std::true_type {};
