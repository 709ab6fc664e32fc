// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/cause_of.hpp>
#include <lakeproof/http/error_cause.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/model/operations.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace http {

/// Whether sending the same request again makes sense.
enum class retry : std::uint8_t {
    never,        ///< it will fail the same way
    again,        ///< after the time that the service named, or at once
    with_backoff, ///< after waits that grow from try to try
};

/// What to do after an error, as data: Lakeproof neither sleeps nor loops.
struct retry_advice {
    retry how;
    /// How long to wait: the time that the service named, but at least the caller's own backoff and
    /// at most 5 seconds more.
    std::chrono::milliseconds after;
    std::string_view reason; ///< the cause and what to do, in a sentence

    error_cause cause = error_cause::unknown;
    next_step step = next_step::read_message; ///< before or instead of another try
    /// How long to go on trying, from the first try to the last, where the cause is known to pass by then.
    std::optional<std::chrono::milliseconds> in_all{};

    friend constexpr bool operator==(retry_advice const&, retry_advice const&) = default;
};

} // namespace http

namespace detail {

/// The longest that a service can add to a client's own backoff. Source: botocore 1.43, retries/standard.py.
inline constexpr std::chrono::milliseconds longest_added_wait = std::chrono::seconds{5};

/// How long to wait: what the service named, within the bounds that the client's own backoff sets. Nothing
/// overflows, whatever both are.
constexpr std::chrono::milliseconds wait_of(std::optional<std::chrono::milliseconds> named,
                                            std::chrono::milliseconds backoff) noexcept {
    backoff = std::max(backoff, std::chrono::milliseconds{0});
    if (!named || *named <= backoff) return backoff;
    return backoff + std::min(*named - backoff, longest_added_wait);
}

using http::next_step, http::retry, std::chrono::minutes;

/// What to do about a cause.
struct cause_row {
    error_cause cause;
    next_step step;
    retry how;
    retry how_timed; ///< where the service named a time
    std::chrono::seconds in_all;
    std::string_view reason;
};

/// By `error_cause`. Two minutes: as Terraform's provider retries a Conflict. A minute: a role takes 10 to 60 seconds
/// to be seen everywhere. Both exceptions that pass: as the API reference has it.
inline constexpr cause_row cause_table[] = {
    {error_cause::name_taken, next_step::list_sources, retry::with_backoff, retry::with_backoff, minutes{2},
     "a source of that name exists, maybe by an earlier try of yours: list the sources, and if it is not there, try "
     "again for two minutes at most"},
    {error_cause::lake_changing, next_step::wait, retry::with_backoff, retry::with_backoff, minutes{2},
     "the lake is being changed, and takes one change at a time: try again with backoff, for two minutes in all"},
    {error_cause::leftover_crawler, next_step::delete_crawler, retry::never, retry::never, {},
     "the Glue crawler of a deleted source of that name is still there: delete the crawler, then create the source"},
    {error_cause::role_not_propagated, next_step::wait, retry::with_backoff, retry::with_backoff, minutes{1},
     "the crawler role does not exist, or not yet everywhere: make sure of its ARN, and try again within a minute of "
     "its creation"},
    {error_cause::lake_not_enabled, next_step::enable_lake, retry::never, retry::never, {},
     "there is no data lake of this account in the Region: enable Security Lake there"},
    {error_cause::operation_unknown, next_step::check_endpoint, retry::never, retry::never, {},
     "the endpoint knows no such operation: enable Security Lake in that Region, or mend the host, the method or the "
     "path"},
    {error_cause::source_not_found, next_step::none, retry::never, retry::never, {},
     "there is no such source, or none of that version: if an earlier try deleted it, all is done"},
    {error_cause::access_denied, next_step::request_permission, retry::never, retry::never, {},
     "the caller lacks a permission: besides the operation's own, a Create needs iam:PassRole on the crawler role, AWS "
     "Glue and administration of the lake in Lake Formation"},
    {error_cause::bad_request, next_step::correct_request, retry::never, retry::never, {},
     "the request itself is at fault: correct what the message names"},
    {error_cause::conflict, next_step::wait, retry::with_backoff, retry::with_backoff, {},
     "an earlier write may not have reached every host yet: try again with backoff"},
    {error_cause::not_found, next_step::correct_request, retry::never, retry::never, {},
     "what the request names does not exist: correct the name, or create it first"},
    {error_cause::throttled, next_step::wait, retry::with_backoff, retry::again, {},
     "there were too many requests in a second: try again, more slowly"},
    {error_cause::server_fault, next_step::wait, retry::again, retry::again, {},
     "the service failed, and may not the next time: try again"},
    {error_cause::unavailable, next_step::wait, retry::with_backoff, retry::again, {},
     "the status is one of a passing failure: try again with backoff"},
    {error_cause::unknown, next_step::read_message, retry::never, retry::never, {},
     "neither the name nor the status is known to pass: read the message"},
};

consteval bool in_order_of_causes() noexcept {
    for (std::size_t i = 0; i < std::size(cause_table); ++i)
        if (static_cast<std::size_t>(cause_table[i].cause) != i) return false;
    return true;
}
static_assert(in_order_of_causes());

inline http::retry_advice advise_about(http::service_error const& e, std::uint8_t operation,
                                       std::chrono::milliseconds backoff) noexcept {
    auto const cause = cause_of(e, operation);
    auto const& row = cause_table[static_cast<std::size_t>(cause)];
    http::retry_advice advice{row.how, {}, row.reason, cause, row.step};
    if (row.how == retry::never) return advice;
    if (e.retry_after) advice.how = e.retry_after > std::chrono::milliseconds{0} ? row.how_timed : retry::with_backoff;
    advice.after = wait_of(e.retry_after, backoff);
    if (row.in_all > row.in_all.zero()) advice.in_all = row.in_all;
    return advice;
}

} // namespace detail

