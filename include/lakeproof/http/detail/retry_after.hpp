// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/header_field.hpp>
#include <lakeproof/http/detail/http_date.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The longest time that a retry is put off: what is longer is cut to it, so that adding it to any
/// clock's time overflows nothing.
inline constexpr std::chrono::milliseconds longest_retry_after = std::chrono::hours{24 * 365};

/// Digits with an optional fraction, in units of `unit` milliseconds, rounded up and cut to the
/// longest time; nothing for any other string.
constexpr std::optional<std::chrono::milliseconds> parse_duration(std::string_view text,
                                                                  std::int64_t unit) noexcept {
    constexpr std::int64_t longest = longest_retry_after.count();
    std::int64_t total = 0;
    std::size_t i = 0;
    auto const digit = [&] { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    if (!digit()) return std::nullopt;
    for (; digit(); ++i) total = std::min(longest, 10 * total + unit * (text[i] - '0'));
    if (i < text.size()) {
        if (text[i++] != '.' || !digit()) return std::nullopt;
        bool more = false; // than whole milliseconds
        for (; digit(); ++i) {
            unit /= 10;
            total += unit * (text[i] - '0');
            more = more || (unit == 0 && text[i] != '0');
        }
        total += more;
        if (i < text.size()) return std::nullopt;
    }
    return std::chrono::milliseconds{std::min(longest, total)};
}

/// How long a `Retry-After` header says to wait: seconds, whole or with a fraction, or an
/// HTTP-date, counted from `now` (0 if it is past).
///
/// Fractions of a millisecond are rounded up, and more than 365 days are 365 days. Nothing for any
/// other string: a sign, an exponent, a negative number, a date that does not exist. White space at
/// the ends is ignored. Linear. Source: RFC 9110, 10.2.3; decimals are AWS's.
constexpr std::optional<std::chrono::milliseconds>
parse_retry_after(std::string_view value,
                  std::chrono::sys_time<std::chrono::milliseconds> now) noexcept {
    using namespace std::chrono;
    value = trimmed(value);
    if (auto const number = parse_duration(value, 1000)) return number;
    auto const date = parse_http_date(value, floor<seconds>(now));
    if (!date) return std::nullopt;
    return std::clamp(milliseconds{*date - now}, milliseconds{0}, longest_retry_after);
}

/// How long an `x-amz-retry-after` header says to wait: milliseconds, by the same rules, but no
/// date.
constexpr std::optional<std::chrono::milliseconds>
parse_retry_after_ms(std::string_view value) noexcept {
    return parse_duration(trimmed(value), 1);
}

} // namespace lakeproof::detail
