// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/model/service_error.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// 409: the answer to a second request for a name.
[[nodiscard]] lakeproof::http::service_error name_taken(std::string_view name,
                                                        lakeproof::region const&);

/// 409: a deleted source of that name has left its crawler.
[[nodiscard]] lakeproof::http::service_error crawler_left(std::string_view crawler_arn);

/// 409: another change runs.
[[nodiscard]] lakeproof::http::service_error lake_is_changing();

/// 400: an account has all the sources that it may have.
[[nodiscard]] lakeproof::http::service_error account_full(std::string_view account,
                                                          std::int64_t limit);

/// 400: a crawler role that does not exist, or has not propagated.
[[nodiscard]] lakeproof::http::service_error role_unknown(lakeproof::role_arn const&);

/// 400: a `nextToken` that was not given for such a list.
[[nodiscard]] lakeproof::http::service_error token_unknown();

/// 404: no source has that name, or that version.
[[nodiscard]] lakeproof::http::service_error no_such_source(std::string_view name,
                                                            std::optional<std::string_view> version,
                                                            lakeproof::region const&);

/// 404: there are no leftovers of that name.
[[nodiscard]] lakeproof::http::service_error nothing_left(std::string_view name,
                                                          lakeproof::region const&);

/// 404 or 403, as the status says: there is no lake.
[[nodiscard]] lakeproof::http::service_error lake_missing(lakeproof::region const&,
                                                          std::int32_t status);

/// The answer where an exception was asked for, with every member that the service's model has for
/// it. The name of the source may be empty.
[[nodiscard]] lakeproof::http::service_error
injected(lakeproof::service_error_code, std::string_view operation, std::string_view name);