namespace http {

/// Why an operation failed, whether to send the request again, after how long, and what to do before.
///
/// The cause is told by the exception, the operation and, of those that have several, the message: a Conflict of
/// CreateCustomLogSource is a taken name, a lake that is being changed, or the crawler of a deleted source; its
/// BadRequestException about a role passes once the role is seen everywhere. AWS words its messages as it likes, so
/// `cause` is the likeliest one, not a promise.
///
/// ConflictException: with backoff, as the API reference recommends. ThrottlingException: after its
/// `Retry-After`, or with backoff where there is none. InternalServerException: again, as it asks.
/// An error that the API reference does not know is judged by its status:
/// 429, 500, 502, 503 and 504 are transient, no other is. A `Retry-After` of 0 is no leave for a hot
/// loop: with backoff.
///
/// `backoff` is how long the caller would wait by itself before this try. No service and no proxy can
/// put a client to sleep: the wait is within 5 seconds above it, as botocore has it (retries/standard.py);
/// what was sent is in `e.retry_after`. Linear in the message.
/// \code
/// auto const busy = lakeproof::http::make_service_error(
///     lakeproof::service_error_code::conflict, "Another change of the data lake is in progress");
/// auto const advice = lakeproof::http::advise(busy, lakeproof::operations::delete_custom_log_source{});
/// if (advice.cause == lakeproof::http::error_cause::lake_changing) std::cerr << advice.reason;
/// \endcode
template <operation Op>
[[nodiscard]] retry_advice advise(service_error const& e, Op, std::chrono::milliseconds backoff = {}) noexcept {
    return detail::advise_about(e, detail::bit_of_operation<Op>(), backoff);
}

/// The same of CreateCustomLogSource.
/// \code
/// auto const error = lakeproof::http::make_service_error(
///     lakeproof::service_error_code::conflict, "acme-edr exists");
/// for (std::chrono::milliseconds backoff{500}; backoff < std::chrono::minutes{1}; backoff *= 2)
///     if (auto const advice = lakeproof::http::advise(error, backoff);
///         advice.how != lakeproof::http::retry::never)
///         use(advice.after);
/// \endcode
[[nodiscard]] inline retry_advice advise(service_error const& e,
                                         std::chrono::milliseconds backoff = {}) noexcept {
    return advise(e, operations::create_custom_log_source{}, backoff);
}

} // namespace http

} // namespace lakeproof
