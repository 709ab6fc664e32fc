// SPDX-License-Identifier: BSL-1.0
// A unit that includes what another imports: its types are the same.
#include <lakeproof/lakeproof.hpp>

lakeproof::source_name included_name() { return "acme-edr"; }
