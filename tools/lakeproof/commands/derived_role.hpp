// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// The derived role of a name in one Region.
struct derived_role {
    lakeproof::region region;
    std::string name;
    std::int64_t left; ///< characters up to IAM's 64; negative if it is too long

    [[nodiscard]] bool fits() const noexcept { return left >= 0; }
};

std::vector<derived_role> derive(lakeproof::source_name const& name, std::vector<lakeproof::region> const& regions);
