// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/json/string_view.hpp>
#include <boost/json/value.hpp>

#include <string_view>

/// A string as Boost.JSON takes it.
inline boost::json::string_view boosted(std::string_view s) { return {s.data(), s.size()}; }

/// A string, or null for an empty one.
inline boost::json::value string_or_null(std::string_view s) {
    if (s.empty()) return nullptr;
    return boosted(s);
}
