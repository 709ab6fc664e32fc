// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/binding.hpp>
#include <lakeproof/http/detail/decode_error.hpp>
#include <lakeproof/http/detail/media_type.hpp>
#include <lakeproof/http/decoded.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// The path of a target in origin form or absolute form (which a server must take: RFC
/// 9112, 3.2.2).
constexpr std::string_view path_of(std::string_view target) noexcept {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!same_header_name(target.substr(0, scheme.size()), scheme)) continue;
        auto const path = target.find_first_of("/?", scheme.size());
        target = path == std::string_view::npos ? std::string_view{} : target.substr(path);
        break;
    }
    return target.substr(0, target.find('?'));
}

} // namespace detail

namespace http {

/// Reads a CreateCustomLogSource request from an HTTP request: the value, or every violation of the
/// body, and then the error to answer with.
///
/// The method must be `POST` and the path the binding's, byte for byte: a trailing slash or percent
/// encoding makes it another operation (`UnknownOperationException`, 404), as it would to a policy
/// that looks at paths. The target may be in absolute form, and a query is ignored, since the
/// operation has none. Each Content-Type must be `application/json`, in any case and with any
/// parameters; without one, or with another, `UnsupportedMediaTypeException`, 415. An `Accept` that
/// excludes it, by another type or a weight of 0, gets `NotAcceptableException`, 406. The body is not
/// looked at in these cases. A body that breaks a rule is answered with `refuse(report, refusals)`.
///
/// Linear in the message. Throws `std::bad_alloc` only.
/// \code
/// std::vector<lakeproof::http::header> const headers{{"content-type", "application/json"}};
/// auto const got = lakeproof::http::decode_request(
///     "POST", "/v1/datalake/logsources/custom", headers, text);
/// if (!got) send(lakeproof::http::encode(*got.error()));
/// \endcode
template <header_range Headers>
[[nodiscard]] decoded<create_custom_log_source_request>
decode_request(std::string_view method, std::string_view target, Headers&& headers,
               std::string_view body, options const& o = default_options,
               refusal_options const& refusals = {}) {
    using result = decoded<create_custom_log_source_request>;
    auto const& b = create_custom_log_source;
    if (method != b.method || detail::path_of(target) != b.target)
        return result{service_error{
            .name = "UnknownOperationException",
            .status = 404,
            .details = {.message = "Only POST /v1/datalake/logsources/custom is known here"}}};
    std::size_t types = 0, right_types = 0;
    detail::accept_fields accept{b.content_type};
    for (auto const& field : headers) {
        auto const value = detail::header_value(field);
        if (detail::same_header_name(detail::header_name(field), "content-type")) {
            ++types;
            right_types += detail::is_media_type(value, b.content_type);
        } else if (detail::same_header_name(detail::header_name(field), "accept")) {
            accept.add(value);
        }
    }
    if (types == 0 || right_types < types)
        return result{service_error{.name = "UnsupportedMediaTypeException",
                                    .status = 415,
                                    .details = {.message = "Content-Type must be application/json"}}};
    if (!accept.accept_it())
        return result{service_error{.name = "NotAcceptableException",
                                    .status = 406,
                                    .details = {.message = "Accept must leave room for application/json"}}};
    auto read = json::parse_request(body, o);
    if (read) return result{std::move(read)};
    auto answer = refuse(read.report(), refusals);
    return {std::move(read), std::move(answer)};
}

/// The HTTP response that says that a source was created: 200 and its JSON.
[[nodiscard]] inline response_message encode(create_custom_log_source_response const& response) {
    auto const& b = create_custom_log_source;
    return {b.status, {{"Content-Type", std::string{b.content_type}}}, json::serialize(response)};
}

/// The HTTP response that carries an error, as AWS's services send it.
///
/// The name travels in `X-Amzn-ErrorType`, the details as the JSON body, a retry time in
/// `Retry-After`, rounded up to seconds, and, if it isn't whole seconds, also as
/// `x-amz-retry-after` in milliseconds. An error with a `body` of its own sends that, byte for
/// byte, with its `content_type`: a gateway passes on what it got, and a message that is not in it
/// travels in `X-Amzn-ErrorMessage`. Control characters in what becomes a header are sent as spaces.
/// A status that a client could not take for a failure (below 300, above 999) is sent as 500, a retry
/// time over 365 days as that.
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
        if (auto sent = detail::sendable(value); !sent.empty())
            m.headers.push_back({std::move(name), std::move(sent)});
    };
    add("Content-Type", e.body.empty() ? create_custom_log_source.content_type : e.content_type);
    add("X-Amzn-ErrorType", e.name);
    add("x-amzn-RequestId", e.request_id);
    if (!e.body.empty() && e.details.message) {
        detail::error_body const sent{e.body, {}};
        if (detail::details_of(sent.view()).message != e.details.message)
            add("X-Amzn-ErrorMessage", *e.details.message);
    }
    if (e.retry_after && *e.retry_after >= milliseconds{0}) {
        auto const wait = std::min(*e.retry_after, detail::longest_retry_after);
        auto const whole = ceil<seconds>(wait);
        add("Retry-After", std::to_string(whole.count()));
        if (whole != wait) add("x-amz-retry-after", std::to_string(wait.count()));
    }
    return m;
}

} // namespace http

} // namespace lakeproof
