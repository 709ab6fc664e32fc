// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Which severity each rule reports: the catalogue's, unless set otherwise.
///
/// The rules that the catalogue marks fixed stay what they are.
/// \code
/// constexpr auto p = lakeproof::policy{}.set(lakeproof::rule::event_class_undocumented,
///                                            lakeproof::severity::warning);
/// \endcode
class policy {
public:
    constexpr policy() noexcept : table_{defaults} {}

    /// Makes `r` report `s`; a fixed rule stays as it is. Returns this policy.
    constexpr policy& set(rule r, severity s) noexcept {
        if (!info(r).fixed) table_.of[static_cast<std::size_t>(r)] = s;
        return *this;
    }

    /// What `r` reports.
    [[nodiscard]] constexpr severity operator[](rule r) const noexcept {
        return table_.of[static_cast<std::size_t>(r)];
    }

    friend constexpr bool operator==(policy const&, policy const&) noexcept = default;

private:
    struct table {
        severity of[rule_count];
        friend constexpr bool operator==(table const&, table const&) noexcept = default;
    };
    // Made once, since a default policy is copied into every check.
    static constexpr table defaults = [] {
        table t{};
        for (std::size_t i = 0; i < rule_count; ++i)
            t.of[i] = info(static_cast<rule>(i)).default_severity;
        return t;
    }();

    table table_;
};

} // namespace lakeproof
