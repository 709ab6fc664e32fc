// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Reads a date piece by piece; what does not fit makes it fail.
struct date_scanner {
    std::string_view rest;
    bool ok = true;

    constexpr void skip(std::string_view expected) noexcept {
        ok = ok && rest.starts_with(expected);
        if (ok) rest.remove_prefix(expected.size());
    }

    constexpr int number(std::size_t digits) noexcept {
        int n = 0;
        ok = ok && rest.size() >= digits;
        for (std::size_t i = 0; ok && i < digits; ++i) {
            ok = rest[i] >= '0' && rest[i] <= '9';
            n = 10 * n + (rest[i] - '0');
        }
        if (ok) rest.remove_prefix(digits);
        return n;
    }

    /// The index of the name that comes next, of which only so many letters are written.
    template <std::size_t N>
    constexpr int one_of(std::array<std::string_view, N> const& names,
                         std::size_t letters = std::string_view::npos) noexcept {
        for (std::size_t i = 0; ok && i < N; ++i) {
            auto const name = names[i].substr(0, letters);
            if (!rest.starts_with(name)) continue;
            rest.remove_prefix(name.size());
            return static_cast<int>(i);
        }
        ok = false;
        return 0;
    }

    constexpr std::chrono::seconds time_of_day() noexcept {
        int const h = number(2);
        skip(":");
        int const m = number(2);
        skip(":");
        int const s = number(2);
        ok = ok && h < 24 && m < 60 && s <= 60; // 60 is a leap second
        return std::chrono::hours{h} + std::chrono::minutes{m} + std::chrono::seconds{s};
    }
};

inline constexpr std::array<std::string_view, 7> day_names{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
inline constexpr std::array<std::string_view, 12> month_names{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The time that an HTTP-date names, in any of its three forms, or nothing.
///
/// `Sun, 06 Nov 1994 08:49:37 GMT`; the obsolete `Sunday, 06-Nov-94 08:49:37 GMT`, whose year is
/// taken to be at most 50 years after `now`; and `Sun Nov  6 08:49:37 1994`. The date must exist;
/// whether the day of the week is its own is not looked at. Source: RFC 9110, 5.6.7.
constexpr std::optional<std::chrono::sys_seconds>
parse_http_date(std::string_view text, std::chrono::sys_seconds now) noexcept {
    using namespace std::chrono;
    date_scanner in{text};
    auto const comma = text.find(',');
    int y = 0, m = 0, d = 0;
    seconds time{};
    if (comma == std::string_view::npos) {
        in.one_of(day_names, 3);
        in.skip(" ");
        m = in.one_of(month_names);
        in.skip(" ");
        if (in.ok && in.rest.starts_with(' '))
            in.skip(" "), d = in.number(1);
        else
            d = in.number(2);
        in.skip(" ");
        time = in.time_of_day();
        in.skip(" ");
        y = in.number(4);
    } else {
        bool const obsolete = comma > 3;
        auto const gap = obsolete ? "-" : " ";
        in.one_of(day_names, obsolete ? std::string_view::npos : 3);
        in.skip(", ");
        d = in.number(2);
        in.skip(gap);
        m = in.one_of(month_names);
        in.skip(gap);
        y = in.number(obsolete ? 2 : 4);
        if (obsolete) {
            int const latest = int{year_month_day{floor<days>(now)}.year()} + 50;
            y += latest - latest % 100;
            if (y > latest) y -= 100;
        }
        in.skip(" ");
        time = in.time_of_day();
        in.skip(" GMT");
    }
    auto const date = year{y} / (m + 1) / d;
    if (!in.ok || !in.rest.empty() || !date.ok()) return std::nullopt;
    return sys_days{date} + time;
}

} // namespace lakeproof::detail
