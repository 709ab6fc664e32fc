// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace benchmarks {

/// The patterns of sourceName, sourceVersion, eventClasses, roleArn, principal and externalId.
inline constexpr char const* six_patterns[6] = {
    R"(^[\\\w\-_:/.]*$)",
    R"(^[A-Za-z0-9\-\.\_]*$)",
    R"(^[A-Z\_0-9]*$)",
    R"(^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$)",
    R"(^([0-9]{12}|[a-z0-9\.\-]*\.(amazonaws|amazon)\.com)$)",
    R"(^[\w+=,.@:\/-]*$)",
};

} // namespace benchmarks
