// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise_test {

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

struct told {
    http::error_cause cause;
    http::next_step step;
    retry how;
    std::int64_t minutes; ///< in all; 0 for no bound
    std::string_view name;
    std::string_view message;
    std::string_view resource_type = {};
    int status = 0;
};
using enum http::error_cause;
using enum http::next_step;

// Of CreateCustomLogSource.
constexpr told of_create[] = {
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", "acme-edr exists"},
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", ""},
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException",
     "A custom log source named 'acme-edr' already exists", "CustomLogSource"},
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", "Another change of the data lake is running"},
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", "a create is IN PROGRESS."},
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", "A previous write has not reached this host",
     "CustomLogSource"},
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", "The lake is being updated. Please try again"},
    {leftover_crawler, delete_crawler, retry::never, 0, "ConflictException",
     "arn:aws:glue:us-east-1:123456789012:crawler/acme-edr already exists"},
    {leftover_crawler, delete_crawler, retry::never, 0, "ConflictException", "Crawler with name a already exists"},
    {leftover_crawler, delete_crawler, retry::never, 0, "ConflictException", "a exists", "Crawler"},
    // What a source is called tells nothing.
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", "'crawler' already exists"},
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", "\"being\" already exists"},
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", "crawler-logs already exists"},
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", "crawler_2 and my-crawler exist"},
    {name_taken, list_sources, retry::with_backoff, 2, "ConflictException", "crawlers and 1crawler exist"},
    {leftover_crawler, delete_crawler, retry::never, 0, "ConflictException", "crawlers, and then a crawler"},
    {role_not_propagated, wait, retry::with_backoff, 1, "BadRequestException",
     "The role arn:aws:iam::123456789012:role/Crawler does not exist"},
    {role_not_propagated, wait, retry::with_backoff, 1, "BadRequestException", "Cannot assume role"},
    {bad_request, correct_request, retry::never, 0, "BadRequestException", "The name acme-role is reserved"},
    {bad_request, correct_request, retry::never, 0, "BadRequestException",
     "1 validation error detected: Value 'role' at 'sourceName' failed to satisfy constraint: no role is called so"},
    {bad_request, correct_request, retry::never, 0, "BadRequestException", "", "role-name"},
    {lake_not_enabled, enable_lake, retry::never, 0, "ResourceNotFoundException", "The data lake does not exist"},
    {lake_not_enabled, enable_lake, retry::never, 0, "ResourceNotFoundException", ""},
    {lake_not_enabled, enable_lake, retry::never, 0, "UnauthorizedException", "Unauthorized"},
    {operation_unknown, check_endpoint, retry::never, 0, "AccessDeniedException",
     "Unable to determine service/operation name to be authorized"},
    {operation_unknown, check_endpoint, retry::never, 0, "",
     "Unable to determine service/operation name to be authorized", {}, 403},
    {access_denied, request_permission, retry::never, 0, "AccessDeniedException", "not authorized to iam:PassRole"},
    {throttled, wait, retry::with_backoff, 0, "ThrottlingException", "Rate exceeded"},
    {throttled, wait, retry::with_backoff, 0, "TooManyRequestsException", "", {}, 429},
    {server_fault, wait, retry::again, 0, "InternalServerException", "crawler, role, enabled"},
    {unavailable, wait, retry::with_backoff, 0, "", "", {}, 503},
    {unknown, read_message, retry::never, 0, "TeapotException", "crawler, role, enabled", {}, 418},
};

constexpr told of_delete[] = {
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", ""},
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", "the crawler exists already"},
    {source_not_found, none, retry::never, 0, "ResourceNotFoundException", "no source acme-edr in the data lake"},
    {source_not_found, none, retry::never, 0, "ResourceNotFoundException", "", "CustomLogSource"},
    {lake_not_enabled, enable_lake, retry::never, 0, "ResourceNotFoundException", "", "DataLake"},
    {lake_not_enabled, enable_lake, retry::never, 0, "ResourceNotFoundException", "Security Lake isn't enabled"},
    {lake_not_enabled, enable_lake, retry::never, 0, "ResourceNotFoundException", "There is no data lake here"},
    {bad_request, correct_request, retry::never, 0, "BadRequestException", "a role is at fault"},
    {operation_unknown, check_endpoint, retry::never, 0, "AccessDeniedException",
     "Unable to determine service/operation name to be authorized."},
};

