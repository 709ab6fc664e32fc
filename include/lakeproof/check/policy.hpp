// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>

#include <cstddef>

namespace lakeproof {

/// Which severity each rule reports: the catalogue's, unless set otherwise.
///
/// The rules that the catalogue marks fixed stay what they are.
/// \code
/// constexpr auto p = lakeproof::policy{}.set(lakeproof::rule::event_class_undocumented,
///                                            lakeproof::severity::warning);
/// \endcode
class policy {
public:
    constexpr policy() noexcept {
        for (std::size_t i = 0; i < rule_count; ++i)
            severities_[i] = info(static_cast<rule>(i)).default_severity;
    }

    /// Makes `r` report `s`; a fixed rule stays as it is. Returns this policy.
    constexpr policy& set(rule r, severity s) noexcept {
        if (!info(r).fixed) severities_[static_cast<std::size_t>(r)] = s;
        return *this;
    }

    /// What `r` reports.
    [[nodiscard]] constexpr severity operator[](rule r) const noexcept {
        return severities_[static_cast<std::size_t>(r)];
    }

    friend constexpr bool operator==(policy const&, policy const&) noexcept = default;

private:
    severity severities_[rule_count]{};
};

namespace detail {
inline constexpr policy default_policy{};
} // namespace detail

} // namespace lakeproof
