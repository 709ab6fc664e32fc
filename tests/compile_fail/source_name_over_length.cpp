// SPDX-License-Identifier: BSL-1.0
// A literal of 65 characters, where 64 are legal.
// EXPECT: rule::source_name_length
#include <lakeproof/aws/source_name.hpp>

lakeproof::source_name name =
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; // HERE
