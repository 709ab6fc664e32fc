// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// Why an operation failed, as far as the error tells.
enum class error_cause : std::uint8_t {
    name_taken,          ///< a source of that name exists, maybe by an earlier try of the caller's own
    lake_changing,       ///< another change of the lake is under way, or has not reached every host yet
    leftover_crawler,    ///< the Glue crawler of a deleted source of that name is still there
    role_not_propagated, ///< the crawler role does not exist, or was made less than a minute ago
    lake_not_enabled,    ///< there is no data lake of this account in the Region
    operation_unknown,   ///< the endpoint knows no such operation
    source_not_found,    ///< there is no source to delete, or none of that version
    access_denied,       ///< the caller lacks a permission
    bad_request,         ///< the request itself is at fault
    conflict,            ///< with an earlier write, of an operation that Lakeproof does not model
    not_found,           ///< what the request names, of an operation that Lakeproof does not model
    throttled,           ///< there were too many requests
    server_fault,        ///< the service failed
    unavailable,         ///< the service or something before it failed, in a way that passes
    unknown,             ///< neither the name nor the status is known
};

/// What to do about it, before or instead of another try.
enum class next_step : std::uint8_t {
    wait,               ///< no more than that
    list_sources,       ///< if the source is listed, and is the caller's, all is done
    delete_crawler,     ///< in AWS Glue
    enable_lake,        ///< in that Region
    check_endpoint,     ///< Region, host, method and path
    correct_request,    ///< no other try of the same request can succeed
    request_permission, ///< from whoever administers the account
    read_message,       ///< it is all that is known
    none,               ///< what was asked for is so
};

} // namespace lakeproof::inline LAKEPROOF_ABI::http
