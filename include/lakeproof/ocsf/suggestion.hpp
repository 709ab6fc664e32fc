// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/ocsf_1_8_0.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// The listed name that upper case and `_` for ` ` and `-` make of a string off the pattern, or
/// empty.
/// \code
/// static_assert(lakeproof::ocsf::suggest_spelling("Network Activity") == "NETWORK_ACTIVITY");
/// \endcode
[[nodiscard]] constexpr std::string_view suggest_spelling(std::string_view s) noexcept {
    char name[decltype(detail::event_class_names)::longest]{};
    if (s.size() > sizeof name) return {};
    for (std::size_t i = 0; i < s.size(); ++i) {
        bool const lower = s[i] >= 'a' && s[i] <= 'z';
        name[i] = s[i] == ' ' || s[i] == '-' ? '_' : lower ? static_cast<char>(s[i] - 32) : s[i];
    }
    auto const c = event_class_from({name, s.size()});
    return c ? to_string(*c) : std::string_view{};
}

/// The listed name for a name on neither of AWS's lists, or empty.
///
/// For a class of OCSF 1.8.0 that AWS lists by another name, that name. Otherwise the closest
/// listed name within Levenshtein distance 3; of several the User Guide's before the API
/// reference's alone, then the first in the order of `event_class`.
/// \code
/// static_assert(lakeproof::ocsf::suggest_listed("FILE_HOSTING") == "FILE_HOSTING_ACTIVITY");
/// static_assert(lakeproof::ocsf::suggest_listed("DNS_ACTVITY") == "DNS_ACTIVITY");
/// \endcode
[[nodiscard]] constexpr std::string_view suggest_listed(std::string_view name) noexcept {
    if (auto const c = aws_name(name)) return to_string(*c);
    std::string_view best;
    std::size_t least = 2 * 3 + 2; // more than any at distance 3
    for (auto const c : event_classes()) {
        auto const distance = lakeproof::detail::edit_distance(to_string(c), name);
        std::size_t const rank = 2 * distance + !is_listed(c, class_list::user_guide);
        if (rank >= least) continue;
        least = rank;
        best = to_string(c);
    }
    return best;
}

} // namespace lakeproof::ocsf
