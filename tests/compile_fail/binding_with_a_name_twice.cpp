// SPDX-License-Identifier: BSL-1.0
// EXPECT: a_name_occurs_once
#include <lakeproof/lakeproof.hpp>

constexpr lakeproof::http_binding binding{"GET", "/sources/{name}{?version,name}"}; // HERE
