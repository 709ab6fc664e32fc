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

/// Not constexpr, so that a table with a name of another size does not compile.
void name_of_another_length(); // never defined

/// A perfect hash from `N` names of 8 to 32 bytes to their indices, made at compile time.
///
/// A look-up is one multiplication of the first and last words and one comparison. The search for
/// a factor without collisions starts with `Factor`: one without saves compilers 100 trials.
template <std::size_t N, std::uint64_t Factor = 0x9e3779b97f4a7c15u>
class name_table {
    static_assert(N < 255);
    static constexpr unsigned bits = std::bit_width(N) + 2;

public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    static constexpr std::size_t shortest = name_words::shortest;
    static constexpr std::size_t longest = name_words::longest;

    consteval explicit name_table(std::array<std::string_view, N> const& names) {
        for (std::size_t i = 0; i < N; ++i) {
            if (names[i].size() < shortest || names[i].size() > longest) name_of_another_length();
            words_[i] = name_words{names[i]};
        }
        while (!fill()) factor_ = factor_ * 6364136223846793005u + 1442695040888963407u;
    }

    /// The index of `name`, or `npos`.
    [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
        if (name.size() < shortest || name.size() > longest) return npos;
        auto const* const p = name.data();
        std::size_t const i =
            slots_[slot(load_word(p), load_word(p + name.size() - 8), name.size())];
        return words_[i].match(name) ? i : npos;
    }

private:
    constexpr std::size_t slot(std::uint64_t first, std::uint64_t last,
                               std::uint64_t size) const noexcept {
        return static_cast<std::size_t>(((first ^ std::rotl(last, 29)) + size) * factor_ >>
                                        (64 - bits));
    }

    consteval bool fill() {
        for (auto& s : slots_) s = static_cast<std::uint8_t>(N);
        for (std::size_t i = 0; i < N; ++i) {
            auto& s = slots_[slot(words_[i].first, words_[i].last, words_[i].size)];
            if (s != N) return false;
            s = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    name_words words_[N + 1]{}; // those behind all names, of free slots, match no name
    std::uint8_t slots_[std::size_t{1} << bits]{};
    std::uint64_t factor_ = Factor;
};

} // namespace lakeproof::detail
