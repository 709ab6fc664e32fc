// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// SplitMix64: a few operations a number, any seed will do.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) noexcept : state_{seed} {}

    std::uint64_t next() noexcept {
        auto z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t n) noexcept { return static_cast<std::size_t>(next() % n); }
    bool one_in(std::size_t n) noexcept { return below(n) == 0; }

    /// What a `byte_source` decides by.
    std::string bytes(std::size_t size) {
        std::string all(size, '\0');
        for (char& c : all) c = static_cast<char>(next() & 0xff);
        return all;
    }

private:
    std::uint64_t state_;
};

} // namespace lakeproof::testing::detail
