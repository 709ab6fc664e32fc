// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/text/detail/word.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Where a byte stands from `at` on, or `npos`: `find`, which g++ 12 cannot evaluate in a
/// temporary.
constexpr std::size_t find_byte(std::string_view text, char byte, std::size_t at = 0) noexcept {
    if (!std::is_constant_evaluated()) return text.find(byte, at);
    while (at < text.size() && text[at] != byte) ++at;
    return at < text.size() ? at : std::string_view::npos;
}

/// Whether a byte continues a UTF-8 sequence, so that no Unicode scalar value starts at it.
constexpr bool is_continuation(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

/// Whether no byte is above 127.
constexpr bool is_ascii(std::string_view text) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080u;
    std::uint64_t all = 0;
    if (text.size() < 8) {
        for (char const c : text) all |= static_cast<unsigned char>(c);
        return (all & high_bits) == 0;
    }
    auto const* const last = text.data() + text.size() - 8;
    for (auto const* p = text.data(); p < last; p += 8) all |= load_word(p);
    return ((all | load_word(last)) & high_bits) == 0;
}

/// How many Unicode scalar values a UTF-8 text holds: what Smithy calls its length.
///
/// At least a quarter of the bytes, as in all UTF-8; of bytes that are none, too, so that a bound of the length
/// bounds the size.
LAKEPROOF_NOINLINE constexpr std::size_t count_scalar_values(std::string_view text) noexcept {
    if (is_ascii(text)) return text.size();
    std::size_t n = 0;
    for (char c : text) n += !is_continuation(c);
    auto const least = (text.size() + 3) / 4;
    return n < least ? least : n;
}

/// The longest start of `text` that is at most `bytes` long and ends after a whole character.
constexpr std::string_view whole_characters(std::string_view text, std::size_t bytes) noexcept {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && is_continuation(text[bytes])) --bytes;
    return text.substr(0, bytes);
}

/// The first `n` Unicode scalar values of `text`.
constexpr std::string_view first_scalar_values(std::string_view text, std::size_t n) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is_continuation(text[i]) && n-- == 0) return text.substr(0, i);
    return text;
}

/// The scalar value that starts at `at`, which moves behind it.
///
/// A byte that starts no valid sequence stands for itself, so that what is above 127 and one byte
/// long is no character.
constexpr char32_t next_scalar_value(std::string_view text, std::size_t& at) noexcept {
    auto const lead = static_cast<unsigned char>(text[at++]);
    std::size_t const more = lead < 0xc2 || lead > 0xf4 ? 0
                             : lead >= 0xf0             ? 3
                             : lead >= 0xe0             ? 2
                                                        : 1;
    if (more == 0 || text.size() - at < more) return lead;
    char32_t value = lead & (0x3fu >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if (!is_continuation(text[at + i])) return lead;
        value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (value < least[more] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return lead;
    at += more;
    return value;
}

} // namespace lakeproof::detail