constexpr told of_list[] = {
    {lake_not_enabled, enable_lake, retry::never, 0, "ResourceNotFoundException", ""},
    {lake_not_enabled, enable_lake, retry::never, 0, "UnauthorizedException", ""},
    {lake_changing, wait, retry::with_backoff, 2, "ConflictException", "a crawler"},
    {bad_request, correct_request, retry::never, 0, "BadRequestException", "a role"},
};

struct own_operation {
    using input = operations::delete_custom_log_source::input;
    using output = create_custom_log_source_response;
    static constexpr http_binding binding{"GET", "/sources/{sourceName}{?sourceVersion}"};
};
constexpr told of_own_operation[] = {
    {conflict, wait, retry::with_backoff, 0, "ConflictException", "another crawler"},
    {not_found, correct_request, retry::never, 0, "ResourceNotFoundException", "no data lake"},
    {bad_request, correct_request, retry::never, 0, "BadRequestException", "a role"},
    {unknown, read_message, retry::never, 0, "UnauthorizedException", ""},
    {server_fault, wait, retry::again, 0, "InternalServerException", ""},
};

template <operation Op, std::size_t N>
void hold(Op op, told const (&rows)[N]) {
    for (auto const& row : rows) {
        http::service_error e{.name = std::string{row.name}, .status = row.status};
        if (!row.message.empty()) e.details.message = row.message;
        if (!row.resource_type.empty()) e.details.resource_type = row.resource_type;
        auto const advice = http::advise(e, op, milliseconds{250});
        BOOST_TEST_CONTEXT(row.name << ": " << row.message << row.resource_type) {
            BOOST_TEST((advice.cause == row.cause), advice.reason);
            BOOST_TEST((advice.step == row.step), advice.reason);
            BOOST_TEST((advice.how == row.how), advice.reason);
            BOOST_TEST(advice.after.count() == (row.how == retry::never ? 0 : 250));
            BOOST_TEST((advice.in_all == (row.minutes == 0 ? std::optional<milliseconds>{}
                                                           : std::chrono::minutes{row.minutes})));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_cause_is_told_by_the_operation_and_the_message) {
    hold(operations::create_custom_log_source{}, of_create);
    hold(operations::delete_custom_log_source{}, of_delete);
    hold(operations::list_log_sources{}, of_list);
    hold(own_operation{}, of_own_operation);
}

BOOST_AUTO_TEST_CASE(without_an_operation_it_is_that_of_create) {
    for (auto const& row : of_create) {
        http::service_error const e{.name = std::string{row.name},
                                    .status = row.status,
                                    .details = {.message = std::string{row.message}},
                                    .retry_after = milliseconds{700}};
        BOOST_TEST((http::advise(e, milliseconds{300}) ==
                    http::advise(e, operations::create_custom_log_source{}, milliseconds{300})));
    }
}

BOOST_AUTO_TEST_CASE(a_body_that_is_no_json_may_tell_the_cause) {
    std::vector<http::header> const none{};
    auto const got = http::decode_response<operations::list_log_sources>(
        403, none, "<Message>Unable to determine service/operation name to be authorized</Message>");
    BOOST_TEST((http::advise(*got.error(), operations::list_log_sources{}).cause == operation_unknown));
}

BOOST_AUTO_TEST_CASE(what_our_own_servers_answer_is_told) {
    auto const got = json::check_request("{}");
    BOOST_TEST((http::advise(http::bad_request(got)).cause == bad_request));
    BOOST_TEST((http::advise(http::bad_request(got, http::wording::smithy)).cause == bad_request));
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

} // namespace advise_test
