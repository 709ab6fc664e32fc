// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/binding.hpp>
#include <lakeproof/http/detail/header_range.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// The HTTP response that carries an error, as AWS's services send it.
///
/// The name travels in `X-Amzn-ErrorType`, the details as the JSON body, a retry time in
/// `Retry-After`, rounded up to seconds, and, if it isn't whole seconds, also as
/// `x-amz-retry-after` in milliseconds. An error with a `body` of its own sends that, byte for
/// byte, with its `content_type`: a gateway passes on what it got. Control characters in what
/// becomes a header are sent as spaces. A status that a client could not take for a failure (below
/// 300, above 999) is sent as 500.
///
/// Throws `std::bad_alloc` only.
/// \code
/// auto const busy = lakeproof::http::make_service_error(
///     lakeproof::service_error_code::throttling, "Rate exceeded");
/// send(lakeproof::http::encode(busy)); // 429, X-Amzn-ErrorType: ThrottlingException
/// \endcode
[[nodiscard]] inline response_message encode(service_error const& e) {
    using namespace std::chrono;
    response_message m{.status = e.status < 300 || e.status > 999 ? 500 : e.status,
                       .headers = {},
                       .body = e.body.empty() ? json::serialize(e.details) : e.body};
    auto const add = [&m](std::string name, std::string_view value) {
        if (auto text = detail::header_text(value); !text.empty())
            m.headers.push_back({std::move(name), std::move(text)});
    };
    add("Content-Type", e.body.empty() ? create_custom_log_source.content_type : e.content_type);
    add("X-Amzn-ErrorType", e.name);
    add("x-amzn-RequestId", e.request_id);
    if (e.retry_after && *e.retry_after >= milliseconds{0}) {
        auto const whole = ceil<seconds>(*e.retry_after);
        add("Retry-After", std::to_string(whole.count()));
        if (whole != *e.retry_after)
            add("x-amz-retry-after", std::to_string(e.retry_after->count()));
    }
    return m;
}

} // namespace lakeproof::http
