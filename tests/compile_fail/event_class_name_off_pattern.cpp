// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::event_class_pattern
#include <lakeproof/ocsf/event_class_name.hpp>

constexpr lakeproof::ocsf::event_class_name name = "File Activity"; // HERE
