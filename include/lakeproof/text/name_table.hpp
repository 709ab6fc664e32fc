// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace lakeproof::detail {

/// Eight bytes as one word, the first the least significant.
constexpr std::uint64_t load_word(char const* p) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
        std::uint64_t word = 0;
        for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(p[i]);
        return word;
    }
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

/// A perfect hash over `N` names of at least eight bytes, found at compile time.
///
/// A look-up is one multiplication of the first and last words and one comparison.
template <std::size_t N>
class name_table {
    static constexpr unsigned bits = std::bit_width(N) + 2;

public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    consteval explicit name_table(std::array<std::string_view, N> const& names) : names_{names} {
        for (auto const& name : names) {
            shortest_ = name.size() < shortest_ ? name.size() : shortest_;
            longest_ = name.size() > longest_ ? name.size() : longest_;
        }
        while (!fill()) factor_ = factor_ * 6364136223846793005u + 1442695040888963407u;
    }

    /// The index of `name`, or `npos`.
    [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
        if (name.size() < shortest_ || name.size() > longest_) return npos;
        std::size_t const i = slots_[slot(name)];
        return i < N && names_[i] == name ? i : npos;
    }

    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return names_[i];
    }

private:
    constexpr std::size_t slot(std::string_view name) const noexcept {
        auto const first = load_word(name.data());
        auto const last = load_word(name.data() + name.size() - 8);
        return static_cast<std::size_t>(((first ^ std::rotl(last, 29)) + name.size()) * factor_ >>
                                        (64 - bits));
    }

    consteval bool fill() {
        for (auto& s : slots_) s = static_cast<std::uint8_t>(N);
        for (std::size_t i = 0; i < N; ++i) {
            auto& s = slots_[slot(names_[i])];
            if (s != N) return false;
            s = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    static_assert(N < 255);
    std::array<std::string_view, N> names_;
    std::array<std::uint8_t, std::size_t{1} << bits> slots_{};
    std::uint64_t factor_ = 0x9e3779b97f4a7c15u;
    std::size_t shortest_ = npos;
    std::size_t longest_ = 0;
};

} // namespace lakeproof::detail
