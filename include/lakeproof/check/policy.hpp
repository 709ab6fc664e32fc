// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/raise.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Which severity each rule reports: the rule's own, unless set otherwise.
///
/// Fixed rules stay what they are: to set one does not compile in a constant expression, and throws at run time.
/// \code
/// constexpr auto p = lakeproof::policy{}.set(lakeproof::rule::event_class_undocumented,
///                                            lakeproof::severity::warning);
/// \endcode
class policy {
public:
    /// How many rules of the user's own may be set.
    static constexpr std::size_t max_custom_rules = 16;

    /// Makes a rule report `s`. Returns this policy.
    ///
    /// Throws `std::invalid_argument`, which names the rule, for one that is fixed, and where more than 16 of the
    /// user's own are set.
    constexpr policy& set(rule_info const& r, severity s) {
        if (!try_set(r, s)) cannot_be_set(r);
        return *this;
    }
    constexpr policy& set(rule r, severity s) { return set(info(r), s); }

    /// The same, or returns false where the rule cannot be set.
    [[nodiscard]] constexpr bool try_set(rule_info const& r, severity s) noexcept {
        auto const i = index_of(r);
        if (r.fixed || r.id == to_string(rule::custom) || i == std::size(set_)) return false;
        if (i == rule_count + custom_count_) custom_[custom_count_++] = &r;
        set_[i] = static_cast<std::uint8_t>(static_cast<unsigned>(s) + 1);
        return true;
    }
    [[nodiscard]] constexpr bool try_set(rule r, severity s) noexcept { return try_set(info(r), s); }

    /// What a rule reports; `by_default`, unless it is set.
    [[nodiscard]] constexpr severity of(rule_info const& r, severity by_default) const noexcept {
        auto const i = index_of(r);
        auto const stored = i < std::size(set_) ? set_[i] : 0;
        return stored == 0 ? by_default : static_cast<severity>(stored - 1);
    }
    [[nodiscard]] constexpr severity operator[](rule_info const& r) const noexcept {
        return of(r, r.default_severity);
    }
    [[nodiscard]] constexpr severity operator[](rule r) const noexcept {
        if (r == rule::custom) return (*this)[info(r)];
        auto const stored = set_[static_cast<std::size_t>(r)];
        return stored == 0 ? info(r).default_severity : static_cast<severity>(stored - 1);
    }

    friend constexpr bool operator==(policy const&, policy const&) noexcept = default;

private:
    /// A rule's index in `set_`: the catalogue's rules come first. Of one that has none yet, the next.
    constexpr std::size_t index_of(rule_info const& r) const noexcept {
        if (r.value != rule::custom) return static_cast<std::size_t>(r.value);
        std::size_t i = 0;
        while (i < custom_count_ && custom_[i]->id != r.id) ++i;
        return rule_count + i;
    }

    [[noreturn]] static void cannot_be_set(rule_info const& r) {
        detail::raise<std::invalid_argument>(
            std::string{r.id} + (r.fixed ? " is fixed: no policy changes its severity"
                                         : " cannot be set: a policy holds 16 rules of the user's own"));
    }

    std::uint8_t set_[rule_count + max_custom_rules]{}; ///< 0 where it is not, else one more than the severity
    std::uint8_t custom_count_ = 0;
    rule_info const* custom_[max_custom_rules]{};
};

} // namespace lakeproof
