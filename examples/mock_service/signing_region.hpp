// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/http/service_error.hpp>

#include <string_view>
#include <variant>
#include <vector>

/// The Region that a request is for: the one that its signature (version 4) is scoped to, by
/// `Credential=…/date/region/service/aws4_request` in `Authorization`; without one, the first of those
/// that are played. Or the error to answer, for a scope that cannot be read or a Region that is not
/// played. Signatures are not verified.
[[nodiscard]] std::variant<lakeproof::region, lakeproof::http::service_error>
signing_region(std::string_view authorization, std::vector<lakeproof::region> const& played);
