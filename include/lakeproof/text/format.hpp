// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/constrained_string.hpp>

#include <version>

// Only where the standard library has it: g++ 12 has not.
#ifdef __cpp_lib_format

#include <format>
#include <string_view>

/// String types format as their texts do, with the same format specifications.
template <class Constraint>
struct std::formatter<lakeproof::constrained_string<Constraint>> : std::formatter<std::string_view> {
    template <class Context>
    auto format(lakeproof::constrained_string<Constraint> const& s, Context& context) const {
        return std::formatter<std::string_view>::format(s.view(), context);
    }
};

#endif
