// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/name_words.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Not constexpr, so that a table with a name that it cannot tell from others does not compile.
void name_of_another_length(); // never defined

/// A perfect hash over `N` names of 8 to 24 bytes, found at compile time.
///
/// A look-up is one multiplication of the first and last words and one comparison. The search for its
/// factor starts with `Factor`: one that is known to fit saves compilers a hundred trials.
template <std::size_t N, std::uint64_t Factor = 0x9e3779b97f4a7c15u>
class name_table {
    static constexpr unsigned bits = std::bit_width(N) + 2;

public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    static constexpr std::size_t shortest = 8;
    static constexpr std::size_t longest = 24;

    consteval explicit name_table(std::array<std::string_view, N> const& names) : names_{names} {
        for (std::size_t i = 0; i < N; ++i) {
            if (names[i].size() < shortest || names[i].size() > longest) name_of_another_length();
            entries_[i] = {name_words{names[i]}, i};
        }
        while (!fill()) factor_ = factor_ * 6364136223846793005u + 1442695040888963407u;
    }

    /// The index of `name`, or `npos`.
    [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
        if (name.size() < shortest || name.size() > longest) return npos;
        name_words const words{name};
        entry const& e = entries_[slots_[slot(words)]];
        return e.words == words ? e.index : npos;
    }

    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return names_[i];
    }

private:
    /// The entry behind those of all names has the words of none.
    struct entry {
        name_words words{};
        std::size_t index = npos;
    };

    static constexpr std::size_t slot_in(name_words const& w, std::uint64_t factor) noexcept {
        return static_cast<std::size_t>(((w.first ^ std::rotl(w.last, 29)) + w.size) * factor >>
                                        (64 - bits));
    }
    constexpr std::size_t slot(name_words const& w) const noexcept { return slot_in(w, factor_); }

    consteval bool fill() {
        for (auto& s : slots_) s = static_cast<std::uint8_t>(N);
        for (std::size_t i = 0; i < N; ++i) {
            auto const& e = entries_[i];
            auto& s = slots_[slot(e.words)];
            if (s != N) return false;
            s = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    static_assert(N < 255);
    std::array<std::string_view, N> names_;
    entry entries_[N + 1]{};
    std::uint8_t slots_[std::size_t{1} << bits]{};
    std::uint64_t factor_ = Factor;
};

} // namespace lakeproof::detail
