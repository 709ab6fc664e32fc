// SPDX-License-Identifier: BSL-1.0
// EXPECT: name_of_another_length
#include <lakeproof/text/detail/name_table.hpp>

constexpr lakeproof::detail::name_table<1> names{{{"a-name-of-thirty-three-bytes-long"}}}; // HERE
