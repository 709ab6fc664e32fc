// SPDX-License-Identifier: BSL-1.0
// EXPECT: a_name_is_not_empty
#include <lakeproof/lakeproof.hpp>

constexpr lakeproof::http_binding binding{"GET", "/sources/{}"}; // HERE
