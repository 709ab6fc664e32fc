// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/header_field.hpp>
#include <lakeproof/http/header_range.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Of every body, either way.
inline constexpr std::string_view json_media_type = "application/json";

/// Whether a Content-Type is a media type, in any case and with any parameters.
constexpr bool is_media_type(std::string_view value, std::string_view type) noexcept {
    return same_header_name(trimmed(value.substr(0, value.find(';'))), type);
}

/// Takes from the front of a list what stands before a separator that is in no quoted string, and the separator.
constexpr std::string_view take_until(std::string_view& list, char separator) noexcept {
    bool quoted = false;
    std::size_t i = 0;
    for (; i < list.size() && (quoted || list[i] != separator); ++i) {
        if (list[i] == '"') quoted = !quoted;
        if (list[i] == '\\' && quoted && i + 1 < list.size()) ++i;
    }
    auto const taken = list.substr(0, i);
    list.remove_prefix(std::min(i + 1, list.size()));
    return trimmed(taken);
}

/// The `Accept` fields of a request: whether they leave room for a media type.
///
/// Of several ranges that hold the type the most specific decides, and excludes it with a weight of 0. Parameters
/// of a range are not compared. Without a range everything is acceptable. Source: RFC 9110, 12.5.1.
class accept_fields {
public:
    constexpr explicit accept_fields(std::string_view type) noexcept : type_{type} {}

    constexpr void add(std::string_view value) noexcept {
        while (!value.empty())
            if (auto const element = take_until(value, ','); !element.empty()) add_range(element);
    }
    [[nodiscard]] constexpr bool accept_it() const noexcept { return !any_ || accepted_; }

private:
    constexpr void add_range(std::string_view element) noexcept {
        any_ = true;
        auto const range = take_until(element, ';');
        auto const group = type_.substr(0, type_.find('/') + 1);
        int const specific =
            same_header_name(range, type_)                                                       ? 3
            : range.ends_with('*') && same_header_name(range.substr(0, range.size() - 1), group) ? 2
            : range == "*/*" || range == "*" ? 1 // as Java's HttpURLConnection has it
                                             : 0;
        if (specific == 0 || specific < specific_) return;
        bool weighed = true;
        while (!element.empty()) {
            auto const parameter = take_until(element, ';');
            if (parameter.starts_with("q=") || parameter.starts_with("Q="))
                weighed = parameter.find_first_not_of("0.", 2) != std::string_view::npos;
        }
        accepted_ = weighed || (specific == specific_ && accepted_);
        specific_ = specific;
    }

    std::string_view type_;
    bool any_ = false;
    int specific_ = 0; ///< how specific the range is that decides
    bool accepted_ = false;
};

/// Whether there is a Content-Type, and each says JSON.
template <http::header_range Headers>
bool says_json(Headers&& headers) {
    bool typed = false;
    for (auto const& field : headers) {
        if (!same_header_name(header_name(field), "content-type")) continue;
        typed = is_media_type(header_value(field), json_media_type);
        if (!typed) break;
    }
    return typed;
}

/// Whether the `Accept` fields of a request leave room for JSON.
template <http::header_range Headers>
bool accepts_json(Headers&& headers) {
    accept_fields accept{json_media_type};
    for (auto const& field : headers)
        if (same_header_name(header_name(field), "accept")) accept.add(header_value(field));
    return accept.accept_it();
}

} // namespace lakeproof::detail
