// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/pattern_text.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The constraint of an `enum_string`: a closed set of ASCII strings; what is none breaks `string-enum`.
template <pattern_text... Values>
struct enum_string_constraint {
    static_assert(sizeof...(Values) > 0, "a closed set has at least one value");
    static constexpr std::array<std::string_view, sizeof...(Values)> values{Values.view()...};
    static constexpr std::size_t min_length = [] {
        auto least = values[0].size();
        for (auto const value : values) least = value.size() < least ? value.size() : least;
        return least;
    }();
    static constexpr std::size_t max_length = [] {
        std::size_t most = 0;
        for (auto const value : values) most = value.size() > most ? value.size() : most;
        return most;
    }();
    static constexpr rule pattern_rule = rule::string_enum;

    /// Stands in a pattern's place.
    struct pattern {
        static constexpr bool ascii = true;
        /// The values as Smithy's messages list them, without the brackets: `A, B`.
        [[nodiscard]] static constexpr std::string_view text() noexcept {
            return {listed.data(), listed.size()};
        }
        [[nodiscard]] static constexpr bool matches(std::string_view string) noexcept {
            for (auto const value : values)
                if (value == string) return true;
            return false;
        }

    private:
        static constexpr auto listed = [] {
            std::array<char, (Values.view().size() + ...) + 2 * (sizeof...(Values) - 1)> all{};
            std::size_t at = 0;
            for (auto const value : values) {
                if (at != 0) all[at++] = ',', all[at++] = ' ';
                for (char const c : value) all[at++] = c;
            }
            return all;
        }();
    };
};

/// A string of a closed set, Smithy's enum.
/// \code
/// using color = lakeproof::enum_string<"RED", "GREEN">;
/// constexpr color c = "RED";
/// static_assert(!color::from("BLUE"));
/// \endcode
template <pattern_text... Values>
using enum_string = constrained_string<enum_string_constraint<Values...>>;

} // namespace lakeproof
