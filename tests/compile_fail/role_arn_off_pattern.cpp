// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::role_arn_pattern
#include <lakeproof/aws/role_arn.hpp>

lakeproof::role_arn arn() {
    return "arn:aws:iam::12345678901:role/Crawler"; // HERE
}
