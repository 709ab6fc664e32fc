// SPDX-License-Identifier: BSL-1.0
// EXPECT: cannot_be_set
#include <lakeproof/check/policy.hpp>

constexpr auto lax = lakeproof::policy{}.set(lakeproof::rule::member_type, lakeproof::severity::note); // HERE
