// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::test {

/// A pattern of the service's for Boost.Regex, whose `.` also matches line ends.
inline std::string spelt_for_boost(std::string_view text) {
    std::string result;
    bool in_set = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c == '\\') {
            result += text.substr(i++, 2);
            continue;
        }
        if (c == '[') in_set = true;
        if (c == ']') in_set = false;
        if (c == '.' && !in_set)
            result += "[^\\n\\r]";
        else
            result += c;
    }
    return result;
}

/// The S3 URI pattern of the service model, on which backtracking engines take exponential time.
inline constexpr char s3_uri_pattern[] =
    R"(^s3[an]?://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/[^/].*)+$)";

} // namespace lakeproof::test
