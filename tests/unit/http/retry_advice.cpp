// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace retry_advice_test {

using namespace lakeproof;
using http::retry;
using std::chrono::milliseconds;

struct advised {
    std::string_view name;
    int status;
    retry how;
    retry how_after; ///< with a retry time
    bool keeps_time;
};

constexpr advised rows[] = {
    {"AccessDeniedException", 403, retry::never, retry::never, false},
    {"BadRequestException", 400, retry::never, retry::never, false},
    {"ConflictException", 409, retry::with_backoff, retry::with_backoff, true},
    {"InternalServerException", 500, retry::again, retry::again, true},
    {"ResourceNotFoundException", 404, retry::never, retry::never, false},
    {"ThrottlingException", 429, retry::with_backoff, retry::again, true},
    // The name counts before the status.
    {"BadRequestException", 503, retry::never, retry::never, false},
    {"ConflictException", 400, retry::with_backoff, retry::with_backoff, true},
    {"UnauthorizedException", 401, retry::never, retry::never, false},
    {"", 400, retry::never, retry::never, false},
    {"", 302, retry::never, retry::never, false},
    {"", 429, retry::with_backoff, retry::again, true},
    {"", 500, retry::with_backoff, retry::again, true},
    {"", 501, retry::never, retry::never, false},
    {"", 502, retry::with_backoff, retry::again, true},
    {"ServiceUnavailable", 503, retry::with_backoff, retry::again, true},
    {"", 504, retry::with_backoff, retry::again, true},
};

BOOST_AUTO_TEST_SUITE(advice)

BOOST_AUTO_TEST_CASE(whether_and_after_how_long) {
    for (auto const& row : rows) {
        http::service_error e{.name = std::string{row.name}, .status = row.status};
        auto const without = http::advise(e);
        BOOST_TEST((without.how == row.how), row.name << ' ' << row.status);
        BOOST_TEST(without.after.count() == 0);
        BOOST_TEST(!without.reason.empty());
        e.retry_after = milliseconds{1500};
        auto const with = http::advise(e);
        BOOST_TEST((with.how == row.how_after), row.name << ' ' << row.status);
        BOOST_TEST(with.after.count() == (row.keeps_time ? 1500 : 0));
    }
}

BOOST_AUTO_TEST_CASE(no_wait_named_is_no_hot_loop) {
    for (auto const& row : rows) {
        http::service_error const e{
            .name = std::string{row.name}, .status = row.status, .retry_after = milliseconds{0}};
        auto const advice = http::advise(e, milliseconds{300});
        bool const never = row.how == retry::never;
        BOOST_TEST((advice.how == (never ? retry::never : retry::with_backoff)),
                   row.name << ' ' << row.status);
        BOOST_TEST(advice.after.count() == (never ? 0 : 300));
    }
}

struct waited {
    std::optional<std::int64_t> named;
    std::int64_t backoff;
    std::int64_t after;
};
constexpr auto longest = milliseconds::max().count();
constexpr auto shortest = milliseconds::min().count();
constexpr waited waits[] = {
    {std::nullopt, 0, 0},
    {std::nullopt, 700, 700},
    {std::nullopt, longest, longest},
    {std::nullopt, -1, 0},
    {0, 0, 0},
    {0, 700, 700},
    {1500, 0, 1500},
    {1500, 700, 1500},
    {1500, 1500, 1500},
    {1500, 1501, 1501},
    {1500, longest, longest},
    {5000, 0, 5000},
    {5001, 0, 5000},
    {5700, 700, 5700},
    {5701, 700, 5700},
    {31'536'000'000, 0, 5000},
    {31'536'000'000, 20'000, 25'000},
    {longest, 0, 5000},
    {longest, shortest, 5000},
    {longest, longest, longest},
    {longest, longest - 1, longest},
    {shortest, 0, 0},
    {shortest, shortest, 0},
    {shortest, longest, longest},
};

BOOST_AUTO_TEST_CASE(a_wait_is_within_five_seconds_above_the_backoff) {
    for (auto const& row : waits) {
        auto e = http::make_service_error(service_error_code::throttling, "slow down");
        if (row.named) e.retry_after = milliseconds{*row.named};
        BOOST_TEST(http::advise(e, milliseconds{row.backoff}).after.count() == row.after,
                   row.named.value_or(-1) << ", " << row.backoff);
    }
}

BOOST_AUTO_TEST_CASE(faults_of_errors_that_nobody_documents) {
    auto const fault = [](std::string name, int status) {
        return http::service_error{.name = std::move(name), .status = status}.fault();
    };
    BOOST_TEST((fault("", 502) == service_fault::server));
    BOOST_TEST((fault("UnauthorizedException", 401) == service_fault::client));
    BOOST_TEST((fault("ConflictException", 500) == service_fault::client));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace retry_advice_test
