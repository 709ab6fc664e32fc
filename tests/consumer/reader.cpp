// SPDX-License-Identifier: BSL-1.0
// The one unit that compiles what the light header declares. main.cpp has the whole header.
#include <lakeproof/json/instantiate.hpp>
