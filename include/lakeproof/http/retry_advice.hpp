// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/service_error.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

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

} // namespace detail

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
    std::string_view reason; ///< in a sentence, from the documentation

    friend constexpr bool operator==(retry_advice const&, retry_advice const&) = default;
};

/// Whether to send the request again, and after how long.
///
/// ConflictException: with backoff, as the API reference recommends. ThrottlingException: after its
/// `Retry-After`, or with backoff where there is none. InternalServerException: again, as it asks.
/// The other three never. An error that the API reference does not know is judged by its status:
/// 429, 500, 502, 503 and 504 are transient, no other is. A `Retry-After` of 0 is no leave for a hot
/// loop: with backoff.
///
/// `backoff` is how long the caller would wait by itself before this try. No service and no proxy can
/// put a client to sleep: the wait is within 5 seconds above it, as botocore has it (retries/standard.py);
/// what was sent is in `e.retry_after`.
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
    auto const after = detail::wait_of(e.retry_after, backoff);
    bool const timed = e.retry_after > std::chrono::milliseconds{0};
    auto const paced = timed ? retry::again : retry::with_backoff;
    if (auto const c = e.code()) {
        switch (*c) {
        case service_error_code::access_denied:
            return {retry::never, {}, "the caller lacks a permission"};
        case service_error_code::bad_request:
            return {retry::never, {}, "the request itself is at fault"};
        case service_error_code::conflict:
            return {retry::with_backoff, after,
                    "an earlier write may not have reached every host yet"};
        case service_error_code::internal_server:
            return {e.retry_after ? paced : retry::again, after,
                    "the cause may be gone the next time"};
        case service_error_code::resource_not_found:
            return {retry::never, {}, "what the request names does not exist"};
        case service_error_code::throttling:
            return {paced, after, "there were too many requests in a second"};
        }
    }
    switch (e.status) {
    case 429:
    case 500:
    case 502:
    case 503:
    case 504: return {paced, after, "the status is one of a passing failure"};
    default: return {retry::never, {}, "neither the name nor the status is known to pass"};
    }
}

} // namespace http

} // namespace lakeproof
