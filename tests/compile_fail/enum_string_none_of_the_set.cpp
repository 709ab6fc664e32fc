// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::string_enum
#include <lakeproof/text/enum_string.hpp>

using color = lakeproof::enum_string<"RED", "GREEN">;

constexpr color blue = "BLUE"; // HERE
