// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/decoded.hpp>
#include <lakeproof/http/binding.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/http/encode_error.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http {

namespace detail {

/// The path of a target in origin form or absolute form (which a server must take: RFC
/// 9112, 3.2.2).
constexpr std::string_view path_of(std::string_view target) noexcept {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!same_name(target.substr(0, scheme.size()), scheme)) continue;
        auto const path = target.find_first_of("/?", scheme.size());
        target = path == std::string_view::npos ? std::string_view{} : target.substr(path);
        break;
    }
    return target.substr(0, target.find('?'));
}

/// Whether a Content-Type is the binding's, in any case and with any parameters.
constexpr bool is_media_type(std::string_view value, std::string_view type) noexcept {
    return same_name(trimmed(value.substr(0, value.find(';'))), type);
}

inline service_error refusal(std::string_view name, int status, std::string message) {
    return {
        .name = std::string{name}, .status = status, .details = {.message = std::move(message)}};
}

} // namespace detail

/// Reads a CreateCustomLogSource request from an HTTP request: the value, or every violation of the
/// body, and then the error to answer with.
///
/// The method must be `POST` and the path the binding's, byte for byte: a trailing slash or percent
/// encoding makes it another operation (`UnknownOperationException`, 404), as it would to a policy
/// that looks at paths. The target may be in absolute form, and a query is ignored, since the
/// operation has none. Each Content-Type must be `application/json`, in any case and with any
/// parameters; without one, or with another, `UnsupportedMediaTypeException`, 415. The body is not
/// looked at in these cases. A body that breaks a rule is answered with `bad_request(report)`.
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
               std::string_view body, options const& o = {}) {
    using result = decoded<create_custom_log_source_request>;
    auto const& b = create_custom_log_source;
    if (method != b.method || detail::path_of(target) != b.target)
        return result{detail::refusal("UnknownOperationException", 404,
                                      "Only POST /v1/datalake/logsources/custom is known here")};
    bool typed = false;
    for (auto const& field : headers) {
        if (!detail::same_name(detail::name_of(field), "content-type")) continue;
        typed = detail::is_media_type(detail::value_of(field), b.content_type);
        if (!typed) break;
    }
    if (!typed)
        return result{detail::refusal("UnsupportedMediaTypeException", 415,
                                      "Content-Type must be application/json")};
    auto read = json::parse_request(body, o);
    if (read) return result{std::move(read)};
    auto answer = bad_request(read.report());
    return {std::move(read), std::move(answer)};
}

/// The HTTP response that says that a source was created: 200 and its JSON.
[[nodiscard]] inline response_message encode(create_custom_log_source_response const& response) {
    auto const& b = create_custom_log_source;
    return {b.status, {{"Content-Type", std::string{b.content_type}}}, json::serialize(response)};
}

} // namespace lakeproof::http
