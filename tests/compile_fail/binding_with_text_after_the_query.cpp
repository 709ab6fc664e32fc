// SPDX-License-Identifier: BSL-1.0
// EXPECT: a_query_stands_in_braces_at_the_end
#include <lakeproof/lakeproof.hpp>

constexpr lakeproof::http_binding binding{"GET", "/sources{?name}/more"}; // HERE
