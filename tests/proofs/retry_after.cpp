// SPDX-License-Identifier: BSL-1.0
// Retry-After: every number of seconds, every short string, every date and time of day in all three forms, and every
// change of one byte of a date. The other side is a grammar in regular expressions, exact arithmetic, and a calendar
// that counts the days of each month.
#include <lakeproof/http.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace retry_after_test {

using namespace std::chrono;
using lakeproof::detail::parse_http_date;
using lakeproof::detail::parse_retry_after;
using lakeproof::detail::parse_retry_after_ms;
using time_of = std::optional<std::int64_t>; ///< seconds since 1970, or milliseconds to wait

constexpr std::int64_t longest = std::int64_t{365} * 24 * 60 * 60 * 1000;
constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr int days_in(int year, int month) {
    bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month] + (leap && month == 1);
}

/// The first day of each month of the years 0 to 9999, counted from 1970.
class calendar {
public:
    calendar() {
        std::int64_t n = 0;
        for (int year = 0; year < 10'000; ++year)
            for (int month = 0; month < 12; ++month) {
                first_.push_back(n);
                n += days_in(year, month);
            }
        auto const epoch = first_[1970 * 12];
        for (auto& first : first_) first -= epoch;
    }
    /// Seconds since 1970 of a day, if there is one.
    time_of operator()(int year, int month, int d) const {
        if (d < 1 || d > days_in(year, month)) return std::nullopt;
        return day * (first_[static_cast<std::size_t>(year * 12 + month)] + d - 1);
    }

private:
    std::vector<std::int64_t> first_{};
};

std::string digits(int n, std::size_t count) {
    auto text = std::to_string(n);
    return text.size() < count ? std::string(count - text.size(), '0') + text : text;
}
std::string clock_time(int h, int m, int s) { return digits(h, 2) + ':' + digits(m, 2) + ':' + digits(s, 2); }

/// RFC 9110's IMF-fixdate, rfc850-date and asctime-date.
enum class form { fixed, obsolete, asctime };
std::string written(form f, int year, int month, int d, std::string const& time) {
    std::string const name{months[static_cast<std::size_t>(month)]};
    switch (f) {
    case form::fixed: return "Sun, " + digits(d, 2) + ' ' + name + ' ' + digits(year, 4) + ' ' + time + " GMT";
    case form::obsolete:
        return "Sunday, " + digits(d, 2) + '-' + name + '-' + digits(year % 100, 2) + ' ' + time + " GMT";
    case form::asctime: break;
    }
    return "Sun " + name + ' ' + (d < 10 ? ' ' + std::to_string(d) : digits(d, 2)) + ' ' + time + ' ' + digits(year, 4);
}

/// The year with two last digits that is at most 50 years on.
int year_of(int last_digits, int this_year) {
    int year = this_year + 50;
    while (year % 100 != last_digits) --year;
    return year;
}

constexpr sys_seconds noon = sys_days{year{2026} / 11 / 23} + hours{12};

time_of parsed_date(std::string_view text, sys_seconds now = noon) {
    auto const time = parse_http_date(text, now);
    return time ? time_of{time->time_since_epoch().count()} : std::nullopt;
}
time_of waited(std::string_view text, sys_time<milliseconds> now = noon) {
    auto const wait = parse_retry_after(text, now);
    return wait ? time_of{wait->count()} : std::nullopt;
}

/// What is wrong is counted, and the first kept.
struct counter {
    std::size_t wrong = 0;
    std::string first{};
    void operator()(time_of const& got, time_of const& wanted, std::string_view text) {
        if (got != wanted && wrong++ == 0) first = text;
    }
    ~counter() { BOOST_TEST(wrong == 0u, wrong << ", first " << first); }
};

BOOST_AUTO_TEST_SUITE(retry_times)

BOOST_AUTO_TEST_CASE(every_number_of_seconds_and_milliseconds) {
    counter count;
    for (std::int64_t s = 0; s <= longest / 1000 + 1000; ++s) {
        auto const text = std::to_string(s);
        count(waited(text), std::min(1000 * s, longest), text);
    }
    for (std::int64_t ms = 0; ms < longest + 100'000; ms += ms % 1'000'000 < 1000 ? 1 : 9973) {
        auto const text = std::to_string(ms);
        count(parse_retry_after_ms(text)->count(), std::min(ms, longest), text);
    }
}

BOOST_AUTO_TEST_CASE(every_string_of_up_to_6_characters) {
    static std::regex const grammar{R"([ \t]*([0-9]+)(\.([0-9]+))?[ \t]*)"};
    counter count;
    std::string text;
    auto const expected = [&](std::int64_t unit) -> time_of {
        std::smatch parts;
        if (!std::regex_match(text, parts, grammar)) return std::nullopt;
        auto const fraction = parts[3].str();
        std::int64_t scale = 1;
        for (std::size_t i = 0; i < fraction.size(); ++i) scale *= 10;
        return (std::stoll(parts[1].str() + fraction) * unit + scale - 1) / scale; // rounded up
    };
    auto const visit = [&](auto const& self) -> void {
        count(waited(text), expected(1000), text);
        auto const ms = parse_retry_after_ms(text);
        count(ms ? time_of{ms->count()} : std::nullopt, expected(1), text);
        if (text.size() == 6) return;
        for (char const c : std::string_view{"0159. -,"}) {
            text.push_back(c);
            self(self);
            text.pop_back();
        }
    };
    visit(visit);
}

BOOST_AUTO_TEST_CASE(every_day_of_10000_years_in_all_forms) {
    calendar const days;
    counter count;
    std::string const time = "01:02:03";
    constexpr std::int64_t seconds_of_time = 3723;
    auto const plus_time = [](time_of t) { return t ? time_of{*t + seconds_of_time} : t; };
    for (int year = 0; year < 10'000; ++year)
        for (int month = 0; month < 12; ++month)
            for (int d = 0; d <= 32; ++d) {
                auto const expected = plus_time(days(year, month, d));
                for (auto const f : {form::fixed, form::asctime}) {
                    auto const text = written(f, year, month, d, time);
                    count(parsed_date(text), expected, text);
                }
            }
    // Two digits of a year stand for what is at most 50 years on.
    for (int const this_year : {1970, 1999, 2000, 2026, 2049, 2050, 2051, 2099})
        for (int last_digits = 0; last_digits < 100; ++last_digits)
            for (int month = 0; month < 12; ++month)
                for (int d = 0; d <= 32; ++d) {
                    auto const text = written(form::obsolete, last_digits, month, d, time);
                    auto const expected = plus_time(days(year_of(last_digits, this_year), month, d));
                    count(parsed_date(text, sys_days{year{this_year} / 7 / 1}), expected, text);
                }
}

BOOST_AUTO_TEST_CASE(every_time_of_day_in_all_forms) {
    counter count;
    auto const midnight = calendar{}(2026, 10, 23);
    for (int h = 0; h < 100; ++h)
        for (int m = 0; m < 100; ++m)
            for (int s = 0; s < 100; ++s) {
                bool const exists = h < 24 && m < 60 && s <= 60; // a leap second
                auto const expected = exists ? time_of{*midnight + h * 3600 + m * 60 + s} : std::nullopt;
                for (auto const f : {form::fixed, form::obsolete, form::asctime}) {
                    auto const text = written(f, 2026, 10, 23, clock_time(h, m, s));
                    count(parsed_date(text), expected, text);
                }
            }
}

BOOST_AUTO_TEST_CASE(every_byte_in_every_place_of_a_date) {
    // One blank and one digit are a day of asctime, too. The day of the week only has to be one.
    static std::string const time = "([0-9]{2}):([0-9]{2}):([0-9]{2})",
                             month = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
                             week = "(Sun|Mon|Tue|Wed|Thu|Fri|Sat)",
                             whole_week = "(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)";
    static std::regex const forms[] = {
        std::regex{week + ", ([0-9]{2}) " + month + " ([0-9]{4}) " + time + " GMT"},
        std::regex{whole_week + ", ([0-9]{2})-" + month + "-([0-9]{2}) " + time + " GMT"},
        std::regex{week + ' ' + month + " ( [0-9]|[0-9]{2}) " + time + " ([0-9]{4})"}};
    calendar const days;
    auto const expected = [&](std::string const& text) -> time_of {
        std::smatch p;
        for (std::size_t f = 0; f < 3; ++f) {
            if (!std::regex_match(text, p, forms[f])) continue;
            bool const asctime = f == 2;
            std::size_t const clock = asctime ? 4 : 5;
            int const d = std::stoi(p[asctime ? 3 : 2].str());
            auto const name = p[asctime ? 2 : 3].str();
            int const y = std::stoi(p[asctime ? 7 : 4].str());
            auto const part = [&](std::size_t i) { return std::stoi(p[clock + i].str()); };
            int const h = part(0), m = part(1), s = part(2);
            int n = 0;
            while (months[static_cast<std::size_t>(n)] != name) ++n;
            auto const date = days(f == 1 ? year_of(y, 2026) : y, n, d);
            if (!date || h > 23 || m > 59 || s > 60) return std::nullopt;
            return *date + h * 3600 + m * 60 + s;
        }
        return std::nullopt;
    };
    counter count;
    for (auto const f : {form::fixed, form::obsolete, form::asctime})
        for (int const d : {6, 28}) {
            auto const date = written(f, 2004, 1, d, "08:49:37");
            count(parsed_date(date), expected(date), date);
            for (char const c : std::string_view{" ,0Z\0\xff", 6})
                count(parsed_date(date + c), expected(date + c), date + c);
            for (std::size_t at = 0; at < date.size(); ++at) {
                auto less = date, more = date, other = date;
                less.erase(at, 1);
                count(parsed_date(less), expected(less), less);
                more.insert(at, 1, ' ');
                for (int b = 0; b < 256; ++b) {
                    more[at] = static_cast<char>(b);
                    count(parsed_date(more), expected(more), more);
                    other[at] = static_cast<char>(b);
                    count(parsed_date(other), expected(other), other);
                }
            }
        }
}

BOOST_AUTO_TEST_CASE(a_date_is_a_time_to_wait) {
    counter count;
    auto const at = [](std::int64_t second) {
        auto const time = noon + seconds{second};
        auto const date = floor<days>(time);
        year_month_day const d{date};
        auto const s = static_cast<int>((time - date).count());
        return written(form::fixed, int{d.year()}, static_cast<int>(unsigned{d.month()}) - 1,
                       static_cast<int>(unsigned{d.day()}), clock_time(s / 3600, s / 60 % 60, s % 60));
    };
    constexpr std::int64_t last = longest / 1000;
    // Every second of the first day and around the last, and else one of 61.
    for (auto second = -day; second <= last + day; second += second < day || second > last - 1000 ? 1 : 61) {
        auto const text = at(second);
        for (int const ms : {0, 1, 999}) {
            auto const wait = 1000 * second - ms;
            count(waited(text, noon + milliseconds{ms}), wait < 0 ? 0 : std::min(wait, longest), text);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace retry_after_test
