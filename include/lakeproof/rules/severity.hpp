// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// How much a broken rule matters; `off` silences it.
///
/// Ordered: `off < note < warning < error`. Only `error` makes a report not ok.
enum class severity : std::uint8_t { off, note, warning, error };

/// The word for a severity, as the tool prints and reads it.
[[nodiscard]] constexpr std::string_view to_string(severity s) noexcept {
    switch (s) {
    case severity::off: return "off";
    case severity::note: return "note";
    case severity::warning: return "warning";
    case severity::error: return "error";
    }
    return "";
}

/// The severity that a word names, or nothing.
[[nodiscard]] constexpr std::optional<severity> severity_from(std::string_view word) noexcept {
    for (auto s : {severity::off, severity::note, severity::warning, severity::error})
        if (to_string(s) == word) return s;
    return std::nullopt;
}

} // namespace lakeproof
