// SPDX-License-Identifier: BSL-1.0
// EXPECT: a_label_is_a_whole_segment_in_braces
#include <lakeproof/lakeproof.hpp>

constexpr lakeproof::http_binding binding{"GET", "/sources/v{name}"}; // HERE
