// SPDX-License-Identifier: BSL-1.0
// FLAGS: -std=c++17
// EXPECT: Lakeproof needs C++20: compile with -std=c++20
#include <lakeproof/lakeproof.hpp> // HERE
