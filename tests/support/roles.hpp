// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

// Role ARNs and principals that the service's patterns let through, some of which nobody can have.
namespace lakeproof::test {

inline constexpr std::string_view resolvable_arns[] = {
    "arn:aws:iam::123456789012:role/SecurityLakeCrawler",
    "arn:aws:iam::123456789012:role/a",
    "arn:aws:iam::123456789012:role/path/x",
    "arn:aws:iam::000000000000:role/service-role/a+=,.@-_b",
    "arn:aws-us-gov:iam::123456789012:role/a/b/c/d",
    "arn:aws-cn:iam::123456789012:role/a",
    "arn:awsX-:iam::123456789012:role/a",
};

inline constexpr std::string_view unresolvable_arns[] = {
    // No partition.
    "arn::iam::123456789012:role/a",
    "arn::iam::123456789012:rolea",
    // No slash right after role.
    "arn:aws:iam::123456789012:rolea",
    "arn:aws:iam::123456789012:role-a/b",
    "arn:aws:iam::123456789012:rolerole/b",
    // No name.
    "arn:aws:iam::123456789012:role/",
    "arn:aws:iam::123456789012:role//",
    "arn:aws:iam::123456789012:role/a/",
    // An empty segment.
    "arn:aws:iam::123456789012:role//a",
    "arn:aws:iam::123456789012:role/a//b",
    "arn:aws:iam::123456789012:role/a///b",
};

inline constexpr std::string_view resolvable_principals[] = {
    "123456789012",          "000000000000",    "firehose.amazonaws.com",   "a.amazon.com",
    "a.b-c.9.amazonaws.com", "-.amazonaws.com", "amazonaws.com.amazon.com",
};

inline constexpr std::string_view unresolvable_principals[] = {
    ".amazonaws.com", ".amazon.com",          "..amazon.com",
    "a..amazon.com",  "a.b..c.amazonaws.com", ".a.amazonaws.com",
};

} // namespace lakeproof::test
