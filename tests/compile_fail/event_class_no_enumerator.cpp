// SPDX-License-Identifier: BSL-1.0
// EXPECT(gcc): 'fil_activity' is not a member of
// EXPECT(clang): no member named 'fil_activity' in 'lakeproof::ocsf::event_class'
#include <lakeproof/ocsf/event_class.hpp>

constexpr auto c = lakeproof::ocsf::event_class::fil_activity; // HERE
