// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/word.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::detail {

/// A perfect hash over `N` names of at least eight bytes, found at compile time.
///
/// A look-up is one multiplication of the first and last words and one comparison.
template <std::size_t N>
class name_table {
    static constexpr unsigned bits = std::bit_width(N) + 2;

public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    consteval explicit name_table(std::array<std::string_view, N> const& names) : names_{names} {
        for (std::size_t i = 0; i < N; ++i) {
            auto const name = names[i];
            entries_[i] = {load_word(name.data()), load_word(name.data() + name.size() - 8),
                           static_cast<std::uint32_t>(name.size()), static_cast<std::uint32_t>(i)};
            shortest_ = name.size() < shortest_ ? name.size() : shortest_;
            longest_ = name.size() > longest_ ? name.size() : longest_;
        }
        while (!fill()) factor_ = factor_ * 6364136223846793005u + 1442695040888963407u;
    }

    /// The index of `name`, or `npos`.
    [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
        if (name.size() < shortest_ || name.size() > longest_) return npos;
        auto const first = load_word(name.data());
        auto const last = load_word(name.data() + name.size() - 8);
        entry const& e = entries_[slots_[slot(first, last, name.size())]];
        if (e.first != first || e.last != last || e.size != name.size()) return npos;
        // Names of up to 16 bytes are compared by now.
        if (name.size() > 16 && names_[e.index].substr(8, name.size() - 16) !=
                                    name.substr(8, name.size() - 16))
            return npos;
        return e.index;
    }

    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return names_[i];
    }

private:
    /// A name by its first and last eight bytes; the one behind all names has size 0, as no name has.
    struct entry {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint32_t size = 0;
        std::uint32_t index = 0;
    };

    constexpr std::size_t slot(std::uint64_t first, std::uint64_t last,
                               std::size_t size) const noexcept {
        return static_cast<std::size_t>(((first ^ std::rotl(last, 29)) + size) * factor_ >>
                                        (64 - bits));
    }

    consteval bool fill() {
        for (auto& s : slots_) s = static_cast<std::uint8_t>(N);
        for (std::size_t i = 0; i < N; ++i) {
            auto const& e = entries_[i];
            auto& s = slots_[slot(e.first, e.last, e.size)];
            if (s != N) return false;
            s = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    static_assert(N < 255);
    std::array<std::string_view, N> names_;
    std::array<entry, N + 1> entries_{};
    std::array<std::uint8_t, std::size_t{1} << bits> slots_{};
    std::uint64_t factor_ = 0x9e3779b97f4a7c15u;
    std::size_t shortest_ = npos;
    std::size_t longest_ = 0;
};

} // namespace lakeproof::detail
