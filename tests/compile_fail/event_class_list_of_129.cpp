// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::event_classes_limit
#include <lakeproof/ocsf/event_class_list.hpp>

// Two lines: g++ names the last of the list, clang the first.
constexpr auto c = lakeproof::ocsf::event_class::cloud_api;
constexpr lakeproof::ocsf::event_class_list classes{c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c, // HERE
    c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c};
