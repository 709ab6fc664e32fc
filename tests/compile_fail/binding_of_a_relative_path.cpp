// SPDX-License-Identifier: BSL-1.0
// EXPECT: a_path_starts_with_a_slash
#include <lakeproof/lakeproof.hpp>

constexpr lakeproof::http_binding binding{"GET", "sources/{name}"}; // HERE
