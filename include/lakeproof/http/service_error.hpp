// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/message.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/http/detail/smithy_message.hpp>
#include <lakeproof/model/service_error.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// An error as it came from the service, or from something in between; or as a server will send it.
///
/// All strings are the sender's: `append_printable` makes them harmless for a log or a terminal.
/// \code
/// auto const error = lakeproof::http::make_service_error(
///     lakeproof::service_error_code::conflict, "acme-edr exists");
/// if (error.code() == lakeproof::service_error_code::conflict) std::cout << error.message();
/// \endcode
struct service_error {
    /// The exception's name without namespace and suffix, documented or not; empty where nothing
    /// named one.
    std::string name{};
    int status = 0; ///< of the HTTP response
    service_error_details details{};
    /// How long to wait before a retry, as it was sent: 0 to 365 days. `advise` caps it.
    std::optional<std::chrono::milliseconds> retry_after{};
    std::string request_id{}; ///< `x-amzn-RequestId`
    /// The body as received, where it says anything that the members above cannot hold: a proxy's
    /// HTML, members that the model lacks, JSON that cannot be read. Else empty. As long as what
    /// came.
    std::string body{};
    std::string content_type{}; ///< of that body

    /// The documented exception that this is, or nothing.
    [[nodiscard]] std::optional<service_error_code> code() const noexcept {
        return service_error_code_from(name);
    }
    /// Whose doing it is: the documented exception's, else what the status tells.
    [[nodiscard]] service_fault fault() const noexcept {
        if (auto const c = code()) return info(*c).fault;
        return status >= 500 ? service_fault::server : service_fault::client;
    }
    /// The message, or an empty string.
    [[nodiscard]] std::string_view message() const noexcept {
        return details.message ? std::string_view{*details.message} : std::string_view{};
    }

    friend bool operator==(service_error const&, service_error const&) = default;
};

/// A documented exception with a message, to be sent.
[[nodiscard]] inline service_error make_service_error(service_error_code c, std::string message) {
    return {.name = std::string{info(c).name},
            .status = info(c).status,
            .details = {.message = std::move(message)}};
}

/// How validation messages are worded.
enum class wording : std::uint8_t {
    service, ///< as AWS's services do: *Value 'a b' at 'sourceName' failed to satisfy constraint: …*
    smithy,  ///< as servers that Smithy makes do: *Value at '/sourceName' failed …*; values are never echoed
};

/// The errors of a report as the service would answer them: a BadRequestException whose message is
/// *2 validation errors detected: Value '…' at 'sourceName' failed to satisfy constraint: …; …*.
///
/// Warnings and notes are no validation errors. Errors that the report did not keep are counted at the end.
/// Printable ASCII, whatever the document holds. For a report that is not ok. Throws `std::bad_alloc` only.
/// \code
/// auto const report = lakeproof::json::check_request(text);
/// if (!report.ok()) std::cout << lakeproof::http::bad_request(report).message();
/// \endcode
[[nodiscard]] inline service_error bad_request(report const& r, wording words = wording::service) {
    bool const smithy = words == wording::smithy;
    auto all = std::to_string(r.errors()) +
               (r.errors() == 1 ? " validation error detected" : " validation errors detected") +
               (smithy ? ". " : ": ");
    std::size_t shown = 0;
    for (auto const v : r) {
        if (v.severity() != severity::error) continue;
        if (shown++ != 0) all += "; ";
        all += smithy ? detail::smithy_message(v) : message(v);
    }
    if (shown < r.errors()) all += "; and " + std::to_string(r.errors() - shown) + " more";
    return make_service_error(service_error_code::bad_request, std::move(all));
}

/// How a server answers a body that breaks rules.
struct refusal_options {
    wording words = wording::service;
    /// Whether a body that is no JSON, or that has a value of another JSON type or a union without exactly one
    /// member, is answered with SerializationException, as AWS's services answer what they cannot read.
    bool serialization_exception = false;
};

/// What to answer to a document with errors: `bad_request`, or what the options say.
/// \code
/// auto const report = lakeproof::json::check_request("<html>");
/// auto const error = lakeproof::http::refuse(report, {.serialization_exception = true});
/// std::cout << error.name; // SerializationException; its status is 400, too
/// \endcode
[[nodiscard]] inline service_error refuse(report const& r, refusal_options const& o = {}) {
    if (o.serialization_exception)
        for (auto const v : r)
            if (v.rule() == rule::json_malformed || v.rule() == rule::json_limit || v.rule() == rule::member_type ||
                v.rule() == rule::union_members)
                return {.name = "SerializationException",
                        .status = 400,
                        .details = {.message = o.words == wording::smithy ? detail::smithy_message(v)
                                                                          : message(v)}};
    return bad_request(r, o.words);
}

} // namespace lakeproof::http
