// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::event_class_undocumented
#include <lakeproof/ocsf/event_class_list.hpp>

struct request {
    lakeproof::ocsf::event_class_list event_classes{};
};
request const sent{.event_classes = {"DNS_ACTIVITY", "FILE_ACTVITY"}}; // HERE
