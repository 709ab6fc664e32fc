// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/document_view.hpp>
#include <lakeproof/http/detail/header_field.hpp>
#include <lakeproof/http/detail/retry_after.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/detail/reader.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// All that the top level of an error's body may hold: the details, by their rows, then the other names that it
/// goes by.
struct error_document {
    std::optional<std::string> message, error_code, resource_name, resource_type, service_code, quota_code;
    std::optional<std::string> capital_message, code, capital_code, type;

    template <std::size_t I>
    static constexpr std::string_view name = row_of<I>(service_error_details::members).name;

    static constexpr auto members = member_table(
        member{name<0>, &error_document::message}, member{name<1>, &error_document::error_code},
        member{name<2>, &error_document::resource_name}, member{name<3>, &error_document::resource_type},
        member{name<4>, &error_document::service_code}, member{name<5>, &error_document::quota_code},
        member{"Message", &error_document::capital_message}, member{"code", &error_document::code},
        member{"Code", &error_document::capital_code}, member{"__type", &error_document::type});
};

/// A string of a body, or nothing where that is absent or of another type.
inline std::optional<std::string> string_of(document_view<std::string> string) {
    if (!string.right_type()) return std::nullopt;
    return std::string{string.view()};
}

inline service_error_details details_of(document_view<error_document> d) {
    auto details = [d]<std::size_t... I>(std::index_sequence<I...>) {
        return service_error_details{string_of(d[row_of<I>(error_document::members).pointer])...};
    }(std::make_index_sequence<member_count<service_error_details>>{});
    if (!details.message) details.message = string_of(d[&error_document::capital_message]);
    return details;
}

/// An error's body, read within bounds; nothing of one that cannot be read.
class error_body {
public:
    error_body(std::string_view body, limits const& bounds) {
        options const o{.limits = bounds};
        auto sink = sink_access::make(o, found_, sink_mode::check);
        read_ = document_.read(body, sink);
    }
    error_body(error_body const&) = delete;

    [[nodiscard]] document_view<error_document> view() const {
        return view_access::make<error_document>(read_ ? document_ : unread_);
    }
    /// What is wrong with it, or in no member of an `error_document`.
    [[nodiscard]] report const& found() const noexcept { return found_; }

private:
    report found_{};
    text_document<error_document> document_{};
    document_of<error_document> unread_{};
    bool read_ = false;
};

/// The value of a header as a string of JSON: bytes that are not UTF-8 are Latin-1, as HTTP had it once.
inline std::string utf8_of(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size();) {
        auto const from = i;
        auto const c = next_scalar_value(value, i);
        auto const byte = static_cast<unsigned char>(value[from]);
        if (c > 127 && i - from == 1) { // a stray byte
            out += static_cast<char>(0xc0 | byte >> 6);
            out += static_cast<char>(0x80 | (byte & 0x3f));
        } else {
            out += value.substr(from, i - from);
        }
    }
    return out;
}

/// The exception that a header `X-Amzn-ErrorType` or a member `code`, `Code` or `__type` names.
///
/// What follows the first `:` is cut off, then what precedes the last `#`, then white space at the ends:
/// `ns#FooError:http://…` is `FooError`. Empty if it names none. Source: restJson1.
constexpr std::string_view error_name(std::string_view s) noexcept {
    s = s.substr(0, s.find(':'));
    return trimmed(s.substr(s.rfind('#') + 1)); // npos + 1 is 0
}

/// The first name that any of the places gives.
inline std::string first_name(std::initializer_list<std::string_view> places) {
    for (auto const place : places)
        if (auto name = sendable(error_name(place)); !name.empty()) return name;
    return {};
}

/// Keeps the value of the first header of its name.
class first_value {
public:
    explicit first_value(std::string_view name) noexcept : name_{name} {}

    void offer(std::string_view name, std::string_view value) {
        if (!value_ && same_header_name(name, name_)) value_ = sendable(value);
    }
    /// The value; empty where there was no such header.
    [[nodiscard]] std::string_view view() const noexcept {
        return value_ ? std::string_view{*value_} : std::string_view{};
    }

private:
    std::string_view name_;
    std::optional<std::string> value_{};
};

/// The headers of an error that matter.
struct error_headers {
    first_value type{"x-amzn-errortype"};
    first_value message{"x-amzn-errormessage"};
    first_value content_type{"content-type"};
    first_value request_id{"x-amzn-requestid"};
    first_value retry_after{"retry-after"};
    first_value retry_after_ms{"x-amz-retry-after"};

    void offer(std::string_view name, std::string_view value) {
        for (auto* header : {&type, &message, &content_type, &request_id, &retry_after, &retry_after_ms})
            header->offer(name, value);
    }
};

inline http::service_error decode_error(int status, error_headers const& headers, std::string_view body,
                                        limits const& bounds, std::chrono::system_clock::time_point now) {
    using namespace std::chrono;
    error_body const read{body, bounds};
    auto const d = read.view();
    auto const code = d[&error_document::code], capital_code = d[&error_document::capital_code],
               type = d[&error_document::type];

    http::service_error e{
        .name = first_name({headers.type.view(), code.view(), capital_code.view(), type.view()}),
        .status = status,
        .details = details_of(d),
        .request_id = std::string{headers.request_id.view()}};
    if (!e.details.message && !headers.message.view().empty())
        e.details.message = utf8_of(headers.message.view());
    e.retry_after = parse_retry_after_ms(headers.retry_after_ms.view());
    if (!e.retry_after)
        e.retry_after = parse_retry_after(headers.retry_after.view(), time_point_cast<milliseconds>(now));

    auto const adds_nothing = [&](document_view<std::string> name) {
        return !name.present() || name.view() == e.name;
    };
    bool const two_messages =
        d[&error_document::message].present() && d[&error_document::capital_message].present();
    if (!read.found().empty() || !adds_nothing(code) || !adds_nothing(capital_code) || !adds_nothing(type) ||
        two_messages) {
        e.body = body;
        if (!body.empty()) e.content_type = headers.content_type.view();
    }
    return e;
}

} // namespace lakeproof::detail
