// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The output of DeleteCustomLogSource, which says nothing.
struct delete_custom_log_source_response {
    static constexpr bool open = true;
    static constexpr auto members = member_table();
    friend constexpr bool operator==(delete_custom_log_source_response const&,
                                     delete_custom_log_source_response const&) = default;
};

} // namespace lakeproof
