// SPDX-License-Identifier: BSL-1.0
// EXPECT: rule::external_id_length
#include <lakeproof/aws/external_id.hpp>

bool guarded(lakeproof::external_id const& id);
bool const ok = guarded("x"); // HERE
