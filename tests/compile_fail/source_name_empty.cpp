// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::source_name_length
#include <lakeproof/aws/source_name.hpp>

constexpr lakeproof::source_name name = ""; // HERE
