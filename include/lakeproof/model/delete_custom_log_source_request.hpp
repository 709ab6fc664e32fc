// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <optional>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The input of DeleteCustomLogSource: its name travels in the path, its version in the query.
///
/// Valid by construction: a source that exists must be deletable, so neither the documented limit of a name nor the
/// derived role is looked at.
/// \code
/// constexpr auto gone = lakeproof::proved(
///     lakeproof::delete_custom_log_source_request{.source_name = "acme-edr"});
/// \endcode
struct delete_custom_log_source_request {
    lakeproof::source_name source_name;
    std::optional<lakeproof::source_version> source_version{};

    static constexpr auto members =
        member_table(member{"sourceName", &delete_custom_log_source_request::source_name},
                     member{"sourceVersion", &delete_custom_log_source_request::source_version});
    friend constexpr bool operator==(delete_custom_log_source_request const&,
                                     delete_custom_log_source_request const&) = default;
};

} // namespace lakeproof
