// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

constexpr char32_t fold_ascii_case(char32_t c) noexcept {
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}
constexpr char fold_ascii_case(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The Levenshtein distance of two strings in scalar values, without regard to ASCII case.
///
/// A string longer than 64 scalar values is as far away as can be: suggestions are short names.
constexpr std::size_t edit_distance(std::string_view a, std::string_view b) noexcept {
    constexpr std::size_t longest = 64;
    constexpr std::size_t far_away = static_cast<std::size_t>(-1);
    char32_t left[longest]{};
    std::size_t left_size = 0;
    for (std::size_t i = 0; i < a.size();) {
        if (left_size == longest) return far_away;
        left[left_size++] = fold_ascii_case(next_scalar_value(a, i));
    }
    if (count_scalar_values(b) > longest) return far_away;

    std::size_t row[longest + 1]{};
    for (std::size_t i = 0; i <= left_size; ++i) row[i] = i;
    std::size_t column = 0;
    for (std::size_t j = 0; j < b.size();) {
        char32_t const right = fold_ascii_case(next_scalar_value(b, j));
        std::size_t diagonal = row[0];
        row[0] = ++column;
        for (std::size_t i = 1; i <= left_size; ++i) {
            std::size_t const substituted = diagonal + (left[i - 1] != right);
            diagonal = row[i];
            std::size_t const skipped = (row[i] < row[i - 1] ? row[i] : row[i - 1]) + 1;
            row[i] = substituted < skipped ? substituted : skipped;
        }
    }
    return row[left_size];
}

struct name_itself {
    constexpr std::string_view operator()(std::string_view name) const noexcept { return name; }
};

/// The name of the candidate that a word is closest to, at most `most` away; the first of several, or empty.
template <class Iterator, class NameOf = name_itself>
constexpr std::string_view closest(Iterator at, Iterator end, std::string_view word, std::size_t most,
                                   NameOf name_of = {}) noexcept {
    std::string_view best;
    std::size_t least = most + 1;
    for (; at != end; ++at) {
        std::string_view const name = name_of(*at);
        auto const distance = edit_distance(name, word);
        if (distance >= least) continue;
        least = distance;
        best = name;
    }
    return best;
}

} // namespace lakeproof::detail
