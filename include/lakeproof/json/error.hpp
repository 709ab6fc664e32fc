// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <boost/system/error_category.hpp>
#include <boost/system/error_code.hpp>

#include <cstdint>
#include <string>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// The category of broken rules, for Boost.JSON's conversions, which report by error code.
class rule_category final : public boost::system::error_category {
public:
    rule_category() noexcept : error_category{0x6c616b6570726f66} {}
    char const* name() const noexcept override { return "lakeproof.rule"; }
    std::string message(int number) const override {
        for (auto const& r : rules())
            if (r.number == number) return std::string{r.title} + " [" + std::string{r.id} + ']';
        return std::string{info(rule::custom).title} + " [custom]";
    }
};

/// The number of a rule of the user's own that gives none: a hash of its id, above all of the catalogue's.
constexpr int number_of(rule_info const& r) noexcept {
    if (r.number != 0) return r.number;
    std::uint32_t hash = 2166136261u; // FNV-1a
    for (char const c : r.id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return static_cast<int>(hash >> 2 | 0x10000);
}

} // namespace detail

/// A broken rule as an error code, whose category names itself `lakeproof.rule`, and whose value is the rule's
/// stable number.
inline boost::system::error_code make_error_code(rule_info const& broken) noexcept {
    static detail::rule_category const category;
    return {detail::number_of(broken), category};
}
inline boost::system::error_code make_error_code(rule broken) noexcept {
    return make_error_code(info(broken));
}

} // namespace lakeproof

template <>
struct boost::system::is_error_code_enum<lakeproof::rule> : std::true_type {};
