// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::event_class_undocumented
#include <lakeproof/ocsf/event_class.hpp>

constexpr auto c = lakeproof::ocsf::event_class_named("FIL_ACTIVITY"); // HERE
