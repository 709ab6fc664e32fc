// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/decode_error.hpp>
#include <lakeproof/http/detail/media_type.hpp>
#include <lakeproof/http/detail/read_input.hpp>
#include <lakeproof/http/detail/request_target.hpp>
#include <lakeproof/http/decoded.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/model/detail/bound_members.hpp>
#include <lakeproof/model/operations.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

inline http::service_error unknown_operation(http_binding const& known) {
    auto message = "Only " + std::string{known.method} + ' ';
    message += known.path();
    return {.name = "UnknownOperationException",
            .status = 404,
            .details = {.message = message + " is known here"}};
}
inline http::service_error unsupported_media_type() {
    return {.name = "UnsupportedMediaTypeException",
            .status = 415,
            .details = {.message = "Content-Type must be application/json"}};
}
inline http::service_error not_acceptable() {
    return {.name = "NotAcceptableException",
            .status = 406,
            .details = {.message = "Accept must leave room for application/json"}};
}

} // namespace detail

namespace http {

/// Reads an operation's input from an HTTP request: the value, or every violation, and then the error to answer with.
///
/// The method must be the binding's, and so must the path, whose literal segments compare byte for byte: a trailing
/// slash or percent encoding makes it another operation (`UnknownOperationException`, 404), as it would to a policy
/// that looks at paths. The target may be in absolute form. If there is a body, or a member in it is required, each
/// Content-Type must be `application/json`, in any case and with any parameters; without one, or with another,
/// `UnsupportedMediaTypeException`, 415. An `Accept` that excludes that type, by another or a weight of 0, gets
/// `NotAcceptableException`, 406. Nothing else is looked at in these cases.
///
/// Labels and the query are decoded, a plus being a plus. A member of the query that the binding lacks is a
/// `member-unknown`, one that occurs again a `member-duplicate`; what has a broken escape or is not in UTF-8 is a
/// `member-type`. Where the input has no required member in the body, that may be empty; a member that belongs in the
/// URI is a `member-duplicate` there. A report has the violations of the body before those of the URI. What breaks a
/// rule is answered with `refuse(report, refusals)`.
///
/// Linear in the message. Throws `std::bad_alloc` only.
/// \code
/// using op = lakeproof::operations::delete_custom_log_source;
/// std::vector<lakeproof::http::header> const headers{};
/// auto const got = lakeproof::http::decode_request<op>(
///     "DELETE", "/v1/datalake/logsources/custom/acme-edr?sourceVersion=1.0", headers, "");
/// if (!got) send(lakeproof::http::encode(*got.error()));
/// \endcode
template <operation Op, header_range Headers>
[[nodiscard]] decoded<typename Op::input>
decode_request(std::string_view method, std::string_view target, Headers&& headers, std::string_view body,
               options const& o = default_options, refusal_options const& refusals = {}) {
    using result = decoded<typename Op::input>;
    auto const parts = detail::split_target(target);
    if (!detail::routes(Op::binding, method, parts.path)) return result{detail::unknown_operation(Op::binding)};
    if ((detail::needs_body<Op> || !body.empty()) && !detail::says_json(headers))
        return result{detail::unsupported_media_type()};
    if (!detail::accepts_json(headers)) return result{detail::not_acceptable()};
    auto read = detail::read_input<Op>(parts, body, o);
    if (read) return result{std::move(read)};
    auto answer = refuse(read.report(), refusals);
    return {std::move(read), std::move(answer)};
}

/// Reads a CreateCustomLogSource request from an HTTP request. A query is ignored, since the operation has none.
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
    return decode_request<operations::create_custom_log_source>(method, detail::split_target(target).path, headers,
                                                                body, o, refusals);
}

/// The HTTP response that carries an operation's output: the status of success and its JSON.
/// \code
/// using op = lakeproof::operations::list_log_sources;
/// send(lakeproof::http::encode<op>(op::output{.next_token = "2"}));
/// \endcode
template <operation Op>
requires detail::input_and_output_are_two_types<Op>
[[nodiscard]] response_message encode(typename Op::output const& output) {
    return {Op::binding.status, {{"Content-Type", std::string{detail::json_media_type}}}, json::serialize(output)};
}

/// The HTTP response that says that a source was created: 200 and its JSON.
[[nodiscard]] inline response_message encode(create_custom_log_source_response const& response) {
    return encode<operations::create_custom_log_source>(response);
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
    add("Content-Type", e.body.empty() ? detail::json_media_type : std::string_view{e.content_type});
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
