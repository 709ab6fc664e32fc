// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <string>

/// What the service says that it made for a request, in the shape of real responses.
///
/// The account is the crawler role's. The bucket's last part is random in the real service; here it
/// follows from the account and the Region, so that the same request is always answered alike. The
/// Region's partition must be known (`partition_of`), and the request checked in that Region.
[[nodiscard]] lakeproof::create_custom_log_source_response
created_source(lakeproof::create_custom_log_source_request const&, lakeproof::region const&);

/// The account in `arn:{partition}:iam::{account}:role/…`.
[[nodiscard]] std::string account_of(lakeproof::role_arn const&);
