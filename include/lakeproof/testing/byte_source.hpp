// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// Bytes to decide by, such as a fuzzer's: zeros once they are used up, so that there is never one
/// too few.
///
/// Refers to the bytes, which must outlive it. Never throws.
/// \code
/// lakeproof::testing::byte_source bytes{"any bytes"};
/// auto const a = lakeproof::testing::arbitrary_request(bytes);
/// auto const b = lakeproof::testing::arbitrary_request(bytes); // from what is left
/// \endcode
class byte_source {
public:
    constexpr explicit byte_source(std::string_view bytes) noexcept : left_{bytes} {}
    /// What libFuzzer hands over.
    byte_source(std::uint8_t const* data, std::size_t size) noexcept
        : left_{reinterpret_cast<char const*>(data), size} {}

    /// The bytes that are not used yet.
    [[nodiscard]] constexpr std::string_view left() const noexcept { return left_; }

    constexpr unsigned char byte() noexcept {
        if (left_.empty()) return 0;
        auto const b = static_cast<unsigned char>(left_.front());
        left_.remove_prefix(1);
        return b;
    }

    constexpr bool flag() noexcept { return (byte() & 1) != 0; }

    /// A number less than `n`, which must be from 1 to 2^24; each can come out.
    ///
    /// Takes no byte for the only number, one for a number that fits, and four for the few large
    /// numbers: most come out small.
    constexpr std::size_t below(std::size_t n) noexcept {
        if (n <= 1) return 0;
        std::size_t number = byte();
        if (n <= 256) return number % n;
        if (number < first_long) return number;
        number = byte();
        number |= static_cast<std::size_t>(byte()) << 8;
        number |= static_cast<std::size_t>(byte()) << 16;
        return number % n;
    }

    /// A number from `least` to `most`; each can come out. Takes a byte where there are at most 256, else eight.
    constexpr std::int64_t between(std::int64_t least, std::int64_t most) noexcept {
        auto const span = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
        std::uint64_t number = 0;
        for (int shift = 0; shift < (span < 256 ? 8 : 64); shift += 8) number |= std::uint64_t{byte()} << shift;
        if (span + 1 != 0) number %= span + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + number);
    }

    /// In `below`, what stands before the three bytes of a large number.
    static constexpr unsigned char first_long = 240;

private:
    std::string_view left_;
};

/// Writes the bytes from which a `byte_source` would give what is put: its inverse.
class byte_sink {
public:
    [[nodiscard]] std::string const& bytes() const& noexcept { return bytes_; }

    void byte(unsigned char b) { bytes_ += static_cast<char>(b); }
    void flag(bool f) { byte(f ? 1 : 0); }
    void below(std::size_t number, std::size_t n) {
        if (n <= 1) return;
        if (n <= 256 || number < byte_source::first_long)
            return byte(static_cast<unsigned char>(number));
        byte(byte_source::first_long);
        for (int shift = 0; shift < 24; shift += 8)
            byte(static_cast<unsigned char>(number >> shift & 0xff));
    }
    void between(std::int64_t number, std::int64_t least, std::int64_t most) {
        auto const from = [least](std::int64_t n) {
            return static_cast<std::uint64_t>(n) - static_cast<std::uint64_t>(least);
        };
        for (int shift = 0; shift < (from(most) < 256 ? 8 : 64); shift += 8)
            byte(static_cast<unsigned char>(from(number) >> shift & 0xff));
    }

private:
    std::string bytes_;
};

} // namespace lakeproof::testing
