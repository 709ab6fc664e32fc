// SPDX-License-Identifier: BSL-1.0
// EXPECT: lakeproof::rule::event_classes_limit
#include <lakeproof/ocsf/event_class_list.hpp>

constexpr auto c = lakeproof::ocsf::event_class::cloud_api;
constexpr lakeproof::ocsf::event_class_list classes{c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c, // HERE
    c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c};
