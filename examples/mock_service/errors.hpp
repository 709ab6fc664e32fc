// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/model/service_error.hpp>

#include <string>
#include <string_view>

/// The answer to a second request for a name.
[[nodiscard]] lakeproof::http::service_error name_taken(std::string_view name,
                                                        lakeproof::region const&);

/// The answer where an exception was asked for, with every member that the service's model has for
/// it. The name of the source may be empty.
[[nodiscard]] lakeproof::http::service_error injected(lakeproof::service_error_code,
                                                      std::string_view name);
