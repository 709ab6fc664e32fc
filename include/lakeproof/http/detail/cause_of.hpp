// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/error_cause.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/model/operations.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

using http::error_cause;

/// The operations whose errors are told apart, as bits of a set.
namespace operation_bit {
inline constexpr std::uint8_t create = 1, remove = 2, list = 4, own = 8;
inline constexpr std::uint8_t lake = create | remove | list, any = lake | own;
} // namespace operation_bit

template <operation Op>
constexpr std::uint8_t bit_of_operation() noexcept {
    if (std::same_as<Op, operations::create_custom_log_source>) return operation_bit::create;
    if (std::same_as<Op, operations::delete_custom_log_source>) return operation_bit::remove;
    if (std::same_as<Op, operations::list_log_sources>) return operation_bit::list;
    return operation_bit::own;
}

/// What an error looks like, and what is the cause then.
struct symptom {
    std::string_view name;   ///< of the exception; empty: any
    std::uint8_t operations; ///< that it may be an answer to
    error_cause cause;
    std::array<std::string_view, 8> words{}; ///< any of them, in lower case; none: whatever the error says
};

/// The first that fits is it.
///
/// AWS documents the exceptions, not the wording of their messages, so a row asks for words that a message can hardly
/// do without. Sources: (1) the API reference, errors of the operation; (2) the User Guide, custom sources: a crawler
/// outlives its source; (3) Terraform's provider, securitylake/data_lake.go and its issue 42973: a lake has one change
/// at a time, and an account without one gets UnauthorizedException; (4) what AWS's front ends say of a request that
/// they cannot route, as in a Region without the service; (5) the IAM User Guide, eventual consistency.
inline constexpr symptom symptoms[] = {
    {"", operation_bit::any, error_cause::operation_unknown, {"unable to determine service/operation name"}}, // 4
    {"AccessDeniedException", operation_bit::any, error_cause::access_denied},                                // 1
    {"BadRequestException", operation_bit::create, error_cause::bad_request, {"failed to satisfy constraint"}},
    {"BadRequestException", operation_bit::create, error_cause::role_not_propagated, {"role"}}, // 5
    {"BadRequestException", operation_bit::any, error_cause::bad_request},                      // 1
    {"ConflictException", operation_bit::create, error_cause::leftover_crawler, {"crawler"}},   // 2
    {"ConflictException", operation_bit::create, error_cause::lake_changing,
     {"another", "being", "concurrent", "concurrently", "in progress", "previous write", "try again", "updating"}}, // 3
    {"ConflictException", operation_bit::create, error_cause::name_taken},           // 1
    {"ConflictException", operation_bit::lake, error_cause::lake_changing},          // 3
    {"ConflictException", operation_bit::own, error_cause::conflict},                // 1
    {"InternalServerException", operation_bit::any, error_cause::server_fault},      // 1
    {"ResourceNotFoundException", operation_bit::remove, error_cause::lake_not_enabled,
     {"enabled", "datalake", "no data lake"}},                                             // 1
    {"ResourceNotFoundException", operation_bit::remove, error_cause::source_not_found}, // 1
    {"ResourceNotFoundException", operation_bit::lake, error_cause::lake_not_enabled},   // 1
    {"ResourceNotFoundException", operation_bit::own, error_cause::not_found},           // 1
    {"ThrottlingException", operation_bit::any, error_cause::throttled},                 // 1
    {"UnauthorizedException", operation_bit::lake, error_cause::lake_not_enabled},       // 3
};

/// Whether a text has a word, in any case. A part of a longer word or of a name, or what is quoted, is none: a source
/// may be called `crawler-logs`.
constexpr bool says(std::string_view text, std::string_view word) noexcept {
    auto const in_name = [text](std::size_t i) {
        if (i >= text.size()) return false; // before the first, too
        auto const c = fold_ascii_case(text[i]);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '\'' || c == '"';
    };
    auto const fold = [](char c) { return fold_ascii_case(c); };
    for (std::size_t from = 0;;) {
        auto const found = std::ranges::search(text.substr(from), word, {}, fold);
        if (found.empty()) return false;
        auto const at = static_cast<std::size_t>(found.data() - text.data());
        if (!in_name(at - 1) && !in_name(at + word.size())) return true;
        from = at + 1;
    }
}

/// Whether an error says a word: in its message, or the body of one without, or as the type of a resource.
inline bool says(http::service_error const& e, std::string_view word) noexcept {
    auto const& type = e.details.resource_type;
    return says(e.details.message ? e.message() : std::string_view{e.body}, word) || (type && says(*type, word));
}

inline bool fits(symptom const& s, http::service_error const& e, std::uint8_t operation) noexcept {
    if ((s.operations & operation) == 0 || !(s.name.empty() || s.name == e.name)) return false;
    return s.words[0].empty() ||
           std::ranges::any_of(s.words, [&e](std::string_view word) { return !word.empty() && says(e, word); });
}

/// Why an operation ended with an error: by its name, else by its status.
inline error_cause cause_of(http::service_error const& e, std::uint8_t operation) noexcept {
    for (auto const& s : symptoms)
        if (fits(s, e, operation)) return s.cause;
    switch (e.status) {
    case 429: return error_cause::throttled;
    case 500:
    case 502:
    case 503:
    case 504: return error_cause::unavailable;
    default: return error_cause::unknown;
    }
}

} // namespace lakeproof::inline LAKEPROOF_ABI::detail
