// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/place.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// One broken rule on its way into a report.
struct finding {
    rule_info const* info;
    lakeproof::severity severity;
    char const* message; ///< a literal, see message.hpp
    place where;
    std::string_view excerpt{}; ///< the string; of an unknown member, its name
    bool cut = false;           ///< there is more of the excerpt than this
    std::string_view region{};
    std::string_view detail{};
    std::size_t length = 0; ///< of the string; for a repeated or unknown member, which occurrence it is
    std::size_t bound = 0;  ///< that is broken; for such a member, its position in its object
};

} // namespace lakeproof::detail
