// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/service_error.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// Whether sending the same request again makes sense.
enum class retry : std::uint8_t {
    never,        ///< it will fail the same way
    again,        ///< at once
    with_backoff, ///< after waits that grow from try to try
};

/// What to do after an error, as data: Lakeproof neither sleeps nor loops.
struct retry_advice {
    retry how;
    /// How long to wait at least; 0 where the service named no time.
    std::chrono::milliseconds after;
    std::string_view reason; ///< in a sentence, from the documentation

    friend constexpr bool operator==(retry_advice const&, retry_advice const&) = default;
};

/// Whether to send the request again, and after how long.
///
/// ConflictException: with backoff, as the API reference recommends. ThrottlingException: after its
/// `Retry-After`, or with backoff where there is none. InternalServerException: again, as it asks.
/// The other three never. An error that the API reference does not know is judged by its status:
/// 429, 500, 502, 503 and 504 are transient, no other is.
/// \code
/// auto const advice = lakeproof::http::advise(lakeproof::http::make_service_error(
///     lakeproof::service_error_code::conflict, "acme-edr exists"));
/// if (advice.how != lakeproof::http::retry::never) use(advice.after);
/// \endcode
[[nodiscard]] inline retry_advice advise(service_error const& e) noexcept {
    auto const after = e.retry_after.value_or(std::chrono::milliseconds{0});
    auto const paced = e.retry_after ? retry::again : retry::with_backoff;
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
            return {retry::again, after, "the cause may be gone the next time"};
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

} // namespace lakeproof::http
