// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The exceptions that the API reference documents for CreateCustomLogSource.
enum class service_error_code : std::uint8_t {
    access_denied,
    bad_request,
    conflict,
    internal_server,
    resource_not_found,
    throttling,
};

/// Whose doing an error is: `client` for 4xx, `server` for 5xx.
enum class service_fault : std::uint8_t { client, server };

/// What the API reference says of an exception.
struct service_error_info {
    std::string_view name; ///< on the wire
    int status;            ///< of the HTTP response
    service_fault fault;
};

namespace detail {

/// Source: the API reference.
inline constexpr service_error_info service_error_table[] = {
    {"AccessDeniedException", 403, service_fault::client},
    {"BadRequestException", 400, service_fault::client},
    {"ConflictException", 409, service_fault::client},
    {"InternalServerException", 500, service_fault::server},
    {"ResourceNotFoundException", 404, service_fault::client},
    {"ThrottlingException", 429, service_fault::client},
};

} // namespace detail

/// The name, the status and the fault of an exception.
[[nodiscard]] constexpr service_error_info const& info(service_error_code c) noexcept {
    return detail::service_error_table[static_cast<std::size_t>(c)];
}

/// The name of an exception, as the wire spells it: `ConflictException`.
[[nodiscard]] constexpr std::string_view to_string(service_error_code c) noexcept {
    return info(c).name;
}

/// The documented exception that a name means, or nothing; case counts.
/// \code
/// auto code = lakeproof::service_error_code_from("ConflictException");
/// static_assert(lakeproof::info(lakeproof::service_error_code::conflict).status == 409);
/// \endcode
[[nodiscard]] constexpr std::optional<service_error_code>
service_error_code_from(std::string_view name) noexcept {
    for (std::size_t i = 0; i < std::size(detail::service_error_table); ++i)
        if (detail::service_error_table[i].name == name) return static_cast<service_error_code>(i);
    return std::nullopt;
}

/// What the body of an error says. Source: the service model 2018-05-10, which adds the members of
/// single exceptions to the page's message; each may be absent, as in all that a service sends.
struct service_error_details {
    std::optional<std::string> message{};
    std::optional<std::string> error_code{};    ///< of AccessDeniedException
    std::optional<std::string> resource_name{}; ///< of ConflictException, ResourceNotFoundException
    std::optional<std::string> resource_type{}; ///< of the same two
    std::optional<std::string> service_code{};  ///< of ThrottlingException
    std::optional<std::string> quota_code{};    ///< of ThrottlingException

    static constexpr bool open = true;
    static constexpr auto members =
        member_table(member{"message", &service_error_details::message},
                     member{"errorCode", &service_error_details::error_code},
                     member{"resourceName", &service_error_details::resource_name},
                     member{"resourceType", &service_error_details::resource_type},
                     member{"serviceCode", &service_error_details::service_code},
                     member{"quotaCode", &service_error_details::quota_code});
    friend bool operator==(service_error_details const&, service_error_details const&) = default;
};

} // namespace lakeproof
