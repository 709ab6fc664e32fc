// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include "../../../support/twice.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retry_after_test {

using namespace lakeproof;
using namespace std::chrono;
using test::twice;
using test::twice_for_each;

constexpr sys_seconds noon = sys_days{year{2026} / 11 / 23} + hours{12};
constexpr std::int64_t nothing = -1;
constexpr std::int64_t longest = 365 * std::int64_t{86'400'000};

struct waited {
    std::string_view text;
    std::int64_t milliseconds;
};

constexpr std::int64_t count(std::optional<milliseconds> const& d) {
    return d ? d->count() : nothing;
}

constexpr waited seconds_texts[] = {
    {"0", 0},
    {"1", 1000},
    {"120", 120'000},
    {"00007", 7000},
    {" 5\t", 5000},
    {"1.5", 1500},
    {"0.25", 250},
    {"2.000", 2000},
    {"0.0001", 1},
    {"0.9999999999999999999999999999", 1000},
    {"31536000", longest},
    {"31535999.9999", longest},
    {"31536001", longest},
    {"31536000.5", longest},
    {"9223372036854775807", longest},
    {"18446744073709551617", longest},
    {"99999999999999999999999999999999999999999999999999.9", longest},
    {"-1", nothing},
    {"-0", nothing},
    {"-0.5", nothing},
    {"+1", nothing},
    {"", nothing},
    {" ", nothing},
    {".", nothing},
    {".5", nothing},
    {"5.", nothing},
    {"1.5.5", nothing},
    {"1,5", nothing},
    {"1e3", nothing},
    {"0x10", nothing},
    {"1 2", nothing},
    {"1s", nothing},
    {"five", nothing},
    {"NaN", nothing},
    {"inf", nothing},
    {"\xd9\xa1", nothing},
    {std::string_view{"1\0", 2}, nothing},
    {"1\r\nX: 1", nothing},
};

/// Counted from noon of 2026-11-23, a Monday.
constexpr waited dates[] = {
    {"Mon, 23 Nov 2026 12:00:00 GMT", 0},
    {"Mon, 23 Nov 2026 12:00:01 GMT", 1000},
    {"Mon, 23 Nov 2026 12:02:00 GMT", 120'000},
    {"Tue, 24 Nov 2026 12:00:00 GMT", 86'400'000},
    {"  Mon, 23 Nov 2026 12:02:00 GMT ", 120'000},
    {"Mon, 23 Nov 2026 11:59:59 GMT", 0},
    {"Sun, 06 Nov 1994 08:49:37 GMT", 0},
    {"Mon, 23 Nov 2026 12:00:60 GMT", 60'000}, // a leap second
    {"Fri, 31 Dec 9999 23:59:59 GMT", longest},
    // The obsolete forms.
    {"Monday, 23-Nov-26 12:02:00 GMT", 120'000},
    {"Sunday, 06-Nov-94 08:49:37 GMT", 0},
    {"Tuesday, 31-Dec-76 00:00:00 GMT", longest}, // 50 years on: 2076
    {"Thursday, 31-Dec-77 00:00:00 GMT", 0},      // 51 years on, so it is 1977
    {"Mon Nov 23 12:02:00 2026", 120'000},
    {"Sun Nov  6 08:49:37 1994", 0},
    {"Tue Dec  1 12:00:00 2026", 8 * std::int64_t{86'400'000}},
    // What is no date.
    {"Mon, 23 Nov 2026 12:02:00", nothing},
    {"Mon, 23 Nov 2026 12:02:00 UTC", nothing},
    {"Mon, 23 Nov 2026 12:02:00 +0000", nothing},
    {"Mon, 23 Nov 2026 12:02:00 GMT+1", nothing},
    {"Mon, 23 nov 2026 12:02:00 GMT", nothing},
    {"mon, 23 Nov 2026 12:02:00 GMT", nothing},
    {"Xyz, 23 Nov 2026 12:02:00 GMT", nothing},
    {"Mon,23 Nov 2026 12:02:00 GMT", nothing},
    {"Mon, 3 Nov 2026 12:02:00 GMT", nothing},
    {"Mon, 23-Nov-2026 12:02:00 GMT", nothing},
    {"Mon, 31 Nov 2026 12:02:00 GMT", nothing},
    {"Sun, 29 Feb 2026 12:02:00 GMT", nothing},
    {"Sun, 00 Nov 2026 12:02:00 GMT", nothing},
    {"Mon, 23 Nov 2026 24:00:00 GMT", nothing},
    {"Mon, 23 Nov 2026 12:60:00 GMT", nothing},
    {"Mon, 23 Nov 2026 12:00:61 GMT", nothing},
    {"Mon, 23 Nov 2026 1:02:00 GMT", nothing},
    {"Mon, 23 Nov -026 12:02:00 GMT", nothing},
    {"Monday, 23-Nov-2026 12:02:00 GMT", nothing},
    {"Monday, 23 Nov 26 12:02:00 GMT", nothing},
    {"Mon Nov 23 12:02:00 26", nothing},
    {"Mon Nov 23 12:02:00 2026 GMT", nothing},
    {"Mon Nov   3 12:02:00 2026", nothing},
    {"2026-11-23T12:02:00Z", nothing},
    {",", nothing},
    {"Mon,", nothing},
    {"Mon, 23 Nov 2026 12:02:00 GMT\r\n", nothing},
};

constexpr waited millisecond_texts[] = {
    {"0", 0},
    {"1500", 1500},
    {" 250 ", 250},
    {"1500.2", 1501},
    {"31536000001", longest},
    {"-1", nothing},
    {"1500ms", nothing},
    {"", nothing},
    {"Mon, 23 Nov 2026 12:02:00 GMT", nothing},
};

std::optional<milliseconds> of_error(std::vector<http::header> const& headers) {
    return http::decode_response(429, headers, "{}", {}, noon).error()->retry_after;
}

BOOST_AUTO_TEST_SUITE(retry_times)

BOOST_AUTO_TEST_CASE(seconds_whole_and_decimal) {
    twice_for_each<seconds_texts>([](waited const& w) {
        return count(detail::parse_retry_after(w.text, noon)) == w.milliseconds;
    });
}

BOOST_AUTO_TEST_CASE(http_dates_in_all_three_forms) {
    twice_for_each<dates>([](waited const& w) {
        return count(detail::parse_retry_after(w.text, noon)) == w.milliseconds;
    });
}

BOOST_AUTO_TEST_CASE(the_three_forms_name_one_time) {
    twice([] {
        constexpr auto then = sys_days{year{1994} / 11 / 6} + hours{8} + minutes{49} + seconds{37};
        return detail::parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT", noon) == then &&
               detail::parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", noon) == then &&
               detail::parse_http_date("Sun Nov  6 08:49:37 1994", noon) == then;
    });
}

BOOST_AUTO_TEST_CASE(milliseconds_of_aws) {
    twice_for_each<millisecond_texts>([](waited const& w) {
        return count(detail::parse_retry_after_ms(w.text)) == w.milliseconds;
    });
}

BOOST_AUTO_TEST_CASE(a_date_is_counted_to_the_millisecond) {
    twice([] {
        return count(detail::parse_retry_after("Mon, 23 Nov 2026 12:00:01 GMT",
                                               noon + milliseconds{1})) == 999;
    });
}

BOOST_AUTO_TEST_CASE(the_date_of_every_day_of_four_centuries) {
    std::string text;
    for (auto day = sys_days{year{1900} / 1 / 1}; day < sys_days{year{2300} / 1 / 1};
         day += days{1}) {
        year_month_day const date{day};
        text = "Sun, ";
        text += static_cast<char>('0' + unsigned{date.day()} / 10);
        text += static_cast<char>('0' + unsigned{date.day()} % 10);
        text += ' ';
        text += detail::month_names[unsigned{date.month()} - 1];
        text += ' ' + std::to_string(int{date.year()}) + " 01:02:03 GMT";
        if (detail::parse_http_date(text, noon) != day + hours{1} + minutes{2} + seconds{3})
            BOOST_TEST(false, text);
    }
}

/// Run under UBSan, too: at the ends of the clock and of the calendar nothing overflows.
BOOST_AUTO_TEST_CASE(no_time_overflows) {
    using clock = system_clock;
    for (auto const now : {clock::time_point::min(), clock::time_point{}, clock::time_point::max()})
        for (std::string const value :
             {"Mon, 01 Jan 0000 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:60 GMT",
              "Friday, 31-Dec-00 23:59:60 GMT", "Friday, 31-Dec-99 23:59:60 GMT",
              "99999999999999999999999999999999999.999999999999999999999"}) {
            std::vector<http::header> const headers{{"Retry-After", value},
                                                    {"x-amz-retry-after", "x" + value}};
            auto const got =
                http::decode_response(429, headers, "{}", {}, now).error()->retry_after;
            BOOST_TEST((!got || (got->count() >= 0 && got->count() <= longest)), value);
        }
}

BOOST_AUTO_TEST_CASE(milliseconds_come_before_seconds_if_they_are_a_number) {
    BOOST_TEST(count(of_error({{"Retry-After", "2"}, {"X-AMZ-Retry-After", "1500"}})) == 1500);
    BOOST_TEST(count(of_error({{"x-amz-retry-after", "soon"}, {"retry-after", "2"}})) == 2000);
    BOOST_TEST(count(of_error({{"RETRY-AFTER", "Mon, 23 Nov 2026 12:02:00 GMT"}})) == 120'000);
    BOOST_TEST(count(of_error({{"retry-after", "-3"}})) == nothing);
    BOOST_TEST(count(of_error({{"retry-after", "later"}})) == nothing);
    BOOST_TEST(count(of_error({})) == nothing);
    BOOST_TEST(count(of_error({{"retry-after", "1"}, {"retry-after", "2"}})) == 1000);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace retry_after_test
