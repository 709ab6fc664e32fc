// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// The listed name for a text off the pattern: what upper case and `_` for ` ` and `-` make of it.
///
/// Empty if that is no listed name.
/// \code
/// static_assert(lakeproof::ocsf::suggest_spelling("Network Activity") == "NETWORK_ACTIVITY");
/// \endcode
[[nodiscard]] constexpr std::string_view suggest_spelling(std::string_view text) noexcept {
    for (auto const c : event_classes()) {
        auto const name = to_string(c);
        bool same = name.size() == text.size();
        for (std::size_t i = 0; same && i < name.size(); ++i) {
            char const t = text[i] == ' ' || text[i] == '-' ? '_' : text[i];
            same = t == name[i] || (t >= 'a' && t <= 'z' && t - 32 == name[i]);
        }
        if (same) return name;
    }
    return {};
}

/// The listed name for an undocumented one, or empty.
///
/// A class of OCSF 1.8.0 is no misspelling: only the listed name of the same class under a later
/// name is suggested. Anything else gets the closest listed name within Levenshtein distance 3.
[[nodiscard]] constexpr std::string_view suggest_listed(std::string_view name) noexcept {
    if (in_ocsf_1_8_0(name)) {
        for (auto const c : event_classes()) {
            auto const later = info(c, schema_version::v1_8_0).name;
            if (lakeproof::detail::edit_distance(later, name) == 0) return to_string(c);
        }
        return {};
    }
    std::string_view best;
    std::size_t nearest = 4;
    for (auto const c : event_classes()) {
        auto const distance = lakeproof::detail::edit_distance(to_string(c), name);
        if (distance < nearest) {
            nearest = distance;
            best = to_string(c);
        }
    }
    return best;
}

} // namespace lakeproof::ocsf
