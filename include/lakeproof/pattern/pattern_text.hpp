// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A string literal as a template argument: `pattern<"^[a-z]*$">`.
template <std::size_t N>
struct pattern_text {
    char data[N]{};

    consteval pattern_text(char const (&literal)[N]) noexcept {
        for (std::size_t i = 0; i < N; ++i) data[i] = literal[i];
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {data, N - 1}; }
};

template <std::size_t N>
pattern_text(char const (&)[N]) -> pattern_text<N>;

} // namespace lakeproof
