// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// A violation that a document must have, under the default policy.
struct expected_violation {
    lakeproof::rule rule;
    lakeproof::severity severity;
    std::string pointer;
    std::string region; ///< empty where no Region matters

    explicit expected_violation(lakeproof::rule r, std::string where = {}, std::string_view in = {})
        : rule{r}, severity{info(r).default_severity}, pointer{std::move(where)}, region{in} {}

    friend bool operator==(expected_violation const&, expected_violation const&) = default;
};

/// A document at the boundary of one rule, with the violations that it must have.
///
/// The document is valid UTF-8, though not always JSON.
struct boundary_case {
    std::string name;     ///< what is special about it; no two cases of a shape share one
    lakeproof::rule rule; ///< the rule at whose boundary it stands, kept or broken
    std::string document;
    std::vector<std::string> regions{};           ///< the Regions that the document is meant for
    std::vector<expected_violation> violations{}; ///< all that a report keeps, in its order

    /// Whether the document must have a violation of `r`.
    [[nodiscard]] bool breaks(lakeproof::rule r) const noexcept {
        for (auto const& v : violations)
            if (v.rule == r) return true;
        return false;
    }

    /// Whether the document must have no error; warnings and notes it may.
    [[nodiscard]] bool ok() const noexcept {
        for (auto const& v : violations)
            if (v.severity == severity::error) return false;
        return true;
    }
};

} // namespace lakeproof::testing
