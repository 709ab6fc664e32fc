// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/http/detail/error_type.hpp>
#include <lakeproof/http/detail/header_range.hpp>
#include <lakeproof/http/detail/retry_after.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/version.hpp>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http::detail {

/// All that the top level of an error's body may hold: the details, by their rows, and then the
/// names that it goes by.
struct error_document {
    std::optional<std::string> message{};
    std::optional<std::string> error_code{};
    std::optional<std::string> resource_name{};
    std::optional<std::string> resource_type{};
    std::optional<std::string> service_code{};
    std::optional<std::string> quota_code{};
    std::optional<std::string> capital_message{};
    std::optional<std::string> code{};
    std::optional<std::string> type{};

    template <std::size_t I>
    static constexpr std::string_view name = std::get<I>(service_error_details::members).name;

    static constexpr auto members = member_table(
        member{name<0>, &error_document::message}, member{name<1>, &error_document::error_code},
        member{name<2>, &error_document::resource_name},
        member{name<3>, &error_document::resource_type},
        member{name<4>, &error_document::service_code},
        member{name<5>, &error_document::quota_code},
        member{"Message", &error_document::capital_message}, member{"code", &error_document::code},
        member{"__type", &error_document::type});

    service_error_details details() && {
        if (!message) message = std::move(capital_message);
        return [this]<std::size_t... I>(std::index_sequence<I...>) {
            return service_error_details{std::move(this->*std::get<I>(members).pointer)...};
        }
        (std::make_index_sequence<member_count<service_error_details>>{});
    }
};

/// A body, read as far as it can be; `whole`, if it says nothing else.
struct read_error_document {
    error_document document{};
    bool whole = false;

    read_error_document(std::string_view body, limits const& bounds) {
        options const o{.limits = bounds};
        report found;
        json::detail::check_text<error_document>(body, o, found, false, [&](auto const& checker) {
            if (!checker.has_cells()) return;
            // What is of a wrong type has no cell: it is absent here, and the body is kept.
            auto const cells = checker.cells();
            document = lakeproof::detail::build<error_document>(cells.nodes, 0, {cells.block, 0});
            whole = found.empty();
        });
    }
};

/// The headers of an error that matter.
struct error_headers {
    first_value type{"x-amzn-errortype"};
    first_value content_type{"content-type"};
    first_value request_id{"x-amzn-requestid"};
    first_value retry_after{"retry-after"};
    first_value retry_after_ms{"x-amz-retry-after"};

    void offer(std::string_view name, std::string_view value) {
        for (auto* header : {&type, &content_type, &request_id, &retry_after, &retry_after_ms})
            header->offer(name, value);
    }
};

/// The first name that any of the places gives; one that names nothing counts as absent.
inline std::string resolve_name(std::initializer_list<std::optional<std::string_view>> places) {
    for (auto const& place : places) {
        if (!place) continue;
        if (auto name = header_text(error_name(*place)); !name.empty()) return name;
    }
    return {};
}

/// Whether a name in the body says no more than the one that counts.
inline bool adds_nothing(std::optional<std::string> const& text, std::string_view name) {
    return !text || *text == name;
}

inline service_error decode_error(int status, error_headers const& headers, std::string_view body,
                                  limits const& bounds, std::chrono::system_clock::time_point now) {
    using namespace std::chrono;
    auto [d, whole] = read_error_document{body, bounds};
    service_error e{.name = resolve_name({headers.type.view(), d.code, d.type}),
                    .status = status,
                    .request_id = std::string{headers.request_id.view()}};
    auto const at = time_point_cast<milliseconds>(now);
    e.retry_after = parse_retry_after_ms(headers.retry_after_ms.view());
    if (!e.retry_after) e.retry_after = parse_retry_after(headers.retry_after.view(), at);
    if (!whole || !adds_nothing(d.code, e.name) || !adds_nothing(d.type, e.name) ||
        (d.message && d.capital_message)) {
        e.body = body;
        if (!body.empty()) e.content_type = headers.content_type.view();
    }
    e.details = std::move(d).details();
    return e;
}

} // namespace lakeproof::http::detail
