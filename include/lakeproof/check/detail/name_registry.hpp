// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Knows which documents used a source name before. `request_run` is one.
///
/// What the checker needs to know of a run: only programs that have one pay for its containers.
class name_registry {
public:
    /// How an earlier request of the run stands to a name.
    struct earlier {
        enum class kind : unsigned char { none, same, alike };
        kind what = kind::none;
        std::string_view document{}; ///< which; valid as long as the run is
    };

    /// Looks a name up in a Region (empty: unknown), and adds it.
    virtual earlier add(std::string_view name, std::string_view in_region,
                        std::string_view document) = 0;

protected:
    name_registry() = default;
    name_registry(name_registry const&) = default;
    name_registry& operator=(name_registry const&) = default;
    ~name_registry() = default;
};

} // namespace lakeproof
